package vn.songhanh.workspace.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.SongHanhTest;

@SongHanhTest
class AuditTest {

    @Autowired
    Audit audit;

    @Autowired
    DSLContext db;

    @Test
    void only_what_differs_is_kept() {
        UUID id = Ids.next();
        audit.record(
                Viewer.SYSTEM,
                ContactKinds.CONTACT,
                id,
                "updated",
                Map.of("fullName", "An", "email", "an@example.com"),
                Map.of("fullName", "An", "email", "an@example.vn"));
        var row = db.fetchOne("select before::text, after::text from workspace.audit_entry where record_id = ?", id);
        assertThat(row).isNotNull();
        assertThat(row.get(0)).isEqualTo("{\"email\":\"an@example.com\"}");
        assertThat(row.get(1)).isEqualTo("{\"email\":\"an@example.vn\"}");
    }

    @Test
    void the_application_can_neither_change_nor_remove_an_entry() {
        audit.record(Viewer.SYSTEM, ContactKinds.CONTACT, Ids.next(), "created", Map.of(), Map.of("fullName", "An"));
        assertThatThrownBy(() -> db.execute("update workspace.audit_entry set action = 'nothing'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.execute("delete from workspace.audit_entry"))
                .hasStackTraceContaining("permission denied");
    }
}
