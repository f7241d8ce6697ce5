package vn.songhanh.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Busy;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class HashingLaneTest {

    @Autowired
    Api api;

    @Autowired
    HashingLane lane;

    @Test
    void a_crowd_that_signs_in_is_told_to_come_again_and_keeps_nobody_else_waiting() throws Exception {
        api.get("/api/me").expect(200);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        List<Future<Boolean>> crowd = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicInteger begun = new AtomicInteger();
            // A password of an earlier test may still be under way: when it is done, there is a place once more.
            while (hasRoom() || begun.get() < HashingLane.threads()) {
                if (hasRoom()) {
                    crowd.add(threads.submit(() -> {
                        try {
                            return lane.run(() -> {
                                begun.incrementAndGet();
                                mayGoOn.await();
                                return true;
                            });
                        } catch (Busy full) {
                            return false;
                        }
                    }));
                }
                Thread.yield();
            }
            Map<String, String> guess = Map.of("email", "nobody@songhanh.test", "password", "không phải thế");
            Answer refused = api.anonymous().post("/api/session", guess).expect(503);
            assertThat(refused.json("type")).isEqualTo("/problems/busy");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            api.get("/api/contacts").expect(200);

            mayGoOn.countDown();
            int done = 0;
            for (Future<Boolean> one : crowd) {
                done += one.get() ? 1 : 0;
            }
            assertThat(done).isGreaterThanOrEqualTo(HashingLane.WAITING);
            api.anonymous().post("/api/session", guess).expect(401);
        }
    }

    private boolean hasRoom() {
        try {
            lane.requireRoom();
            return true;
        } catch (Busy full) {
            return false;
        }
    }
}
