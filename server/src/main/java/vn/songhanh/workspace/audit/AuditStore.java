package vn.songhanh.workspace.audit;

import static vn.songhanh.jooq.workspace.Tables.AUDIT_ENTRY;

import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AuditStore {

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

    private static @Nullable JSON json(@Nullable String text) {
        return text == null ? null : JSON.json(text);
    }
}
