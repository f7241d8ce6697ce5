package vn.songhanh.workspace.audit;

import static vn.songhanh.jooq.workspace.Tables.AUDIT_ENTRY;

import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.songhanh.shared.Copy;

@Repository
class AuditStore {

    private static final List<Field<?>> COLUMNS = List.of(
            AUDIT_ENTRY.ID,
            AUDIT_ENTRY.AT,
            AUDIT_ENTRY.ACTOR_ID,
            AUDIT_ENTRY.VIA,
            AUDIT_ENTRY.KIND,
            AUDIT_ENTRY.RECORD_ID,
            AUDIT_ENTRY.ACTION,
            AUDIT_ENTRY.BEFORE,
            AUDIT_ENTRY.AFTER,
            AUDIT_ENTRY.SALT,
            AUDIT_ENTRY.DIGEST);

    private final DSLContext db;

    AuditStore(DSLContext db) {
        this.db = db;
    }

    void add(AuditEntry entry) {
        db.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.ID, entry.id())
                .set(AUDIT_ENTRY.AT, entry.at().atOffset(ZoneOffset.UTC))
                .set(
                        AUDIT_ENTRY.ACTOR_ID,
                        entry.actor() == null ? null : entry.actor().value())
                .set(AUDIT_ENTRY.VIA, entry.via().name())
                .set(AUDIT_ENTRY.KIND, entry.kind().name())
                .set(AUDIT_ENTRY.RECORD_ID, entry.recordId())
                .set(AUDIT_ENTRY.ACTION, entry.action())
                .set(AUDIT_ENTRY.BEFORE, json(entry.before()))
                .set(AUDIT_ENTRY.AFTER, json(entry.after()))
                .set(AUDIT_ENTRY.SALT, entry.salt())
                .set(AUDIT_ENTRY.DIGEST, entry.digest())
                .execute();
    }

    void addAll(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Copy.into(db, AUDIT_ENTRY, COLUMNS, copy -> {
            for (AuditEntry entry : entries) {
                copy.row(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.via(),
                        entry.kind(),
                        entry.recordId(),
                        entry.action(),
                        entry.before(),
                        entry.after(),
                        entry.salt(),
                        entry.digest());
            }
        });
    }

    private static @Nullable JSON json(@Nullable String text) {
        return text == null ? null : JSON.json(text);
    }
}
