package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class RequestTimesTest {

    @Autowired
    Api api;

    @Autowired
    MeterRegistry registry;

    private long count(String path, String status) {
        Timer timer = registry.find("http.server.requests")
                .tags("method", "GET", "uri", path, "status", status)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    @Test
    void each_request_counts_under_its_path_and_status() {
        long before = count("/api/contacts/{id}", "404");
        api.get("/api/contacts/" + Ids.next()).expect(404);
        api.get("/api/contacts/" + Ids.next()).expect(404);

        // Counted when the answer has gone.
        await().until(() -> count("/api/contacts/{id}", "404") == before + 2);
    }

    @Test
    void addresses_that_somebody_makes_up_are_one_series() {
        long before = count("/**", "404");
        api.get("/api/no-such-thing-1").expect(404);
        api.get("/api/no-such-thing-2/" + Ids.next()).expect(404);

        await().until(() -> count("/**", "404") == before + 2);
        assertThat(registry.find("http.server.requests").timers())
                .extracting(timer -> timer.getId().getTag("uri"))
                .doesNotContain("/api/no-such-thing-1");
    }
}
