package vn.songhanh.contacts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.contact.ContactsTest.fields;
import static vn.songhanh.contacts.contact.ContactsTest.ids;
import static vn.songhanh.contacts.contact.ContactsTest.query;
import static vn.songhanh.contacts.contact.ContactsTest.unique;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.ImportTarget.Done;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.ExportedFile;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;
import vn.songhanh.workspace.members.Role;

/** Who stands in OTHER is of a kind that the company has named. */
@SongHanhTest
class OtherKindsTest {

    @Autowired
    Api api;

    @Autowired
    TestImports imports;

    @Autowired
    ImportTarget contactImport;

    private final String mark = unique();
    private String partner;
    private String supplier;

    @BeforeEach
    void kinds() {
        partner = kind("Đối tác");
        supplier = kind("Nhà cung cấp");
    }

    @Test
    void a_new_workspace_has_five_kinds() {
        assertThat(api.get("/api/other-kinds")
                        .expect(200)
                        .at("items")
                        .valueStream()
                        .map(kind -> kind.path("name").asString())
                        .filter(name -> !name.contains("-")))
                .containsExactly("Đối tác", "Nhà cung cấp", "Nhân viên", "Báo chí", "Không phù hợp");
    }

    @Test
    void whoever_moves_somebody_aside_says_of_which_kind_he_is() {
        for (String of : List.of("contacts", "companies")) {
            String id = make(of, Map.of()).json("id");
            String path = "/api/" + of + "/" + id;
            Map<String, String> unsaid = Map.of("stage", "OTHER", "reason", "không mua");
            assertThat(fields(api.post(path + "/lifecycle", unsaid).expect(400)))
                    .containsExactly("otherKindId");
            assertThat(fields(api.post(path + "/lifecycle", Map.of("stage", "MQL", "otherKindId", partner))
                            .expect(400)))
                    .containsExactly("otherKindId");

            Answer moved = api.post(
                            path + "/lifecycle", Map.of("stage", "OTHER", "reason", "cùng bán", "otherKindId", partner))
                    .expect(200);

            assertThat(moved.json("changes.1.otherKindId")).isEqualTo(partner);
            assertThat(api.get(path).json("otherKindId")).isEqualTo(partner);
            assertThat(api.get("/api/audit?limit=1&recordId=" + id).json("items.0.names." + partner))
                    .isEqualTo("Đối tác");
            assertThat(api.get(path + "/timeline").json("items.0.otherKindId")).isEqualTo(partner);
            api.post(path + "/lifecycle", Map.of("stage", "LEAD")).expect(200);
            assertThat(api.get(path).json("otherKindId")).isEmpty();
        }
    }

    @Test
    void a_new_one_in_other_is_of_a_kind_and_nobody_else_is() {
        assertThat(fields(api.post("/api/contacts", Map.of("fullName", "A", "lifecycleStage", "OTHER"))
                        .expect(400)))
                .containsExactly("otherKindId");
        assertThat(fields(api.post("/api/contacts", Map.of("fullName", "A", "otherKindId", partner))
                        .expect(400)))
                .containsExactly("otherKindId");
        assertThat(make("contacts", Map.of("lifecycleStage", "OTHER", "otherKindId", partner))
                        .json("otherKindId"))
                .isEqualTo(partner);
    }

    @Test
    void of_whom_nobody_has_said_it_it_is_said_later() {
        imports.rows(contactImport, api.viewer(), Duplicates.SKIP, row(Map.of("lifecycleStage", "OTHER")));
        Answer unsaid = found(predicate("otherKindId", "empty", null));
        String path = "/api/contacts/" + unsaid.json("items.0.id");
        assertThat(ids(unsaid)).hasSize(1);

        Answer patched = api.patch(path, unsaid.at("items.0.version").asInt(), Map.of("otherKindId", supplier))
                .expect(200);
        assertThat(patched.json("otherKindId")).isEqualTo(supplier);
        assertThat(ids(found(predicate("otherKindId", "in", "[\"" + supplier + "\"]"))))
                .hasSize(1);

        api.with("If-Match", patched.etag())
                .post(path + "/lifecycle", Map.of("stage", "OTHER", "otherKindId", partner))
                .expect(200);
        assertThat(api.get(path).json("otherKindId")).isEqualTo(partner);
        assertThat(api.get("/api/audit?recordId=" + path.substring(path.lastIndexOf('/') + 1))
                        .body())
                .contains("otherKindId");
    }

    @Test
    void a_file_names_the_kind_and_says_it_again_when_it_goes_out() {
        assertThat(take(Map.of("otherKind", "nha cung cap"))).isInstanceOf(Outcome.Created.class);
        assertThat(ids(found(predicate("lifecycleStage", "eq", "\"OTHER\"")))).hasSize(1);
        assertThat(found(predicate("otherKindId", "eq", "\"" + supplier + "\"")).json("items.0.otherKindId"))
                .isEqualTo(supplier);
        ExportedFile file = ExportedFile.of(
                api, "contacts", Map.of("filter", predicate("email", "eq", "\"" + mark + "@khac.vn\"")));
        assertThat(file.column("Loại trong “Khác”")).containsExactly("Nhà cung cấp");

        Outcome.Updated updated = (Outcome.Updated) take(Map.of("otherKind", "Đối tác"));
        assertThat(found(predicate("otherKindId", "eq", "\"" + partner + "\""))
                        .at("items")
                        .size())
                .isEqualTo(1);
        imports.undo(
                contactImport,
                api.viewer(),
                updated.id(),
                new Done(2, updated.id(), updated.before(), updated.after()));
        assertThat(api.get("/api/contacts/" + updated.id()).json("otherKindId")).isEqualTo(supplier);

        assertThat(take(Map.of("otherKind", "Sao Hoả"))).isInstanceOf(Outcome.Failed.class);
        assertThat(take(Map.of("otherKind", "Đối tác", "lifecycleStage", "LEAD")))
                .isEqualTo(new Outcome.Failed("otherKind", "only-for-other"));
    }

