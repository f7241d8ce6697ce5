package vn.songhanh.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class ApiKeysTest {

    @Autowired
    Api api;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    @Autowired
    DataSource dataSource;

    @Test
    void a_key_is_shown_once_and_opens_the_door_until_it_is_revoked() {
        Answer made = api.post("/api/api-keys", Map.of("name", "Kế toán", "scopes", List.of("members:read")))
                .expect(201);
        String secret = made.json("key");
        assertThat(secret).matches("shk_[A-Za-z0-9_-]{43}");
        Api program = bearer(secret);
        program.get("/api/members").expect(200);
        assertThat(api.get("/api/api-keys").expect(200).body())
                .doesNotContain(secret)
                .contains("Kế toán");

        api.delete("/api/api-keys/" + made.json("apiKey.id")).expect(204);
        Answer refused = program.get("/api/members").expect(401);
        assertThat(refused.json("type")).isEqualTo("/problems/invalid-api-key");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_key_does_what_its_scopes_say_and_no_more() {
        Map<String, String> team = Map.of("name", "Đội của một khóa");
        Api reader = api.scopes("members:read");
        reader.get("/api/members").expect(200);
        reader.post("/api/teams", team).expect(403);
        reader.get("/api/workspace").expect(403);
        api.scopes("workspace:write").post("/api/teams", team).expect(201);
        api.scopes("*:read").get("/api/workspace").expect(200);
        assertThat(reader.get("/api/me").json("permissions.CONTACT.READ")).isEqualTo("NONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "companies", "deals", "handoffs", "imports", "members", "slas", "pipelines"})
    void a_list_beyond_the_scopes_is_refused_and_not_empty(String list) {
        api.scopes("workspace:read").get("/api/" + list).expect(403);
    }

    @Test
    void a_key_never_exceeds_its_member() {
        Api rep = api.as(Role.INSIDE_REP).scopes("*");
        assertThat(rep.get("/api/me").expect(200).json("permissions.CONTACT.READ"))
                .isEqualTo("OWN");
        rep.send("PATCH", "/api/roles/VIEWER", Map.of()).expect(405);
        rep.put("/api/roles/VIEWER", Map.of("permissions", Map.of())).expect(403);
    }

    @Test
    void a_narrow_key_changes_nothing_that_belongs_to_the_member_himself() {
        Api narrow = api.scopes("contacts:read");
        String absences = "/api/members/" + api.memberId() + "/absences";
        Map<String, String> view = Map.of("kind", "CONTACT", "name", "Của khóa");
        assertThat(narrow.send("PATCH", "/api/me", Map.of("locale", "en"))
                        .expect(403)
                        .json("type"))
                .isEqualTo("/problems/narrow-key");
        narrow.post("/api/views", view).expect(403);
        narrow.post(absences, Map.of("from", "2026-12-01")).expect(403);
        api.scopes("workspace:read").post("/api/notices/read-all", null).expect(403);

        api.scopes("members:write").post(absences, Map.of("from", "2026-12-01")).expect(201);
        api.scopes("*:*").post("/api/views", view).expect(201);
        Api rep = api.as(Role.VIEWER).scopes("*");
        rep.send("PATCH", "/api/me", Map.of("locale", "en")).expect(200);
        rep.post("/api/members/" + rep.memberId() + "/absences", Map.of("from", "2026-12-01"))
                .expect(201);
    }

    @Test
    void a_narrow_key_cannot_make_a_wider_one() {
        Api narrow = api.scopes("contacts:read");
        narrow.post("/api/api-keys", Map.of("name", "rộng", "scopes", List.of("*")))
                .expect(403);
        narrow.post("/api/api-keys", Map.of("name", "hẹp", "scopes", List.of("contacts:read")))
                .expect(201);
    }

    @Test
    void a_key_makes_no_key_for_what_it_was_not_given_even_if_its_member_may_not_do_it_either_yet() {
        Api narrow = api.as(Role.VIEWER).scopes("contacts:read");
        narrow.post("/api/api-keys", Map.of("name", "ngoài", "scopes", List.of("workspace:write")))
                .expect(403);
        api.scopes("*:read", "*:write", "*:delete", "*:export")
                .post("/api/api-keys", Map.of("name", "tất cả", "scopes", List.of("*")))
                .expect(403);
    }

    @Test
    void a_key_that_a_key_made_ends_no_later_and_is_revoked_with_it() {
        Instant end = clock.instant().plus(Duration.ofDays(30));
        Answer first = api.post(
                        "/api/api-keys",
                        Map.of("name", "mẹ", "scopes", List.of("contacts:*"), "expiresAt", end.toString()))
                .expect(201);
        Api mother = bearer(first.json("key"));
        Map<String, ?> reading = Map.of("name", "con", "scopes", List.of("contacts:read"));
        Answer second = mother.post("/api/api-keys", reading).expect(201);
        assertThat(second.json("apiKey.expiresAt")).isEqualTo(end.toString());
        assertThat(second.json("apiKey.parentId")).isEqualTo(first.json("apiKey.id"));
        Answer later = mother.post(
                        "/api/api-keys",
                        Map.of(
                                "name",
                                "lâu hơn",
                                "scopes",
                                List.of("contacts:read"),
                                "expiresAt",
                                end.plusSeconds(1).toString()))
                .expect(400);
        assertThat(later.json("errors.0.code")).isEqualTo("beyond-your-key");
        Api daughter = bearer(second.json("key"));
        Api granddaughter =
                bearer(daughter.post("/api/api-keys", reading).expect(201).json("key"));
        granddaughter.get("/api/contacts").expect(200);

        api.delete("/api/api-keys/" + first.json("apiKey.id")).expect(204);
        for (Api gone : List.of(mother, daughter, granddaughter)) {
            gone.get("/api/contacts").expect(401);
        }
    }

    @Test
    void a_key_makes_no_key_while_it_is_being_revoked() throws Exception {
        Answer made = api.post("/api/api-keys", Map.of("name", "mẹ", "scopes", List.of("contacts:*")))
                .expect(201);
        Api mother = bearer(made.json("key"));
        mother.get("/api/me").expect(200);
        CompletableFuture<Answer> late;
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (Statement revoke = other.createStatement()) {
                revoke.execute("select id from workspace.member where id = '" + api.memberId() + "' for no key update");
                revoke.execute(
                        "update workspace.api_key set revoked_at = now() where id = '" + made.json("apiKey.id") + "'");
            }
            late = CompletableFuture.supplyAsync(
                    () -> mother.post("/api/api-keys", Map.of("name", "con", "scopes", List.of("contacts:read"))));
            while (!late.isDone()
                    && db.fetchCount(db.select(DSL.inline(1))
                                    .from("pg_stat_activity")
                                    .where("wait_event_type = 'Lock' and datname = current_database()"))
                            == 0) {
                Thread.onSpinWait();
            }
            other.commit();
        }
        late.get().expect(401);
    }

    @Test
    void a_narrow_key_knows_itself_and_its_own_keys_alone_and_may_end_them() {
        api.post("/api/api-keys", Map.of("name", "Khóa khác", "scopes", List.of("*")))
                .expect(201);
        Api narrow = api.scopes("contacts:read");
        String child = narrow.post("/api/api-keys", Map.of("name", "con", "scopes", List.of("contacts:read")))
                .expect(201)
                .json("apiKey.id");
        Answer known = narrow.get("/api/api-keys").expect(200);
        assertThat(known.at("items").findValuesAsString("name")).containsExactly("con", "test");
        narrow.delete("/api/api-keys/" + child).expect(204);
        narrow.delete("/api/api-keys/" + known.json("items.1.id")).expect(204);
        narrow.get("/api/contacts").expect(401);
    }

    @Test
    void a_narrow_key_reads_nothing_that_belongs_to_the_member_himself() {
        api.post("/api/views", Map.of("kind", "CONTACT", "name", "Riêng của chủ"))
                .expect(201);
        api.post("/api/views", Map.of("kind", "CONTACT", "name", "Chung", "shared", "ALL"))
                .expect(201);
        api.post("/api/views", Map.of("kind", "DEAL", "name", "Thương vụ chung", "shared", "ALL"))
                .expect(201);
        Api narrow = api.scopes("contacts:read", "workspace:read");
        assertThat(narrow.get("/api/notices").expect(403).json("type")).isEqualTo("/problems/narrow-key");
        assertThat(narrow.get("/api/views").expect(200).at("items").findValuesAsString("name"))
                .contains("Chung")
                .doesNotContain("Riêng của chủ", "Thương vụ chung");
        api.scopes("*").get("/api/notices").expect(200);
        assertThat(api.scopes("*").get("/api/views").at("items").findValuesAsString("name"))
                .contains("Riêng của chủ", "Thương vụ chung");
    }

    @Test
    void an_expired_key_opens_nothing() {
        Instant end = clock.instant().plus(Duration.ofDays(30));
        String secret = api.post(
                        "/api/api-keys",
                        Map.of("name", "Một tháng", "scopes", List.of("*"), "expiresAt", end.toString()))
                .expect(201)
                .json("key");
        bearer(secret).get("/api/me").expect(200);
        clock.set(end);
        bearer(secret).get("/api/me").expect(401);
    }

    @Test
    void the_last_use_is_written_once_a_minute() {
        Answer made = api.post("/api/api-keys", Map.of("name", "Đồng hồ", "scopes", List.of("*")))
                .expect(201);
        Api program = bearer(made.json("key"));
        program.get("/api/me").expect(200);
        assertThat(lastUse(made)).isEqualTo(TestClock.MONDAY_MORNING.toString());
        clock.advance(Duration.ofSeconds(59));
        program.get("/api/me").expect(200);
        assertThat(lastUse(made)).isEqualTo(TestClock.MONDAY_MORNING.toString());
        clock.advance(Duration.ofSeconds(1));
        program.get("/api/me").expect(200);
        assertThat(lastUse(made)).isEqualTo(clock.instant().toString());
    }

    @Test
    void everyone_sees_his_own_keys_and_an_administrator_everybodys() {
        Api rep = api.as(Role.OUTSIDE_REP);
        String name = "Khóa của người đi thị trường";
        String id = rep.post("/api/api-keys", Map.of("name", name, "scopes", List.of("contacts:read")))
                .expect(201)
                .json("apiKey.id");
        assertThat(rep.get("/api/api-keys").expect(200).body()).contains(name);
        assertThat(api.get("/api/api-keys").expect(200).body()).contains(name);
        Api other = api.as(Role.MARKETER);
        assertThat(other.get("/api/api-keys").expect(200).body()).doesNotContain(name);
        other.delete("/api/api-keys/" + id).expect(404);
        api.delete("/api/api-keys/" + id).expect(204);
    }

    @Test
    void a_narrow_key_cannot_revoke_others() {
        String id = api.post("/api/api-keys", Map.of("name", "còn", "scopes", List.of("*")))
                .expect(201)
                .json("apiKey.id");
        api.scopes("contacts:read").delete("/api/api-keys/" + id).expect(404);
        api.scopes("workspace:write").delete("/api/api-keys/" + id).expect(403);
    }

    @Test
    void the_keys_of_a_disabled_member_are_gone_for_good() {
        Api rep = api.as("Nghỉ việc", Role.INSIDE_REP, "Đội nghỉ");
        String path = "/api/members/" + rep.memberId();
        rep.get("/api/me").expect(200);
        api.patch(path, 1, Map.of("active", false)).expect(200);
        rep.get("/api/me").expect(401);
        api.patch(path, 2, Map.of("active", true)).expect(200);
        rep.get("/api/me").expect(401);
    }

    @Test
    void what_is_no_scope_is_refused_by_name() {
        for (String wrong : List.of("contacts", "contact:read", "contacts:fly", "", "*:*:*")) {
            Answer refused = api.post("/api/api-keys", Map.of("name", "x", "scopes", List.of(wrong)))
                    .expect(400);
            assertThat(refused.json("errors.0.field")).isEqualTo("scopes");
        }
    }

    @Test
    void no_key_no_entry_whatever_the_header_looks_like() {
        for (String header : List.of("Bearer ", "Bearer x", "bearer shk_x", "Bearer shk_" + "x".repeat(5_000))) {
            api.anonymous().with("Authorization", header).get("/api/me").expect(401);
        }
        api.anonymous()
                .with("Authorization", "Basic b3duZXI6eA==")
                .get("/api/me")
                .expect(401);
    }

    @Test
    void a_path_in_disguise_is_judged_as_what_it_is() {
        for (String path : List.of("/%61pi/me", "/api/%6de", "/api/me/", "/api//me", "/x/../api/me", "/api;x/me")) {
            assertThat(api.anonymous().get(path).status()).isNotEqualTo(200);
        }
    }

    private String lastUse(Answer made) {
        for (var key : api.get("/api/api-keys").expect(200).at("items")) {
            if (key.get("id").asString().equals(made.json("apiKey.id"))) {
                return key.path("lastUsedAt").asString("");
            }
        }
        return "";
    }

    private Api bearer(String key) {
        return api.anonymous().with("Authorization", "Bearer " + key);
    }
}
