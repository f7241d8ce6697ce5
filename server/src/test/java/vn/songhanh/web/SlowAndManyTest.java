package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.RawConnection;
import vn.songhanh.testing.SongHanhTest;

/** A server with little patience and little room. */
@SongHanhTest
@TestPropertySource(
        properties = {
            "server.tomcat.connection-timeout=3s",
            "songhanh.requests.patience=1000",
            "songhanh.requests.at-once=8"
        })
class SlowAndManyTest {

    private static final String KEY = "Authorization: Bearer " + Api.OWNER_KEY;

    @Autowired
    Api api;

    @LocalServerPort
    int port;

    @Test
    void begun_requests_keep_nobody_out_and_are_closed() throws IOException {
        List<RawConnection> begun = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            begun.add(connection().says("GET / HTTP/1.1"));
        }
        api.get("/api/me").expect(200);
        for (RawConnection one : begun) {
            assertThat(one.untilClosed()).isEmpty();
            one.close();
        }
    }

    @Test
    void a_request_that_arrives_in_pieces_is_answered() throws IOException {
        try (RawConnection slow = connection().write("\r\nGET /api/me HT")) {
            api.get("/api/me").expect(200);
            slow.write("TP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(20_000));
            api.get("/api/me").expect(200);
            slow.says("", KEY, "");
            assertThat(slow.answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_head_that_trickles_in_is_not_waited_for() throws IOException {
        try (RawConnection slow = connection().says("GET / HTTP/1.1", "Host: x")) {
            assertThat(slow.trickle("X-Slow: 1\r\n")).isEmpty();
        }
    }

    @Test
    void a_second_head_that_trickles_in_is_not_waited_for_either() throws IOException {
        String[] whole = {"GET /api/setup HTTP/1.1", "Host: x", ""};
        try (RawConnection slow = connection().says(whole).says("GET /api/setup HTTP/1.1", "Host: x")) {
            slow.trickle("X-Slow: 1\r\n");
        }
    }

    @Test
    void a_body_that_trickles_in_is_not_waited_for() throws IOException {
        try (RawConnection slow = connection().says(head("/api/session", 9_000, "X-Nobody: 1"))) {
            assertThat(slow.trickle(" ")).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void what_a_refused_stranger_still_has_to_say_is_not_waited_for() throws IOException {
        try (RawConnection slow = connection().says(head("/api/contacts", 1_000_000, "X-Nobody: 1"))) {
            assertThat(slow.untilClosed()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void whoever_comes_when_all_places_are_taken_is_told_to_come_again() throws IOException {
        api.ready();
        List<RawConnection> served = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            served.add(sending(KEY));
        }
        try (RawConnection late = connection().says("GET /api/me HTTP/1.1", "Host: x", KEY, "")) {
            assertThat(late.untilClosed())
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: ", "application/problem+json", "X-Content-Type-Options: nosniff")
                    .endsWith("{\"type\":\"/problems/http-503\",\"status\":503}");
        }
        for (RawConnection one : served) {
            one.close();
        }
        for (RawConnection one : List.of(sending(KEY), sending(KEY))) {
            one.write("{\"fullName\": \"Nguyễn Văn An\"}" + " ".repeat(1_000));
            assertThat(one.answer()).startsWith("HTTP/1.1 201");
            one.close();
        }
    }

    @Test
    void one_answer_after_another_comes_over_one_connection() throws IOException {
        api.post("/api/contacts", Map.of("fullName", "Trần Thị Bé")).expect(201);
        try (RawConnection kept = connection()) {
            for (int i = 0; i < 5; i++) {
                kept.says("HEAD /api/contacts HTTP/1.1", "Host: x", KEY, "");
                assertThat(kept.answer()).startsWith("HTTP/1.1 200");
            }
        }
    }

    /** A request whose body is waited for: the server asks for it. */
    private RawConnection sending(String who) throws IOException {
        while (true) {
            RawConnection one = connection().says(head("/api/contacts", 1_000, who, "Expect: 100-continue"));
            String answer = one.answer();
            if (!answer.startsWith("HTTP/1.1 503")) {
                assertThat(answer).startsWith("HTTP/1.1 100");
                return one;
            }
            one.close();
        }
    }

    private static String[] head(String path, int length, String... more) {
        List<String> lines = new ArrayList<>(List.of(
                "POST " + path + " HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Content-Length: " + length));
        lines.addAll(List.of(more));
        lines.add("");
        return lines.toArray(String[]::new);
    }

    private RawConnection connection() throws IOException {
        return RawConnection.to(port);
    }
}
