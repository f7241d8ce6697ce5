package vn.songhanh.workspace.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportTarget.Done;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;
import vn.songhanh.testing.TestTimers;

@SongHanhTest
class MemberImportTest {

    @Autowired
    Api api;

    @Autowired
    MemberImport target;

    @Autowired
    Members members;

    @Autowired
    Teams teams;

    @Autowired
    TestImports imports;

    @Autowired
    TestTimers timers;

    @Test
    void agents_come_with_their_teams_and_managers() {
        List<Outcome> outcomes = take(
                Duplicates.SKIP,
                Map.of("fullName", "Anna Snelling", "team", "Trung tâm", "manager", "Dustin Brinkmann"),
                Map.of("fullName", "Gladys Colclough", "team", "Trung tâm", "manager", "Melvin Marxen"),
                Map.of("fullName", "Cecily Lampkin", "team", "Trung tâm", "manager", "Dustin Brinkmann"),
                Map.of("fullName", "Melvin Marxen", "email", "melvin@thu.vn", "role", "SALES_MANAGER"));
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Created.class);

        Member anna = named("Anna Snelling");
        Member dustin = named("Dustin Brinkmann");
        assertThat(anna.role()).isEqualTo(Role.INSIDE_REP);
        assertThat(dustin.role()).isEqualTo(Role.SALES_MANAGER);
        assertThat(dustin.email()).isNull();
        assertThat(named("Cecily Lampkin").teamId()).isEqualTo(anna.teamId());
        assertThat(teams.require(anna.teamId()).leaderId()).isEqualTo(dustin.id());

        Member melvin = named("Melvin Marxen");
        Team second = teams.require(named("Gladys Colclough").teamId());
        assertThat(second.name()).isEqualTo("Trung tâm – Melvin Marxen");
        assertThat(second.leaderId()).isEqualTo(melvin.id());
        assertThat(melvin.email()).isEqualTo("melvin@thu.vn");
    }

    @Test
    void who_is_there_is_skipped_or_updated_and_can_be_put_back() {
        String email = Ids.next() + "@thu.vn";
        take(Duplicates.SKIP, Map.of("fullName", "Đã Có", "email", email));
        assertThat(take(Duplicates.SKIP, Map.of("fullName", "da co")))
                .containsExactly(new Outcome.Skipped(named("Đã Có").id().value(), "duplicate"));
        assertThat(take(Duplicates.UPDATE, Map.of("fullName", "Đã Có")))
                .containsExactly(new Outcome.Skipped(named("Đã Có").id().value(), "unchanged"));

        UUID importId = Ids.next();
        Outcome.Updated updated = (Outcome.Updated) imports.rows(
                        target,
                        api.viewer(),
                        importId,
                        Duplicates.UPDATE,
                        Map.of("fullName", "Đã Có", "role", "MARKETER"))
                .getFirst();
        assertThat(named("Đã Có").role()).isEqualTo(Role.MARKETER);
        imports.undo(target, api.viewer(), importId, new Done(2, updated.id(), updated.before(), updated.after()));
        assertThat(named("Đã Có").role()).isEqualTo(Role.INSIDE_REP);
    }

    @Test
    void undoing_takes_back_members_managers_and_teams() {
        UUID importId = Ids.next();
        List<Outcome> outcomes = imports.rows(
                target,
                api.viewer(),
                importId,
                Duplicates.SKIP,
                Map.of("fullName", "Tạm Thời", "team", "Đội tạm", "manager", "Quản Tạm"));
        Outcome.Created created = (Outcome.Created) outcomes.getFirst();
        assertThat(imports.undo(target, api.viewer(), importId, new Done(2, created.id(), null, null)))
                .isEmpty();
        assertThat(members.named(List.of("Tạm Thời", "Quản Tạm"))).isEmpty();
        assertThat(teams.all()).noneMatch(team -> team.name().equals("Đội tạm"));
    }

    @Test
    void a_dry_run_decides_the_same_and_writes_nothing() {
        List<Outcome> outcomes = imports.dryRun(
                target,
                api.viewer(),
                Duplicates.SKIP,
                Map.of("fullName", "Khô Một", "team", "Đội khô", "manager", "Quản Khô"),
                Map.of("fullName", "Khô Một"),
                Map.of("fullName", "Khô Hai", "email", "sai"));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Skipped.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Failed.class);
        assertThat(members.named(List.of("Khô Một", "Quản Khô"))).isEmpty();
        assertThat(teams.all()).noneMatch(team -> team.name().equals("Đội khô"));
    }

    @Test
    void only_an_owner_makes_and_unmakes_owners_by_a_file() {
        Api administrator = api.as(Role.ADMINISTRATOR);
        String himself = members.require(administrator.memberId()).email();
        String file = """
                fullName,email,role
                Tự phong,%s,OWNER
                Hạ bệ,%s,VIEWER
                Chủ mới,%s,OWNER
                """.formatted(himself, Api.OWNER_EMAIL, Ids.next() + "@thu.vn");
        String refused = imported(administrator, file);
        assertThat(refused)
                .contains("0 created, 0 updated")
                .contains("3 failed")
                .contains("the role OWNER");
        assertThat(refused).contains("Only an owner may change an owner");
        assertThat(members.require(administrator.memberId()).role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(members.require(api.memberId()).role()).isEqualTo(Role.OWNER);
        assertThat(members.named(List.of("Chủ mới"))).isEmpty();
    }

    @Test
    void the_last_owner_stays_whatever_a_file_says() {
        assertThat(take(Duplicates.UPDATE, Map.of("fullName", "Chủ", "email", Api.OWNER_EMAIL, "role", "VIEWER")))
                .containsExactly(new Outcome.Failed("row", "last-owner"));
    }

    @Test
    void taking_an_import_back_makes_and_unmakes_no_owner() {
        Member other = members.require(
                api.as("Chủ Thứ Hai", Role.OWNER, "Ban giám đốc").memberId());
        UUID importId = Ids.next();
        Map<String, String> row = Map.of("fullName", other.fullName(), "role", "ADMINISTRATOR");
        Outcome.Updated updated = (Outcome.Updated) imports.rows(target, api.viewer(), importId, Duplicates.UPDATE, row)
                .getFirst();
        assertThat(imports.undo(
                        target, api.viewer(), importId, new Done(2, updated.id(), updated.before(), updated.after())))
                .containsEntry(2L, "owners-stay");
        assertThat(members.require(other.id()).role()).isEqualTo(Role.ADMINISTRATOR);
    }

    private String imported(Api as, String csv) {
        String id = as.upload(
                        "/api/imports",
                        Map.of("object", "members", "duplicates", "update"),
                        "nhan-vien.csv",
                        csv.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json("id");
        for (int i = 0; i < 20; i++) {
            timers.runDue();
        }
        Api.Answer done = as.get("/api/imports/" + id).expect(200);
        return "%s created, %s updated, %s failed %s"
                .formatted(
                        done.at("created").asInt(),
                        done.at("updated").asInt(),
                        done.at("failed").asInt(),
                        as.inEnglish().get("/api/imports/" + id + "/errors.csv").body());
    }

    @SafeVarargs
    private List<Outcome> take(Duplicates duplicates, Map<String, String>... rows) {
        return imports.rows(target, api.viewer(), duplicates, rows);
    }

    private Member named(String name) {
        return members.require(
                Objects.requireNonNull(members.named(List.of(name)).get(name)));
    }
}
