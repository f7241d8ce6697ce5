package vn.songhanh.workspace.access;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.when;
import static vn.songhanh.jooq.workspace.Tables.THROTTLE;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class ThrottleStore {

    /** Attempts in a window that ends then. */
    record Counted(int attempts, OffsetDateTime endsAt) {}

    private final DSLContext db;

    ThrottleStore(DSLContext db) {
        this.db = db;
    }

    /** One more, in the window that is open or in a new one. */
    Counted count(String key, OffsetDateTime now, OffsetDateTime end) {
        return db.insertInto(THROTTLE, THROTTLE.KEY, THROTTLE.ATTEMPTS, THROTTLE.ENDS_AT)
                .values(key, 1, end)
                .onConflict(THROTTLE.KEY)
                .doUpdate()
                .set(THROTTLE.ATTEMPTS, when(THROTTLE.ENDS_AT.le(now), 1).otherwise(THROTTLE.ATTEMPTS.plus(1)))
                .set(
                        THROTTLE.ENDS_AT,
                        when(THROTTLE.ENDS_AT.le(now), excluded(THROTTLE.ENDS_AT))
                                .otherwise(THROTTLE.ENDS_AT))
                .returning()
                .fetchSingle(row -> new Counted(row.getAttempts(), row.getEndsAt()));
    }

    Optional<Counted> open(String key, OffsetDateTime now) {
        return db.selectFrom(THROTTLE)
                .where(THROTTLE.KEY.eq(key))
                .and(THROTTLE.ENDS_AT.gt(now))
                .fetchOptional(row -> new Counted(row.getAttempts(), row.getEndsAt()));
    }

    void takeBack(String... keys) {
        db.update(THROTTLE)
                .set(THROTTLE.ATTEMPTS, THROTTLE.ATTEMPTS.minus(1))
                .where(THROTTLE.KEY.in(keys))
                .and(THROTTLE.ATTEMPTS.gt(0))
                .execute();
    }

    void delete(String key) {
        db.deleteFrom(THROTTLE).where(THROTTLE.KEY.eq(key)).execute();
    }

    int deleteEnded(OffsetDateTime now) {
        return db.deleteFrom(THROTTLE).where(THROTTLE.ENDS_AT.le(now)).execute();
    }
}
