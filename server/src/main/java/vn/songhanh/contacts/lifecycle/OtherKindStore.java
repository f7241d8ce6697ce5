package vn.songhanh.contacts.lifecycle;

import static vn.songhanh.contacts.Columns.utc;
import static vn.songhanh.jooq.contacts.Tables.OTHER_KIND;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class OtherKindStore {

    private final DSLContext db;

    OtherKindStore(DSLContext db) {
        this.db = db;
    }

    List<OtherKind> all() {
        return db.selectFrom(OTHER_KIND)
                .orderBy(OTHER_KIND.POSITION, OTHER_KIND.ID)
                .fetch(OtherKindStore::kind);
    }

    Optional<OtherKind> find(OtherKindId id) {
        return db.selectFrom(OTHER_KIND).where(OTHER_KIND.ID.eq(id.value())).fetchOptional(OtherKindStore::kind);
    }

    /** All of them, for they are arranged together; nobody else can until the transaction ends. */
    List<OtherKind> lockAll() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('other kinds', 1))");
        return all();
    }

    void insert(OtherKind kind, Instant now) {
        db.insertInto(OTHER_KIND)
                .set(OTHER_KIND.ID, kind.id().value())
                .set(OTHER_KIND.NAME, kind.name())
                .set(OTHER_KIND.POSITION, kind.position())
                .set(OTHER_KIND.ARCHIVED_AT, archivedAt(kind, now))
                .set(OTHER_KIND.CREATED_AT, utc(now))
                .set(OTHER_KIND.UPDATED_AT, utc(now))
                .execute();
    }

    void save(OtherKind kind, Instant now) {
        db.update(OTHER_KIND)
                .set(OTHER_KIND.VERSION, kind.version())
                .set(OTHER_KIND.NAME, kind.name())
                .set(OTHER_KIND.POSITION, kind.position())
                .set(OTHER_KIND.ARCHIVED_AT, archivedAt(kind, now))
                .set(OTHER_KIND.UPDATED_AT, utc(now))
                .where(OTHER_KIND.ID.eq(kind.id().value()))
                .execute();
    }

    /** Making room is no change of what people say about it, so its version stays. */
    void place(OtherKindId id, int position, Instant now) {
        db.update(OTHER_KIND)
                .set(OTHER_KIND.POSITION, position)
                .set(OTHER_KIND.UPDATED_AT, utc(now))
                .where(OTHER_KIND.ID.eq(id.value()))
                .execute();
    }

    /** The name of the kind, for files. */
    static Field<String> nameOf(Field<UUID> id) {
        return DSL.field(DSL.select(OTHER_KIND.NAME).from(OTHER_KIND).where(OTHER_KIND.ID.eq(id)));
    }

    private static @Nullable OffsetDateTime archivedAt(OtherKind kind, Instant now) {
        return kind.archived() ? utc(now) : null;
    }

    private static OtherKind kind(Record row) {
        return new OtherKind(
                new OtherKindId(row.get(OTHER_KIND.ID)),
                row.get(OTHER_KIND.VERSION),
                row.get(OTHER_KIND.NAME),
                row.get(OTHER_KIND.POSITION),
                row.get(OTHER_KIND.ARCHIVED_AT) != null);
    }
}