    @Test
    void whoever_turns_out_to_be_no_lead_is_not_fit() {
        String id = make("contacts", Map.of()).json("id");
        String deal = api.post("/api/deals", Map.of("name", "Đơn", "contactIds", List.of(id)))
                .json("id");
        api.post("/api/deals/" + deal + "/lose", Map.of("reason", "NOT_ICP", "recycle", true))
                .expect(200);
        assertThat(api.get("/api/contacts/" + id).json("otherKindId")).isEqualTo(kind("Không phù hợp"));

        String again = api.post("/api/deals", Map.of("name", "Đơn", "contactIds", List.of(id)))
                .json("id");
        api.post("/api/deals/" + again + "/win", null).expect(200);
        assertThat(api.get("/api/contacts/" + id).json("otherKindId")).isEmpty();
        api.post("/api/deals/" + again + "/reopen", null).expect(200);
        assertThat(api.get("/api/contacts/" + id).json("otherKindId")).isEqualTo(kind("Không phù hợp"));
    }

    @Test
    void the_company_edits_its_list() {
        Answer made = api.post("/api/other-kinds", Map.of("name", "Nhà đầu tư-" + mark))
                .expect(201);
        String path = "/api/other-kinds/" + made.json("id");
        assertThat(api.post("/api/other-kinds", Map.of("name", "nha dau tu-" + mark))
                        .expect(409)
                        .json("type"))
                .endsWith("other-kind-taken");
        Answer renamed = api.patch(path, made.etag(), Map.of("name", "Cổ đông-" + mark, "position", 1))
                .expect(200);
        assertThat(api.get("/api/other-kinds").json("items.0.name")).isEqualTo("Cổ đông-" + mark);
        api.patch(path, made.etag(), Map.of("name", "Khác")).expect(412);

        String contact = make("contacts", Map.of("lifecycleStage", "OTHER", "otherKindId", made.json("id")))
                .json("id");
        api.patch(path, renamed.etag(), Map.of("archived", true, "position", 99))
                .expect(200);

        assertThat(api.get("/api/contacts/" + contact).json("otherKindId")).isEqualTo(made.json("id"));
        api.patch("/api/contacts/" + contact, 1, Map.of("jobTitle", "Giám đốc")).expect(200);
        assertThat(fields(api.post(
                                "/api/contacts",
                                Map.of("fullName", "B", "lifecycleStage", "OTHER", "otherKindId", made.json("id")))
                        .expect(400)))
                .containsExactly("otherKindId");
        assertThat(contactImport.fields().stream()
                        .filter(field -> field.name().equals("otherKind"))
                        .findFirst()
                        .orElseThrow()
                        .values())
                .contains("Đối tác")
                .doesNotContain("Cổ đông-" + mark);
    }

    @Test
    void only_who_runs_the_workspace_edits_the_list() {
        for (Role role : List.of(Role.INSIDE_REP, Role.MARKETING_MANAGER, Role.SALES_MANAGER, Role.VIEWER)) {
            api.as(role).get("/api/other-kinds").expect(200);
            api.as(role).post("/api/other-kinds", Map.of("name", "Bạn bè")).expect(403);
            api.as(role)
                    .patch("/api/other-kinds/" + partner, 1, Map.of("name", "Bạn bè"))
                    .expect(403);
        }
        api.as(Role.INSIDE_REP).scopes("deals:read").get("/api/other-kinds").expect(403);
    }

    private String kind(String name) {
        JsonNode items = api.get("/api/other-kinds").expect(200).at("items");
        return items.valueStream()
                .filter(kind -> kind.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private Answer make(String of, Map<String, ?> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put(of.equals("contacts") ? "fullName" : "name", "Hoa " + mark);
        return api.post("/api/" + of, body).expect(201);
    }

    private Outcome take(Map<String, String> more) {
        return imports.rows(contactImport, api.viewer(), Duplicates.UPDATE, row(more))
                .getFirst();
    }

    private Map<String, String> row(Map<String, String> more) {
        Map<String, String> row = new java.util.HashMap<>(more);
        row.put("fullName", "Hoa " + mark);
        row.put("email", mark + "@khac.vn");
        return row;
    }

    private Answer found(String predicate) {
        return api.get("/api/contacts?filter="
                        + query("{\"all\":[" + predicate("email", "eq", "\"" + mark + "@khac.vn\"") + "," + predicate
                                + "]}"))
                .expect(200);
    }

    private static String predicate(String field, String op, @Nullable String value) {
        return "{\"field\":\"" + field + "\",\"op\":\"" + op + "\"" + (value == null ? "" : ",\"value\":" + value)
                + "}";
    }
}
