package vn.songhanh.workspace.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
@Import(Numbers.Declared.class)
class ExportTest {

    private static final int MANY = 50_000;

    @Autowired
    Api api;

    @Autowired
    Numbers numbers;

    @LocalServerPort
    int port;

    @BeforeEach
    void numbers_that_never_end_badly() {
        api.ready();
        numbers.brokenAt = 0;
        numbers.waitsAt = 0;
    }

    @Test
    void the_first_rows_arrive_while_the_last_are_still_being_read() throws Exception {
        numbers.waitsAt = MANY;
        numbers.mayGoOn = new CountDownLatch(1);
        try (BufferedReader lines = open(MANY)) {
            assertThat(lines.readLine()).isEqualTo("\uFEFFcolumn.number");
            assertThat(lines.readLine()).isEqualTo("1");
            numbers.mayGoOn.countDown();
            assertThat(lines.lines().count()).isEqualTo(MANY - 1);
        }
    }

    @Test
    void a_file_that_cannot_be_finished_is_cut_off_so_that_nobody_takes_it_for_the_whole() throws Exception {
        numbers.brokenAt = MANY;
        try (BufferedReader lines = open(MANY)) {
            assertThatThrownBy(() -> {
                        while (lines.readLine() != null) {
                            // on to where it breaks
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(audited("FAILED", MANY).at("/after/rows").intValue()).isEqualTo(MANY - 1);
    }

    @Test
    void a_file_is_cut_off_where_the_right_to_it_was_taken_away() throws Exception {
        numbers.waitsAt = MANY / 2;
        numbers.mayGoOn = new CountDownLatch(1);
        Api.Answer key = api.post("/api/api-keys", Map.of("name", "Xuất", "scopes", List.of("pipelines:*")))
                .expect(201);
        try (BufferedReader lines = open(MANY, key.json("key"))) {
            assertThat(lines.readLine()).isNotNull();
            api.delete("/api/api-keys/" + key.json("apiKey.id")).expect(204);
            numbers.mayGoOn.countDown();
            assertThatThrownBy(() -> {
                        while (lines.readLine() != null) {
                            // on to where it is cut off
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(audited("STOPPED", MANY).at("/after/rows").intValue()).isBetween(1, MANY / 2 + 1_000);
    }

    @Test
    void what_breaks_before_anything_was_sent_is_an_error_as_any_other() {
        numbers.brokenAt = 1;
        Api.Answer broken = api.get("/api/exports/pipelines.csv?q=3").expect(500);
        assertThat(broken.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(broken.header("Content-Disposition")).isEmpty();
        assertThat(broken.json("incident")).isNotEmpty();
    }

    @Test
    void the_audit_trail_tells_how_much_went_out() {
        api.get("/api/exports/pipelines.csv?q=12").expect(200);
        JsonNode told = audited("DONE", 12);
        assertThat(told.at("/kind").asString()).isEqualTo("PIPELINE");
        assertThat(told.at("/actor/id").asString()).isEqualTo(api.memberId().toString());
        assertThat(told.at("/after/rows").intValue()).isEqualTo(12);
        assertThat(told.at("/after/columns")).hasToString("[\"number\"]");
    }

    @Test
    void the_audit_trail_tells_too_when_the_reader_goes_away() throws Exception {
        int more = 3_000_000;
        try (BufferedReader lines = open(more)) {
            assertThat(lines.readLine()).isNotNull();
        }
        assertThat(audited("BROKEN_OFF", more).at("/after/rows").intValue()).isBetween(1, more - 1);
    }

    @Test
    void many_at_once_wait_for_each_other() throws Exception {
        List<Callable<Integer>> readers = IntStream.range(0, 9)
                .<Callable<Integer>>mapToObj(
                        i -> () -> api.get("/api/exports/pipelines.csv?q=2000").status())
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : executor.invokeAll(readers)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void readers_who_stand_still_keep_only_their_own_member_waiting() throws Exception {
        numbers.waitsAt = 2_000;
        numbers.mayGoOn = new CountDownLatch(1);
        Callable<Integer> reader =
                () -> api.get("/api/exports/pipelines.csv?q=2000").status();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> own =
                    Stream.generate(() -> executor.submit(reader)).limit(4).toList();
            api.as(Role.ADMINISTRATOR).get("/api/exports/contacts.csv").expect(200);
            numbers.mayGoOn.countDown();
            for (Future<Integer> status : own) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void what_nobody_exports_is_not_found() {
        api.get("/api/exports/secrets.csv").expect(404);
        api.get("/api/exports/members.csv").expect(404);
    }

    private BufferedReader open(int count) throws Exception {
        return open(count, Api.OWNER_KEY);
    }

    private BufferedReader open(int count, String key) throws Exception {
        HttpResponse<java.io.InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + port + "/api/exports/pipelines.csv?q=" + count))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The server notices a moment later than its reader that it is over. */
    private JsonNode audited(String ending, int q) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(deadline)) {
            JsonNode entries =
                    api.get("/api/audit?action=exported&kind=PIPELINE").at("items");
            for (JsonNode entry : entries) {
                if (Stream.of("/after/ending", "/after/q")
                        .map(path -> entry.at(path).asString())
                        .toList()
                        .equals(List.of(ending, String.valueOf(q)))) {
                    return entry;
                }
            }
        }
        throw new AssertionError("no export of " + q + " ended as " + ending);
    }
}
