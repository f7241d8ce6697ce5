package vn.songhanh.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class IdempotencyTest {

    private static final Map<String, String> REQUEST = Map.of("name", "Hoa");

    @Autowired
    Api api;

    @Autowired
    Idempotency idempotency;

    @Test
    void the_same_request_with_the_same_key_makes_one_record() {
        UUID first = idempotency.once(api.viewer(), "một", REQUEST, Ids::next);
        UUID second = idempotency.once(api.viewer(), "một", REQUEST, () -> {
            throw new AssertionError("made twice");
        });
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_client_that_lost_the_answer_gets_it_again() {
        Map<String, String> team = Map.of("name", "Đội gửi hai lần");
        Api again = api.with("Idempotency-Key", "doi-1");
        String first = again.post("/api/teams", team).expect(201).json("id");
        assertThat(again.post("/api/teams", team).expect(201).json("id")).isEqualTo(first);
        assertThat(again.post("/api/teams", Map.of("name", "Đội khác"))
                        .expect(409)
                        .json("type"))
                .isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void without_a_key_each_request_makes_one() {
        assertThat(idempotency.once(api.viewer(), null, REQUEST, Ids::next))
                .isNotEqualTo(idempotency.once(api.viewer(), null, REQUEST, Ids::next));
    }

    @Test
    void another_request_with_the_same_key_is_refused() {
        idempotency.once(api.viewer(), "hai", REQUEST, Ids::next);
        assertThatThrownBy(() -> idempotency.once(api.viewer(), "hai", Map.of("name", "Lan"), Ids::next))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void keys_of_two_members_have_nothing_to_do_with_each_other() {
        Viewer other = api.as(Role.MARKETER).viewer();
        assertThat(idempotency.once(api.viewer(), "ba", REQUEST, Ids::next))
                .isNotEqualTo(idempotency.once(other, "ba", REQUEST, Ids::next));
    }

    @Test
    void what_failed_can_be_tried_again() {
        assertThatThrownBy(() -> idempotency.once(api.viewer(), "bốn", REQUEST, () -> {
                    throw new Conflict("no");
                }))
                .isInstanceOf(Conflict.class);
        assertThat(idempotency.once(api.viewer(), "bốn", REQUEST, Ids::next)).isNotNull();
    }

    @Test
    void of_eight_at_the_same_moment_one_makes_the_record() throws Exception {
        Viewer viewer = api.viewer();
        AtomicInteger made = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<UUID>> answers = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> crowd.submit(() -> {
                        go.await();
                        return idempotency.once(viewer, "năm", REQUEST, () -> {
                            made.incrementAndGet();
                            return Ids.next();
                        });
                    }))
                    .toList();
            go.countDown();
            UUID first = answers.getFirst().get(20, TimeUnit.SECONDS);
            for (Future<UUID> answer : answers) {
                assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(first);
            }
        }
        assertThat(made).hasValue(1);
    }
}
