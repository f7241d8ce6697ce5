package vn.songhanh.workspace.access;

import static vn.songhanh.jooq.workspace.Tables.IDEMPOTENCY_KEY;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Viewer;

/**
 * Lets a caller who lost the answer send a creating request again. The key is remembered in the transaction that makes
 * the record, so there is never one without the other.
 */
@Service
public class Idempotency {

    /** How long a repetition is recognised, at least. */
    static final Duration REMEMBERED = Duration.ofDays(2);

    private static final int LONGEST_KEY = 200;

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code create} unless the same member has sent the same request with the same key before. Two at the same
     * moment: the second waits for the first.
     *
     * @param key the header {@code Idempotency-Key}; null runs in any case
     * @param request what was asked for; a value of another class, or with another content, is another request
     * @return the id of the record made now or then
     * @throws Conflict when the key came with another request before
     */
    @Transactional
    public UUID once(Viewer viewer, @Nullable String key, Object request, Supplier<UUID> create) {
        if (key == null) {
            return create.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Invalid("Idempotency-Key", "out-of-range", Map.of("min", 1, "max", LONGEST_KEY));
        }
        byte[] digest = Token.digest(request.getClass().getName() + json.writeValueAsString(request));
        boolean first = db.insertInto(IDEMPOTENCY_KEY)
                        .set(IDEMPOTENCY_KEY.MEMBER_ID, viewer.member().value())
                        .set(IDEMPOTENCY_KEY.KEY, key)
                        .set(IDEMPOTENCY_KEY.REQUEST_HASH, digest)
                        .set(IDEMPOTENCY_KEY.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (!first) {
            return earlier(viewer, key, digest);
        }
        UUID made = create.get();
        db.update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.RECORD_ID, made)
                .where(IDEMPOTENCY_KEY.MEMBER_ID.eq(viewer.member().value()))
                .and(IDEMPOTENCY_KEY.KEY.eq(key))
                .execute();
        return made;
    }

    private UUID earlier(Viewer viewer, String key, byte[] digest) {
        var known = db.selectFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.MEMBER_ID.eq(viewer.member().value()))
                .and(IDEMPOTENCY_KEY.KEY.eq(key))
                .fetchSingle();
        if (!Arrays.equals(known.getRequestHash(), digest)) {
            throw new Conflict("idempotency-key-reused");
        }
        return known.getRecordId();
    }

    int sweep() {
        return db.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.CREATED_AT.lt(
                        clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
