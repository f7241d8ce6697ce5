package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.songhanh.shared.Filter;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.RawConnection;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class CrowdTest {

    @Autowired
    Api api;

    @Autowired
    Environment environment;

    @Autowired
    DataSource pool;

    @LocalServerPort
    int port;

    @Test
    void whoever_has_not_said_who_he_is_sends_a_few_kilobytes() throws IOException {
        String long_ = "{\"email\": \"a@b.vn\", \"password\": \"" + "x".repeat(20_000) + "\"}";
        Answer refused = api.anonymous().post("/api/session", long_).expect(413);
        assertThat(refused.json("title")).contains("16 KB");
        try (RawConnection chunked = RawConnection.to(port)) {
            chunked.says(
                    "POST /api/invitations/open HTTP/1.1",
                    "Host: x",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "",
                    Integer.toHexString(long_.length()),
                    long_);
            assertThat(chunked.answer()).startsWith("HTTP/1.1 413");
        }
        api.raw("POST", "/api/session", BodyPublishers.ofString("password=x"), "application/x-www-form-urlencoded")
                .expect(415);
    }

    @Test
    void strangers_who_send_and_send_leave_room_for_colleagues() throws IOException {
        api.ready();
        List<RawConnection> strangers = new ArrayList<>();
        Answer answer;
        try {
            String status = "";
            while (!status.startsWith("HTTP/1.1 503")) {
                assertThat(strangers).hasSizeLessThan(200);
                RawConnection stranger = RawConnection.to(port)
                        .says(
                                "POST /api/session HTTP/1.1",
                                "Host: x",
                                "Content-Type: application/json",
                                "Content-Length: 1000",
                                "Expect: 100-continue",
                                "");
                strangers.add(stranger);
                status = stranger.answer();
            }
            assertThat(status).contains("Retry-After: ", "application/problem+json");
            answer = api.get("/api/contacts");
        } finally {
            for (RawConnection stranger : strangers) {
                stranger.close();
            }
        }
        answer.expect(200);
    }

    @Test
    void searches_that_the_database_is_not_done_with_keep_nobody_else_waiting() throws Exception {
        api.get("/api/me").expect(200);
        try (Connection owner = owner();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("lock table contacts.contact in access exclusive mode");
            List<Future<Answer>> searches = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                searches.add(threads.submit(() -> api.inEnglish().get("/api/contacts?q=an&count=true")));
            }
            api.get("/api/members").expect(200);
            List<String> types = new ArrayList<>();
            for (Future<Answer> search : searches) {
                Answer answer = search.get().expect(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                types.add(answer.json("type"));
            }
            owner.rollback();
            assertThat(types).contains("/problems/busy", "/problems/too-slow").hasSize(8);
        }
        api.get("/api/contacts?q=an&count=true").expect(200);
    }

    @Test
    void without_a_free_connection_to_the_database_everybody_is_told_to_come_again() throws SQLException {
        api.ready();
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                all.add(pool.getConnection());
            }
            Answer refused = api.with("Authorization", "Bearer shk_nobody-knows-this-one-01")
                    .raw("GET", "/api/me", BodyPublishers.noBody(), "")
                    .expect(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(refused.json("type")).isEqualTo("/problems/busy");
            api.anonymous()
                    .raw("GET", "/api/setup", BodyPublishers.noBody(), "")
                    .expect(503);
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }
    }

    @Test
    void a_filter_looks_for_parts_of_texts_in_a_few_places_only() {
        filtered(Filter.MAX_CONTAINS).expect(200);
        assertThat(filtered(Filter.MAX_CONTAINS + 1).expect(400).json("errors.0.code"))
                .isEqualTo("filter-too-costly");
    }

    @Test
    void whoever_may_change_nothing_is_told_before_he_is_read() {
        Api reader = api.scopes("contacts:read", "companies:read", "deals:read");
        for (String records : List.of("contacts", "companies", "deals")) {
            reader.post("/api/" + records, "{\"no\": json at all").expect(403);
            reader.patch("/api/" + records + "/" + api.memberId(), 1, "{\"no\": json at all")
                    .expect(403);
        }
    }

    @Test
    void what_the_web_server_answers_by_itself_has_the_headers_of_all_answers() throws IOException {
        try (RawConnection connection =
                RawConnection.to(port).says("OPTIONS * HTTP/1.1", "Host: x", "Connection: close", "")) {
            assertThat(connection.untilClosed()).startsWith("HTTP/1.1 200").contains("X-Content-Type-Options: nosniff");
        }
    }

    @Test
    void trace_and_what_is_no_request_are_refused_as_everything_else_is() throws IOException {
        try (RawConnection trace =
                RawConnection.to(port).says("TRACE / HTTP/1.1", "Host: x", "Connection: close", "")) {
            refused(trace.untilClosed(), 405);
        }
        try (RawConnection noise = RawConnection.to(port).write("\u0016\u0003\u0001")) {
            refused(noise.untilClosed(), 400);
        }
        try (RawConnection twice = RawConnection.to(port)
                .says("GET / HTTP/1.1", "Host: x", "Content-Length: 1", "Content-Length: 2", "Connection: close", "")) {
            refused(twice.untilClosed(), 400);
        }
        try (RawConnection long_ = RawConnection.to(port).says("GET /?" + "a".repeat(45_000) + " HTTP/1.1")) {
            refused(long_.untilClosed(), 400);
        }
    }

    private static void refused(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff")
                .endsWith("\"status\":" + status + "}");
    }

    private Answer filtered(int parts) {
        String part = "{\"field\":\"fullName\",\"op\":\"contains\",\"value\":\"a\"}";
        String filter = "{\"any\":[" + String.join(",", java.util.Collections.nCopies(parts, part)) + "]}";
        return api.get("/api/contacts?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("SONGHANH_DATABASE_URL"),
                environment.getRequiredProperty("SONGHANH_DATABASE_OWNER_USER"),
                environment.getRequiredProperty("SONGHANH_DATABASE_OWNER_PASSWORD"));
    }
}
