package vn.songhanh.workspace.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.RawConnection;
import vn.songhanh.testing.SongHanhTest;

/** A server with little patience. */
@SongHanhTest
@Import(Numbers.Declared.class)
@TestPropertySource(properties = {"server.tomcat.connection-timeout=2s", "songhanh.requests.patience=1000"})
class StalledReaderTest {

    private static final int MANY = 3_000_000;

    @Autowired
    Api api;

    @LocalServerPort
    int port;

    @Test
    void a_reader_who_takes_nothing_loses_his_place() throws IOException {
        api.ready();
        try (RawConnection first = reader();
                RawConnection second = reader()) {
            assertThat(first.answer()).startsWith("HTTP/1.1 200");
            assertThat(second.answer()).startsWith("HTTP/1.1 200");
            // His own third, which waits for one of the two.
            api.get("/api/exports/pipelines.csv?q=3").expect(200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> api.get("/api/audit?action=exported&kind=PIPELINE")
                            .body()
                            .contains("BROKEN_OFF"));
        }
    }

    private RawConnection reader() throws IOException {
        return RawConnection.to(port)
                .says(
                        "GET /api/exports/pipelines.csv?q=" + MANY + " HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer " + Api.OWNER_KEY,
                        "");
    }
}
