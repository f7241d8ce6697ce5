package vn.songhanh.sales.loss;

import static vn.songhanh.jooq.sales.Tables.LOSS_REASON;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.loss.LossReason.RecyclesTo;

@Component
class LossReasonStore {

    private final DSLContext db;

    LossReasonStore(DSLContext db) {
        this.db = db;
    }

    /** In their order, archived ones too. */
    List<LossReason> all() {
        return db.selectFrom(LOSS_REASON)
                .orderBy(LOSS_REASON.POSITION, LOSS_REASON.ID)
                .fetch(LossReasonStore::reason);
    }

    Optional<LossReason> find(LossReasonId id) {
        return db.selectFrom(LOSS_REASON).where(LOSS_REASON.ID.eq(id.value())).fetchOptional(LossReasonStore::reason);
    }

    /** All of them, for they are arranged together; nobody else can until the transaction ends. */
    List<LossReason> lockAll() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('loss reasons', 1))");
        return all();
    }

    void insert(LossReason reason, Instant now) {
        db.insertInto(LOSS_REASON)
                .set(LOSS_REASON.ID, reason.id().value())
                .set(LOSS_REASON.CODE, reason.code())
                .set(LOSS_REASON.NAME, reason.name())
                .set(LOSS_REASON.RECYCLES_TO, reason.recyclesTo().name())
                .set(LOSS_REASON.POSITION, reason.position())
                .set(LOSS_REASON.ARCHIVED_AT, archivedAt(reason, now))
                .set(LOSS_REASON.CREATED_AT, utc(now))
                .set(LOSS_REASON.UPDATED_AT, utc(now))
                .execute();
    }

    void save(LossReason reason, Instant now) {
        db.update(LOSS_REASON)
                .set(LOSS_REASON.VERSION, reason.version())
                .set(LOSS_REASON.NAME, reason.name())
                .set(LOSS_REASON.RECYCLES_TO, reason.recyclesTo().name())
                .set(LOSS_REASON.POSITION, reason.position())
                .set(LOSS_REASON.ARCHIVED_AT, archivedAt(reason, now))
                .set(LOSS_REASON.UPDATED_AT, utc(now))
                .where(LOSS_REASON.ID.eq(reason.id().value()))
                .execute();
    }

    /** Making room is no change of what people say about it, so its version stays. */
    void place(LossReasonId id, int position, Instant now) {
        db.update(LOSS_REASON)
                .set(LOSS_REASON.POSITION, position)
                .set(LOSS_REASON.UPDATED_AT, utc(now))
                .where(LOSS_REASON.ID.eq(id.value()))
                .execute();
    }

    private static @Nullable OffsetDateTime archivedAt(LossReason reason, Instant now) {
        return reason.archived() ? utc(now) : null;
    }

    private static LossReason reason(Record row) {
        return new LossReason(
                new LossReasonId(row.get(LOSS_REASON.ID)),
                row.get(LOSS_REASON.VERSION),
                row.get(LOSS_REASON.CODE),
                row.get(LOSS_REASON.NAME),
                RecyclesTo.valueOf(row.get(LOSS_REASON.RECYCLES_TO)),
                row.get(LOSS_REASON.POSITION),
                row.get(LOSS_REASON.ARCHIVED_AT) != null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
