package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.testing.SongHanhTest;

/** The web client is generated from a description that is kept in the repository: it must be the one of this code. */
@SongHanhTest
class ApiDescriptionTest {

    private static final Path KEPT = Path.of("..", "web", "src", "api", "openapi.json");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    int port;

    @Test
    void the_description_that_is_kept_is_the_one_of_this_code() throws Exception {
        JsonNode now = JSON.readTree(described());
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(KEPT, JSON.writeValueAsString(now) + "\n");
        }
        JsonNode kept = JSON.readTree(Files.readString(KEPT));
        assertThat(Stream.of("/paths", "/components/schemas")
                        .flatMap(part -> differences(kept.at(part), now.at(part)))
                        .toList())
                .as("web/src/api/openapi.json is stale: run bin/openapi and commit what it writes")
                .isEmpty();
        assertThat(kept).isEqualTo(now);
    }

    private static Stream<String> differences(JsonNode kept, JsonNode now) {
        return Stream.concat(kept.propertyNames().stream(), now.propertyNames().stream())
                .distinct()
                .filter(name -> !Objects.equals(kept.get(name), now.get(name)));
    }

    private String described() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/openapi.json"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }
}
