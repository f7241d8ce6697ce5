package vn.songhanh.workspace.access;

import static vn.songhanh.jooq.workspace.Tables.IDEMPOTENCY_KEY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.MemberId;

@Component
class IdempotencyStore {

    /** What a key came with. */
    record Remembered(byte[] digest, UUID recordId) {}

    private final DSLContext db;

    IdempotencyStore(DSLContext db) {
        this.db = db;
    }

    /** @return whether the member sent this key for the first time; waits for one who sends it at this moment */
    boolean claim(MemberId member, String key, byte[] digest, Instant now) {
        return db.insertInto(IDEMPOTENCY_KEY)
                        .set(IDEMPOTENCY_KEY.MEMBER_ID, member.value())
                        .set(IDEMPOTENCY_KEY.KEY, key)
                        .set(IDEMPOTENCY_KEY.REQUEST_HASH, digest)
                        .set(IDEMPOTENCY_KEY.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void remember(MemberId member, String key, UUID made) {
        db.update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.RECORD_ID, made)
                .where(IDEMPOTENCY_KEY.MEMBER_ID.eq(member.value()))
                .and(IDEMPOTENCY_KEY.KEY.eq(key))
                .execute();
    }

    Remembered earlier(MemberId member, String key) {
        return db.selectFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.MEMBER_ID.eq(member.value()))
                .and(IDEMPOTENCY_KEY.KEY.eq(key))
                .fetchSingle(row -> new Remembered(row.getRequestHash(), row.getRecordId()));
    }

    int deleteBefore(Instant moment) {
        return db.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.CREATED_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
