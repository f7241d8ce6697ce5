package vn.songhanh.workspace.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;

/** Kinds that modules register, and kinds that nobody has. */
@SongHanhTest
class KindsTest {

    private static final RecordKind BOOK = new RecordKind("BOOK");

    @Autowired
    Api api;

    @Autowired
    RoleStore store;

    @Autowired
    DSLContext db;

    @AfterEach
    void forget() {
        db.execute("delete from workspace.role_permission where kind = 'BOOK'");
        db.execute("delete from workspace.record_kind where name = 'BOOK'");
    }

    @Test
    void a_company_that_meets_a_kind_takes_what_its_module_proposes_once() {
        RegisteredKind proposed = RegisteredKind.of(BOOK).grant(Role.MARKETER, Reach.OWN, Action.READ, Action.WRITE);
        store.meet(proposed);

        assertThat(permissions(Role.ADMINISTRATOR).reach(BOOK, Action.DELETE)).isEqualTo(Reach.ALL);
        assertThat(permissions(Role.MARKETER).reach(BOOK, Action.WRITE)).isEqualTo(Reach.OWN);
        assertThat(permissions(Role.MARKETER).reach(BOOK, Action.EXPORT)).isEqualTo(Reach.NONE);
        assertThat(permissions(Role.VIEWER).reach(BOOK, Action.READ)).isEqualTo(Reach.NONE);

        db.execute("delete from workspace.role_permission where kind = 'BOOK' and role = 'MARKETER'");
        store.meet(proposed);
        assertThat(permissions(Role.MARKETER).reach(BOOK, Action.WRITE)).isEqualTo(Reach.NONE);
    }

    private Permissions permissions(Role role) {
        return store.load().getOrDefault(role, Permissions.NONE);
    }

    @Test
    void a_kind_that_nobody_has_is_refused_with_those_that_there_are() {
        for (String path : List.of(
                "/api/fields/BOOK", "/api/views?kind=BOOK", "/api/audit?kind=BOOK", "/api/custom-fields?kind=BOOK")) {
            assertThat(api.get(path).expect(400).json("errors.0.field")).isEqualTo("kind");
        }
        api.post("/api/views", Map.of("kind", "BOOK", "name", "Sách")).expect(400);
        assertThat(api.post(
                                "/api/custom-fields",
                                Map.of("kind", "BOOK", "type", "TEXT", "label", Map.of("vi", "Tác giả")))
                        .expect(400)
                        .body())
                .contains("CONTACT");
        assertThat(api.put("/api/roles/VIEWER", Map.of("permissions", Map.of("BOOK", Map.of("READ", "ALL"))))
                        .expect(400)
                        .json("errors.0.field"))
                .isEqualTo("permissions");
    }
}
