package vn.songhanh.workspace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class AuditTrailTest {

    private static final String PASSWORD = "trời xanh mây trắng";

    @Autowired
    Api api;

    @Autowired
    TestTimers timers;

    @Autowired
    DSLContext db;

    @Test
    void a_change_is_shown_with_who_what_and_from_what_to_what() {
        Api rep = api.as("Lan Nhật Ký", Role.INSIDE_REP, "Đội nhật ký");
        String company = api.post("/api/companies", Map.of("name", "Công ty Nhật Ký"))
                .expect(201)
                .json("id");
        Answer made = rep.post("/api/contacts", Map.of("fullName", "Trần Bình", "jobTitle", "Kế toán"))
                .expect(201);
        String id = made.json("id");
        api.patch("/api/contacts/" + id, made.etag(), Map.of("jobTitle", "Giám đốc", "companyId", company))
                .expect(200);

        Answer trail = api.get("/api/audit?recordId=" + id).expect(200);
        JsonNode updated = trail.at("items.0");
        assertThat(updated.at("/action").asString()).isEqualTo("updated");
        assertThat(updated.at("/kind").asString()).isEqualTo("CONTACT");
        assertThat(updated.at("/via").asString()).isEqualTo("API");
        assertThat(updated.at("/recordName").asString()).isEqualTo("Trần Bình");
        assertThat(updated.at("/actor/name").asString()).isNotEmpty();
        assertThat(updated.at("/before")).hasToString("{\"jobTitle\":\"Kế toán\"}");
        assertThat(updated.at("/after/jobTitle").asString()).isEqualTo("Giám đốc");
        assertThat(updated.at("/names/" + company).asString()).isEqualTo("Công ty Nhật Ký");
        JsonNode created = trail.at("items.1");
        assertThat(created.at("/actor/name").asString()).isEqualTo("Lan Nhật Ký");
        assertThat(created.at("/before").isNull()).isTrue();
        assertThat(created.at("/after/fullName").asString()).isEqualTo("Trần Bình");
    }

    @Test
    void of_a_kind_that_somebody_may_not_read_whole_the_trail_tells_him_nothing() {
        Api administrator = api.as("Quản trị hẹp", Role.ADMINISTRATOR, "Đội nhật ký");
        String id = api.post("/api/contacts", Map.of("fullName", "Người Ngoài Tầm"))
                .expect(201)
                .json("id");
        assertThat(administrator.get("/api/audit?recordId=" + id).at("items").size())
                .isEqualTo(1);
        Map<String, Object> before = new HashMap<>();
        api.get("/api/roles").at("items").forEach(role -> {
            if (role.get("role").asString().equals("ADMINISTRATOR")) {
                role.get("permissions").properties().forEach(kind -> before.put(kind.getKey(), kind.getValue()));
            }
        });
        Map<String, Object> narrower = new HashMap<>(before);
        narrower.put("CONTACT", Map.of("READ", "OWN", "WRITE", "OWN"));
        api.put("/api/roles/ADMINISTRATOR", Map.of("permissions", narrower)).expect(200);
        try {
            assertThat(administrator
                            .get("/api/audit?recordId=" + id)
                            .expect(200)
                            .at("items"))
                    .isEmpty();
            Answer all = administrator.get("/api/audit?limit=200").expect(200);
            assertThat(all.at("items").findValuesAsString("kind")).isNotEmpty().doesNotContain("CONTACT");
            administrator.get("/api/audit?kind=CONTACT").expect(403);
            administrator.get("/api/audit?kind=WORKSPACE").expect(200);
        } finally {
            api.put("/api/roles/ADMINISTRATOR", Map.of("permissions", before)).expect(200);
        }
    }

    @Test
    void what_was_deleted_still_has_a_name() {
        String id = api.post("/api/contacts", Map.of("fullName", "Người Đã Xoá"))
                .expect(201)
                .json("id");
        api.delete("/api/contacts/" + id).expect(204);
        Answer trail = api.get("/api/audit?action=deleted&recordId=" + id).expect(200);
        assertThat(trail.json("items.0.recordName")).isEqualTo("Người Đã Xoá");
        assertThat(trail.at("items").size()).isEqualTo(1);
    }

    @Test
    void filters_narrow_it_down_and_pages_follow_each_other() {
        Api minh = api.as("Minh Nhật Ký", Role.INSIDE_REP, "Đội nhật ký");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(minh.post("/api/contacts", Map.of("fullName", "Khách " + i))
                    .expect(201)
                    .json("id"));
        }
        String his = "/api/audit?limit=2&kind=CONTACT&action=created&actorId=" + minh.memberId();
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    api.get(his + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).expect(200);
            page.at("items").forEach(line -> seen.add(line.at("/recordId").asString()));
            cursor = page.json("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(made.reversed());

        assertThat(api.get(his + "&from=2026-11-23&to=2026-11-23").at("items").size())
                .isEqualTo(2);
        assertThat(api.get(his + "&from=2026-11-24").at("items")).isEmpty();
        assertThat(api.get(his + "&to=2026-11-22").at("items")).isEmpty();
        assertThat(api.get("/api/audit?kind=SLA&actorId=" + minh.memberId()).at("items"))
                .isEmpty();
    }

    @Test
    void what_cannot_be_asked_is_told_by_its_name() {
        for (String wrong : List.of("kind=MOON", "recordId=1", "actorId=x", "from=hôm-nay", "limit=0", "cursor=x")) {
            String encoded = wrong.replace("ô", "%C3%B4");
            assertThat(api.get("/api/audit?" + encoded).expect(400).json("errors.0.field"))
                    .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void only_those_who_run_the_workspace_may_read_it() {
        for (Role role : Set.of(Role.SALES_MANAGER, Role.MARKETING_MANAGER, Role.INSIDE_REP, Role.VIEWER)) {
            api.as(role).get("/api/audit").expect(403);
            api.as(role).get("/api/audit/seal").expect(403);
            api.as(role).post("/api/audit/seal/check", null).expect(403);
        }
        api.as(Role.ADMINISTRATOR).get("/api/audit").expect(200);
        api.as(Role.ADMINISTRATOR)
                .scopes("contacts:read", "workspace:read")
                .get("/api/audit")
                .expect(403);
    }

    @Test
    void a_member_leaves_a_trail_from_the_first_day_to_the_last() {
        Map<String, Object> input = new HashMap<>();
        input.put("fullName", "Người Mới");
        input.put("email", Ids.next() + "@songhanh.test");
        input.put("role", "INSIDE_REP");
        input.put("teamId", api.team("Đội nhật ký").toString());
        String id = api.post("/api/members", input).expect(201).json("id");
        String path = "/api/members/" + id;
        String token = api.post(path + "/invitation", null).expect(201).json("path");
        token = token.substring(token.indexOf('=') + 1);
        api.anonymous()
                .post("/api/invitations/accept", Map.of("token", token, "password", PASSWORD))
                .expect(204);
        String absence = api.post(path + "/absences", Map.of("from", "2026-12-01"))
                .expect(201)
                .json("absences.0.id");
        api.delete(path + "/absences/" + absence).expect(200);
        api.patch(path, api.get(path).etag(), Map.of("role", "OUTSIDE_REP")).expect(200);
        assertThat(actions(id))
                .containsExactly("created", "invited", "password-set", "absence-added", "absence-removed", "updated");
        assertThat(api.get("/api/audit?action=password-set&recordId=" + id).json("items.0.actor.id"))
                .isEqualTo(id);
        assertNowhere(PASSWORD, token, "argon2");
    }

    @Test
    void keys_tell_when_they_came_and_went_and_never_what_they_are() {
        Api lan = api.as("Lan Chìa Khoá", Role.INSIDE_REP, "Đội nhật ký");
        Answer one = lan.post("/api/api-keys", Map.of("name", "Một", "scopes", List.of("contacts:read")))
                .expect(201);
        Answer two = lan.post("/api/api-keys", Map.of("name", "Hai", "scopes", List.of("contacts:read")))
                .expect(201);
        lan.delete("/api/api-keys/" + one.json("apiKey.id"));
        String member = "/api/members/" + lan.memberId();
        api.patch(member, api.get(member).etag(), Map.of("active", false)).expect(200);

        assertThat(actions(one.json("apiKey.id"))).containsExactly("api-key-created", "api-key-revoked");
        assertThat(actions(two.json("apiKey.id"))).containsExactly("api-key-created", "api-key-revoked");
        assertThat(api.get("/api/audit?recordId=" + two.json("apiKey.id")).json("items.0.actor.id"))
                .isEqualTo(api.memberId().toString());
        assertNowhere(one.json("key"), two.json("key"));
    }

    @Test
    void a_new_password_and_a_new_language_are_told_without_the_password() {
        Api mai = api.as("Mai Mật Khẩu", Role.MARKETER, "Đội nhật ký");
        String path = api.post("/api/members/" + mai.memberId() + "/invitation", null)
                .expect(201)
                .json("path");
        api.anonymous()
                .post(
                        "/api/invitations/accept",
                        Map.of("token", path.substring(path.indexOf('=') + 1), "password", PASSWORD))
                .expect(204);
        String secret = "một mật khẩu khác hẳn";
        mai.post("/api/me/password", Map.of("current", PASSWORD, "password", secret))
                .expect(204);
        mai.send("PATCH", "/api/me", Map.of("locale", "en")).expect(200);
        assertThat(actions(mai.memberId().toString()))
                .containsExactly("created", "invited", "password-set", "password-set", "updated");
        assertNowhere(PASSWORD, secret);
    }

    @Test
    void how_the_workspace_is_run_leaves_a_trail() {
        Set<String> before = actionsOf("WORKSPACE");
        assertThat(before).contains("founded", "team-created", "api-key-created");

        Answer team =
                api.post("/api/teams", Map.of("name", "Đội " + Ids.next())).expect(201);
        api.patch("/api/teams/" + team.json("id"), team.etag(), Map.of("name", "Đội " + Ids.next()))
                .expect(200);
        api.delete("/api/teams/" + team.json("id")).expect(204);
        assertThat(actions(team.json("id"))).containsExactly("team-created", "team-updated", "team-deleted");

        api.patch("/api/workspace", api.get("/api/workspace").etag(), Map.of("currency", "USD"))
                .expect(200);
        api.patch("/api/workspace", api.get("/api/workspace").etag(), Map.of("currency", "VND"))
                .expect(200);
        JsonNode viewer = api.get("/api/roles")
                .at("items")
                .valueStream()
                .filter(role -> role.at("/role").asString().equals("VIEWER"))
                .findFirst()
                .orElseThrow()
                .at("/permissions");
        api.put("/api/roles/VIEWER", Map.of("permissions", viewer)).expect(200);
        String key = "f" + Ids.next().toString().replace("-", "").substring(0, 20);
        Answer field = api.post(
                        "/api/custom-fields",
                        Map.of("kind", "CONTACT", "type", "TEXT", "key", key, "label", Map.of("vi", "Sở thích")))
                .expect(201);
        api.patch("/api/custom-fields/" + field.json("id"), field.etag(), Map.of("archived", true))
                .expect(200);
        api.post("/api/calendar/days", Map.of("date", "2026-12-23", "kind", "HOLIDAY", "name", "Nghỉ"))
                .expect(201);
        api.patch("/api/calendar/days/2026-12-23", 1, Map.of("name", "Nghỉ thêm"))
                .expect(200);
        api.delete("/api/calendar/days/2026-12-23").expect(204);
        Map<String, Object> hours = Map.of(
                "validFrom", "2027-06-01", "week", Map.of("MONDAY", List.of(Map.of("from", "08:00", "to", "12:00"))));
        Answer added = api.post("/api/calendar/hours", hours).expect(201);
        api.patch("/api/calendar/hours/2027-06-01", added.etag(), Map.of("zone", "Asia/Bangkok"))
                .expect(200);
        api.delete("/api/calendar/hours/2027-06-01").expect(204);
        assertThat(actionsOf("WORKSPACE"))
                .contains(
                        "settings-changed",
                        "role-changed",
                        "custom-field-created",
                        "custom-field-changed",
                        "calendar-day-added",
                        "calendar-day-changed",
                        "calendar-day-removed",
                        "hours-added",
                        "hours-changed",
                        "hours-removed");
    }

    @Test
    void the_records_of_every_day_leave_a_trail() {
        Answer company =
                api.post("/api/companies", Map.of("name", "Công ty Vết")).expect(201);
        String companyPath = "/api/companies/" + company.json("id");
        api.patch(companyPath, company.etag(), Map.of("industry", "Sữa")).expect(200);
        api.delete(companyPath).expect(204);
        api.post(companyPath + "/restore", null).expect(200);
        assertThat(actions(company.json("id"))).containsExactly("created", "updated", "deleted", "restored");

        String contact = api.post("/api/contacts", Map.of("fullName", "Người Có Vết"))
                .expect(201)
                .json("id");
        api.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "SQL"));
        api.delete("/api/contacts/" + contact).expect(204);
        api.post("/api/contacts/" + contact + "/restore", null).expect(200);
        assertThat(actions(contact)).containsExactly("created", "updated", "deleted", "restored");

        JsonNode pipeline = api.get("/api/pipelines").expect(200).at("items.0");
        String deal = api.post("/api/deals", Map.of("name", "Đơn có vết", "contactIds", List.of(contact)))
                .expect(201)
                .json("id");
        String stage = pipeline.at("/stages/2/id").asString();
        api.post("/api/deals/" + deal + "/move", Map.of("stageId", stage)).expect(200);
        api.post("/api/deals/" + deal + "/win", Map.of()).expect(200);
        api.post("/api/deals/" + deal + "/reopen", Map.of()).expect(200);
        api.delete("/api/deals/" + deal).expect(204);
        assertThat(actions(deal)).containsExactly("created", "moved", "won", "reopened", "deleted");
        Answer moved = api.get("/api/audit?action=moved&recordId=" + deal).expect(200);
        assertThat(moved.json("items.0.names." + stage))
                .isEqualTo(pipeline.at("/stages/2/name").asString());

        String path = "/api/pipelines/" + pipeline.at("/id").asString();
        api.patch(path, api.get(path).etag(), Map.of("name", "Quy trình có vết"))
                .expect(200);
        assertThat(actions(pipeline.at("/id").asString())).contains("updated");

        String sla = api.get("/api/slas").expect(200).json("items.0.id");
        api.patch("/api/slas/" + sla, api.get("/api/slas/" + sla).etag(), Map.of("name", "Cam kết có vết"))
                .expect(200);
        assertThat(actions(sla)).contains("proposed");
    }

    @Test
    void an_import_tells_what_it_did_and_each_member_whom_it_brought() {
        byte[] csv = "Họ tên,Email,Nhóm\nVõ Nhập Một,%s@songhanh.test,Đội nhập\n"
                .formatted(Ids.next())
                .getBytes(StandardCharsets.UTF_8);
        String id = api.upload("/api/imports", Map.of("object", "members"), "người.csv", csv)
                .expect(201)
                .json("id");
        timers.runDue();
        assertThat(api.get("/api/imports/" + id).json("status")).isEqualTo("DONE");
        Answer trail = api.get("/api/audit?recordId=" + id).expect(200);
        assertThat(actions(id)).containsExactly("started", "imported");
        assertThat(trail.json("items.0.recordName")).isEqualTo("người.csv");
        assertThat(trail.at("items.0.after.created").asInt()).isEqualTo(1);

        String member = (String) db.fetchValue("select id::text from workspace.member where full_name = 'Võ Nhập Một'");
        Answer brought = api.get("/api/audit?recordId=" + member).expect(200);
        assertThat(brought.json("items.0.action")).isEqualTo("created");
        assertThat(brought.json("items.0.via")).isEqualTo("IMPORT");

        api.post("/api/imports/" + id + "/undo", null);
        timers.runDue();
        assertThat(actions(id)).containsExactly("started", "imported", "undo-started", "undone");
    }

    /** In the order in which they happened. */
    private List<String> actions(String recordId) {
        List<String> actions = new ArrayList<>();
        api.get("/api/audit?recordId=" + recordId)
                .expect(200)
                .at("items")
                .forEach(line -> actions.addFirst(line.at("/action").asString()));
        return actions;
    }

    private Set<String> actionsOf(String kind) {
        Set<String> actions = new TreeSet<>();
        String cursor = "";
        do {
            Answer page = api.get("/api/audit?limit=200&kind=" + kind + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200);
            page.at("items").forEach(line -> actions.add(line.at("/action").asString()));
            cursor = page.json("nextCursor");
        } while (!cursor.isEmpty());
        return actions;
    }

    private void assertNowhere(String... secrets) {
        for (String secret : secrets) {
            assertThat(db.fetch("select from workspace.audit_entry where strpos(concat(before, after), ?) > 0", secret))
                    .as(secret)
                    .isEmpty();
        }
    }
}
