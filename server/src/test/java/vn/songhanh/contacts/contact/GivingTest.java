package vn.songhanh.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.contact.ContactsTest.unique;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;
import vn.songhanh.workspace.members.Role;

/** Whoever may not make records for a member does not give him any either, by whatever door. */
@SongHanhTest
class GivingTest {

    @Autowired
    Api api;

    @Autowired
    TestImports imports;

    @Autowired
    List<ImportTarget> targets;

    private final String mark = unique();
    private Api lan;
    private Api minh;
    private Api lead;

    @BeforeEach
    void two_teams() {
        lan = api.as("Lan " + mark, Role.INSIDE_REP, "Bắc " + mark);
        minh = api.as("Minh " + mark, Role.INSIDE_REP, "Nam " + mark);
        lead = api.as("Hùng " + mark, Role.SALES_MANAGER, "Bắc " + mark);
    }

    @Test
    void records_are_given_only_to_whom_one_may_make_them_for() {
        for (String kind : List.of("contacts", "companies", "deals")) {
            Answer record = lan.post("/api/" + kind, body(kind, "Của Lan " + mark, null))
                    .expect(201);
            String path = "/api/" + kind + "/" + record.json("id");
            String his = minh.memberId().toString();

            refused(lan.post("/api/" + kind, body(kind, "Cho Minh", his)));
            refused(lan.patch(path, record.etag(), Map.of("ownerId", his)));
            refused(lead.patch(path, record.etag(), Map.of("ownerId", his)));
            lan.patch(path, record.etag(), Map.of("ownerId", lan.memberId())).expect(200);
            Answer led = lead.patch(path, lan.get(path).etag(), Map.of("ownerId", lead.memberId()))
                    .expect(200);
            assertThat(led.json("ownerId")).isEqualTo(lead.memberId().toString());
            api.patch(path, led.etag(), Map.of("ownerId", his)).expect(200);
        }
    }

    @Test
    void nobody_is_given_what_one_may_not_take_from_nobody() {
        for (String kind : List.of("contacts", "companies")) {
            Answer record = lan.post("/api/" + kind, body(kind, "Của Lan " + mark, null))
                    .expect(201);
            Map<String, @Nullable Object> nobody = new HashMap<>();
            nobody.put("ownerId", null);
            refused(lan.patch("/api/" + kind + "/" + record.json("id"), record.etag(), nobody));
            api.patch("/api/" + kind + "/" + record.json("id"), record.etag(), nobody)
                    .expect(200);
        }
    }

    @Test
    void a_file_gives_records_by_the_same_rule() {
        for (Map.Entry<String, String> key : Map.of("contacts", "email", "companies", "domain", "deals", "externalId")
                .entrySet()) {
            ImportTarget target = targets.stream()
                    .filter(each -> each.object().equals(key.getKey()))
                    .findFirst()
                    .orElseThrow();
            String name = target.object().equals("contacts") ? "fullName" : "name";
            String value = key.getValue().equals("email") ? mark + "@give.vn" : mark + ".vn";
            Map<String, String> own = Map.of(name, "Của Lan", key.getValue(), value);
            Map<String, String> given = Map.of(name, "Của Lan", key.getValue(), value, "owner", "Minh " + mark);
            Outcome refused = new Outcome.Failed("owner", "not-yours-to-give");

            assertThat(take(target, given)).isEqualTo(refused);
            assertThat(take(target, own)).isInstanceOf(Outcome.Created.class);
            assertThat(take(target, given)).isEqualTo(refused);
        }
    }

    private Outcome take(ImportTarget target, Map<String, String> row) {
        return imports.rows(target, lan.viewer(), Duplicates.UPDATE, row).getFirst();
    }

    private static Map<String, Object> body(String kind, String name, @Nullable String owner) {
        Map<String, Object> body = new HashMap<>();
        body.put(kind.equals("contacts") ? "fullName" : "name", name);
        if (owner != null) {
            body.put("ownerId", owner);
        }
        return body;
    }

    private static void refused(Answer answer) {
        assertThat(answer.expect(403).json("type")).endsWith("not-yours-to-give");
    }
}
