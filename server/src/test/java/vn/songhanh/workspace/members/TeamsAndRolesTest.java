package vn.songhanh.workspace.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.TeamId;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class TeamsAndRolesTest {

    @Autowired
    Api api;

    @Autowired
    DSLContext db;

    @Autowired
    DataSource dataSource;

    @Test
    void whoever_leads_a_team_reaches_it_at_once() {
        Api leader = api.as("Trưởng hai đội", Role.SALES_MANAGER, "Đội mẹ");
        TeamId led = api.team("Đội con");
        assertThat(leader.viewer().teams()).containsExactly(api.team("Đội mẹ"));
        leader.get("/api/me").expect(200);

        api.patch("/api/teams/" + led, 1, Map.of("leaderId", leader.memberId().toString()))
                .expect(200);
        assertThat(leader.viewer().teams()).containsExactlyInAnyOrder(api.team("Đội mẹ"), led);
    }

    @Test
    void a_team_with_somebody_in_it_stays() {
        api.as("Người ở lại", Role.VIEWER, "Đội có người");
        api.delete("/api/teams/" + api.team("Đội có người")).expect(409);
        TeamId empty = api.team("Đội trống");
        api.delete("/api/teams/" + empty).expect(204);
        api.get("/api/teams/" + empty).expect(404);
    }

    @Test
    void two_teams_cannot_have_one_name_whatever_the_accents() {
        api.post("/api/teams", Map.of("name", "Miền Tây")).expect(201);
        api.post("/api/teams", Map.of("name", "mien tay")).expect(409);
    }

    @Test
    void a_changed_role_holds_for_the_next_request() {
        Api viewer = api.as("Kế toán", Role.VIEWER, "Kế toán");
        assertThat(viewer.get("/api/me").json("permissions.DEAL.EXPORT")).isEqualTo("NONE");
        Map<String, Object> permissions = new HashMap<>();
        for (Answer roles = api.get("/api/roles").expect(200); permissions.isEmpty(); ) {
            roles.at("items").forEach(role -> {
                if (role.get("role").asString().equals("VIEWER")) {
                    role.get("permissions")
                            .properties()
                            .forEach(kind -> permissions.put(kind.getKey(), kind.getValue()));
                }
            });
        }
        Map<String, Object> before = new HashMap<>(permissions);
        permissions.put("DEAL", Map.of("READ", "ALL", "EXPORT", "ALL"));
        api.put("/api/roles/VIEWER", Map.of("permissions", permissions)).expect(200);
        assertThat(viewer.get("/api/me").json("permissions.DEAL.EXPORT")).isEqualTo("ALL");
        api.put("/api/roles/VIEWER", Map.of("permissions", before)).expect(200);
        assertThat(viewer.get("/api/me").json("permissions.DEAL.EXPORT")).isEqualTo("NONE");
    }

    @Test
    void the_owners_role_is_as_it_is() {
        api.put("/api/roles/OWNER", Map.of("permissions", Map.of())).expect(409);
    }

    @Test
    void nobody_takes_rights_away_from_his_own_role() {
        Api administrator = api.as("Quản trị", Role.ADMINISTRATOR, "Ban quản trị");
        Map<String, Object> before = permissions("ADMINISTRATOR");
        Answer refused = administrator
                .put("/api/roles/ADMINISTRATOR", Map.of("permissions", Map.of()))
                .expect(409);
        assertThat(refused.json("type")).isEqualTo("/problems/own-role-narrowed");
        Map<String, Object> fewer = new HashMap<>(before);
        fewer.put("WORKSPACE", Map.of("READ", "ALL"));
        administrator
                .put("/api/roles/ADMINISTRATOR", Map.of("permissions", fewer))
                .expect(409);
        administrator
                .put("/api/roles/ADMINISTRATOR", Map.of("permissions", before))
                .expect(200);
        administrator
                .put("/api/roles/VIEWER", Map.of("permissions", permissions("VIEWER")))
                .expect(200);

        api.put("/api/roles/ADMINISTRATOR", Map.of("permissions", fewer)).expect(200);
        administrator
                .put("/api/roles/ADMINISTRATOR", Map.of("permissions", before))
                .expect(403);
        api.put("/api/roles/ADMINISTRATOR", Map.of("permissions", before)).expect(200);
    }

    @Test
    void two_who_change_one_role_at_once_do_so_one_after_the_other() {
        Map<String, Object> before = permissions("VIEWER");
        List<CompletableFuture<Answer>> both = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> api.put("/api/roles/VIEWER", Map.of("permissions", before))))
                .limit(8)
                .toList();
        both.forEach(one -> one.join().expect(200));
        assertThat(permissions("VIEWER")).isEqualTo(before);
    }

    @Test
    void a_right_that_was_taken_away_a_moment_ago_is_no_right_to_give() throws Exception {
        Api administrator = api.as("Vừa mất quyền", Role.ADMINISTRATOR, "Ban quản trị");
        administrator.get("/api/roles").expect(200);
        Map<String, Object> viewer = permissions("VIEWER");
        CompletableFuture<Answer> late;
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (Statement change = other.createStatement()) {
                change.execute("lock table workspace.role_permission in share row exclusive mode");
                change.execute("update workspace.member set role = 'VIEWER' where full_name = 'Vừa mất quyền'");
            }
            late = CompletableFuture.supplyAsync(
                    () -> administrator.put("/api/roles/VIEWER", Map.of("permissions", viewer)));
            while (!late.isDone() && waiting() == 0) {
                Thread.onSpinWait();
            }
            other.commit();
        }
        late.get().expect(403);
    }

    private int waiting() {
        return db.fetchCount(db.select(DSL.inline(1))
                .from("pg_stat_activity")
                .where("wait_event_type = 'Lock' and datname = current_database()"));
    }

    private Map<String, Object> permissions(String role) {
        Map<String, Object> permissions = new HashMap<>();
        api.get("/api/roles").expect(200).at("items").forEach(one -> {
            if (one.get("role").asString().equals(role)) {
                one.get("permissions").properties().forEach(kind -> permissions.put(kind.getKey(), kind.getValue()));
            }
        });
        return permissions;
    }

    @Test
    void members_plan_their_own_absences_and_nobody_elses() {
        Api rep = api.as("Đi phép", Role.INSIDE_REP, "Đội phép");
        Api other = api.as("Ở lại", Role.INSIDE_REP, "Đội phép");
        String path = "/api/members/" + rep.memberId() + "/absences";
        Map<String, String> week = Map.of("from", "2026-11-23", "until", "2026-11-27");
        other.post(path, week).expect(403);
        Answer planned = rep.post(path, week).expect(201);
        assertThat(planned.json("absences.0.until")).isEqualTo("2026-11-27");
        rep.post(path, Map.of("from", "2026-11-27", "until", "2026-11-23")).expect(400);

        String absence = planned.json("absences.0.id");
        other.delete("/api/members/" + other.memberId() + "/absences/" + absence)
                .expect(404);
        other.delete(path + "/" + absence).expect(403);
        rep.delete(path + "/" + Ids.next()).expect(404);
        assertThat(rep.delete(path + "/" + absence).expect(200).at("absences")).isEmpty();
    }
}
