package vn.songhanh.workspace.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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

    private final IdempotencyStore store;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(IdempotencyStore store, JsonMapper json, Clock clock) {
        this.store = store;
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
        if (!store.claim(viewer.member(), key, digest, clock.instant())) {
            return earlier(viewer, key, digest);
        }
        UUID made = create.get();
        store.remember(viewer.member(), key, made);
        return made;
    }

    private UUID earlier(Viewer viewer, String key, byte[] digest) {
        IdempotencyStore.Remembered known = store.earlier(viewer.member(), key);
        if (!Arrays.equals(known.digest(), digest)) {
            throw new Conflict("idempotency-key-reused");
        }
        return known.recordId();
    }

    int sweep() {
        return store.deleteBefore(clock.instant().minus(REMEMBERED));
    }
}
