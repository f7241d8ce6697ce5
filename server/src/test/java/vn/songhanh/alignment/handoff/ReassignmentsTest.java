package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.workspace.members.Role;

/** What a manager does about promises that are being broken. */
@AlignmentTest
class ReassignmentsTest {

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @BeforeEach
    void clear() {
        stage.clear();
    }

    @Test
    void several_are_given_away_at_once_and_each_that_stays_says_why() {
        Api manager = stage.hire(Role.SALES_MANAGER, "Đội một");
        Api own = stage.rep("Đội một");
        Api other = stage.rep("Đội một");
        String one = stage.handoffId(stage.mql("web"));
        String two = stage.handoffId(stage.mql("web"));
        String done = stage.handoffId(stage.mql("web"));
        api.post("/api/handoffs/" + done + "/reject", Map.of("reason", "NOT_ICP"))
                .expect(200);
        Api stranger = stage.rep("Đội khác");
        stage.leave(own);
        stage.leave(other);
        String foreign = stage.handoffId(stage.mql("web"));
        Api receiver = stage.rep("Đội một");

        Answer answer = manager.post(
                        "/api/handoffs/reassign",
                        Map.of(
                                "ids",
                                List.of(one, two, done, foreign, one),
                                "repId",
                                receiver.memberId().toString()))
                .expect(200);

        assertThat(answer.at("items")).hasSize(4);
        assertThat(result(answer, done).at("/problem/title").asString("")).isNotEmpty();
        assertThat(result(answer, done).at("/problem/type").asString("")).contains("handoff-not-open");
        assertThat(result(answer, foreign).at("/problem/status").intValue()).isIn(403, 404);
        assertThat(repOf(foreign)).isEqualTo(stranger.memberId().toString());
        for (String given : List.of(one, two)) {
            assertThat(result(answer, given).get("done").booleanValue()).isTrue();
            assertThat(repOf(given)).isEqualTo(receiver.memberId().toString());
        }
    }

    @Test
    void a_list_of_nothing_or_of_too_many_is_refused() {
        api.post("/api/handoffs/reassign", Map.of("ids", List.of())).expect(400);
        api.post(
                        "/api/handoffs/reassign",
                        Map.of("ids", Collections.nCopies(201, "00000000-0000-7000-8000-000000000000")))
                .expect(400);
        stage.hire(Role.VIEWER, "Khác")
                .post("/api/handoffs/reassign", Map.of("ids", List.of("00000000-0000-7000-8000-000000000000")))
                .expect(403);
    }

    @Test
    void only_those_are_offered_who_can_receive_and_who_are_within_reach() {
        Api manager = stage.hire(Role.SALES_MANAGER, "Đội nhận");
        Api there = stage.rep("Đội nhận");
        Api away = stage.rep("Đội nhận");
        Api far = stage.rep("Đội xa");
        Api marketer = stage.hire(Role.MARKETER, "Marketing");
        Api gone = stage.rep("Đội nhận");
        stage.leave(gone);
        api.post("/api/members/" + away.memberId() + "/absences", Map.of("from", "2026-11-23", "until", "2026-11-24"))
                .expect(201);

        Answer mine = manager.get("/api/handoffs/receivers").expect(200);
        Answer all = api.get("/api/handoffs/receivers").expect(200);

        assertThat(ids(mine))
                .contains(there.memberId().toString(), away.memberId().toString())
                .doesNotContain(
                        far.memberId().toString(),
                        marketer.memberId().toString(),
                        gone.memberId().toString());
        assertThat(ids(all)).contains(far.memberId().toString());
        assertThat(receiver(mine, away).get("away").booleanValue()).isTrue();
        assertThat(receiver(mine, there).get("away").booleanValue()).isFalse();
        stage.hire(Role.VIEWER, "Khác").get("/api/handoffs/receivers").expect(403);
    }

    @Test
    void what_is_late_right_now_is_counted_for_whoever_looks_and_stands_first_by_the_clock() {
        Api manager = stage.hire(Role.SALES_MANAGER, "Đội trễ");
        Api rep = stage.rep("Đội trễ");
        String first = stage.handoffId(stage.mql("web"));
        stage.pass(Duration.ofMinutes(30));
        String second = stage.handoffId(stage.mql("web"));
        String touched = stage.mql("web");
        String third = stage.handoffId(touched);
        assertThat(ids(late(manager))).doesNotContain(first, second, third);

        // Four business hours with the break at noon are over for the first one, and not for the others.
        stage.pass(Duration.ofHours(4).plusMinutes(45));
        assertThat(ids(late(manager))).contains(first).doesNotContain(second, third);
        stage.pass(Duration.ofHours(3));

        List<String> late = ids(late(manager));
        assertThat(late).contains(first, second, third);
        assertThat(late.indexOf(first)).isLessThan(late.indexOf(second));
        assertThat(late(manager).at("total").intValue()).isEqualTo(late.size());
        assertThat(ids(late(rep))).contains(first, second, third);
        assertThat(ids(late(stage.rep("Đội khác")))).doesNotContain(first, second, third);
        stage.call(rep, touched);
        assertThat(ids(late(manager))).contains(first, second).doesNotContain(third);
    }

    @Test
    void the_list_is_sorted_by_rep_tier_and_value() {
        Api one = stage.rep("Đội sắp");
        Api two = stage.rep("Đội sắp");
        stage.mql("demo");
        stage.mql("ebook");
        stage.mql("web");
        stage.mql("web");

        for (String sort : List.of("rep", "-rep", "tier", "-leadValue", "dueAt")) {
            Answer page =
                    api.get("/api/handoffs?open=true&limit=2&sort=" + sort).expect(200);
            Answer next = api.get("/api/handoffs?open=true&limit=2&sort=" + sort + "&cursor="
                            + URLEncoder.encode(page.json("nextCursor"), StandardCharsets.UTF_8))
                    .expect(200);
            assertThat(ids(next)).isNotEmpty().doesNotContainAnyElementsOf(ids(page));
        }
        assertThat(one.memberId()).isNotEqualTo(two.memberId());
    }

    private static Answer late(Api who) {
        String filter = URLEncoder.encode(
                "{\"all\":[{\"field\":\"late\",\"op\":\"eq\",\"value\":true}]}", StandardCharsets.UTF_8);
        return who.get("/api/handoffs?count=true&limit=200&sort=dueAt&filter=" + filter)
                .expect(200);
    }

    private String repOf(String handoff) {
        return api.get("/api/handoffs/" + handoff).expect(200).json("repId");
    }

    private static JsonNode result(Answer answer, String id) {
        return StreamSupport.stream(answer.at("items").spliterator(), false)
                .filter(item -> item.get("id").asString("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode receiver(Answer answer, Api member) {
        return result(answer, member.memberId().toString());
    }

    private static List<String> ids(Answer page) {
        return StreamSupport.stream(page.at("items").spliterator(), false)
                .map(item -> item.get("id").asString(""))
                .toList();
    }
}
