package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
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

    private List<String> paths() {
        return registry.find("http.server.requests").timers().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("uri"))
                .distinct()
                .toList();
    }

    @Test
    void each_request_counts_under_its_path_and_status() {
        long before = count("/api/contacts/{id}", "404");
        api.get("/api/contacts/" + Ids.next()).expect(404);
        api.get("/api/contacts/" + Ids.next()).expect(404);

        assertThat(count("/api/contacts/{id}", "404")).isEqualTo(before + 2);
    }

    @Test
    void addresses_that_somebody_makes_up_make_no_new_series() {
        api.get("/api/no-such-thing-1").expect(404);
        List<String> before = paths();

        api.get("/api/no-such-thing-2").expect(404);
        api.get("/api/no-such-thing-3/" + Ids.next()).expect(404);

        assertThat(paths()).isEqualTo(before).doesNotContain("/api/no-such-thing-1");
    }
}
