package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;

/**
 * Whoever says on which version he decided is heard or refused, never ignored. All that the API's description names is
 * tried, so that what comes later is judged too.
 */
@SongHanhTest
class PreconditionsTest {

    private static final Pattern OF_A_RECORD = Pattern.compile("/api/(contacts|companies|deals)/\\{id}(/\\w+)?");

    /** What comes to a record without changing what was read of it. */
    private static final Set<String> ADDING = Set.of("/timeline");

    private record Operation(String method, String path, boolean takesIfMatch, boolean multipart) {

        boolean ofARecord() {
            return OF_A_RECORD.matcher(path).matches() && ADDING.stream().noneMatch(path::endsWith);
        }

        String collection() {
            return path.substring(0, path.indexOf("/{"));
        }

        String verb() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    @Autowired
    Api api;

    private List<Operation> changes;

    @BeforeEach
    void all_that_changes_something() {
        changes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                api.get("/api/openapi.json").expect(200).at("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (Set.of("post", "put", "patch", "delete").contains(method.getKey())) {
                    Stream<JsonNode> parameters =
                            method.getValue().path("parameters").valueStream();
                    changes.add(new Operation(
                            method.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            parameters.anyMatch(
                                    each -> each.path("name").asString("").equals("If-Match")),
                            method.getValue().at("/requestBody/content").has("multipart/form-data")));
                }
            }
        }
        assertThat(changes).hasSizeGreaterThan(40);
    }

    @Test
    void where_a_version_is_not_understood_it_is_refused() {
        assertThat(changes.stream()
                        .filter(operation -> !operation.takesIfMatch())
                        .filter(operation -> !refuses(operation))
                        .map(operation -> operation.method() + " " + operation.path()))
                .isEmpty();
    }

    @Test
    void every_change_of_a_contact_company_or_deal_is_refused_on_a_stale_version() {
        List<Operation> ofRecords =
                changes.stream().filter(Operation::ofARecord).toList();
        assertThat(ofRecords).hasSizeGreaterThan(14);
        for (Operation operation : ofRecords) {
            String name = operation.collection().equals("/api/contacts") ? "fullName" : "name";
            String path = operation.collection() + "/"
                    + api.post(operation.collection(), Map.of(name, "Hoa " + Ids.next()))
                            .expect(201)
                            .json("id");
            if (operation.verb().equals("restore")) {
                api.delete(path).expect(204);
            }
            Answer stale = send(operation, operation.path().replace(operation.collection() + "/{id}", path), "\"77\"");
            assertThat(stale.status()).as(operation + " " + stale.body()).isEqualTo(412);
            assertThat(stale.json("type")).endsWith("stale-version");
            assertThat(stale.json("current.id")).isEqualTo(path.substring(path.lastIndexOf('/') + 1));
        }
    }

    @Test
    void a_change_on_the_version_that_was_seen_is_made() {
        Answer deal = api.post("/api/deals", Map.of("name", "Đơn")).expect(201);
        String path = "/api/deals/" + deal.json("id");
        Answer lost = api.with("If-Match", deal.etag())
                .post(path + "/lose", Map.of("reason", "TIMING"))
                .expect(200);
        api.with("If-Match", deal.etag()).post(path + "/reopen", null).expect(412);
        api.with("If-Match", "*").post(path + "/reopen", null).expect(200);
        api.with("If-Match", lost.etag()).delete(path).expect(412);
        api.with("If-Match", "soon").delete(path).expect(400);
        api.delete(path).expect(204);
    }

    private boolean refuses(Operation operation) {
        Answer answer = send(
                operation, operation.path().replaceAll("\\{\\w+}", Ids.next().toString()), "\"1\"");
        return answer.status() == 400
                && answer.json("errors.0.field").equals("If-Match")
                && answer.json("errors.0.code").equals("not-understood-here");
    }

    private Answer send(Operation operation, String path, String version) {
        Api sender = api.with("If-Match", version);
        if (operation.multipart()) {
            return sender.upload(path, Map.of());
        }
        Object body = switch (operation.verb()) {
            case "lifecycle" -> Map.of("stage", "MQL");
            case "move" -> Map.of("stageId", Ids.next());
            default -> operation.method().equals("DELETE") ? null : Map.of();
        };
        return sender.send(operation.method(), path, body);
    }
}
