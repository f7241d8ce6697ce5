package vn.songhanh.workspace.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

/** Where a module tells of a change, in the transaction that makes it. */
@Component
public class Audit {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AuditStore store;
    private final JsonMapper json;
    private final Clock clock;

    Audit(AuditStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what differs between before and after.
     *
     * @param action a verb in the past tense: {@code created}, {@code updated}, {@code won}
     * @param before empty when the record is new
     * @param after empty when it is gone
     */
    public void record(
            Viewer viewer, RecordKind kind, UUID id, String action, Map<String, ?> before, Map<String, ?> after) {
        store.add(entry(viewer, kind, id, action, differing(before, after), differing(after, before), clock.instant()));
    }

    AuditEntry entry(
            Viewer viewer,
            RecordKind kind,
            UUID id,
            String action,
            Map<String, ?> before,
            Map<String, ?> after,
            Instant at) {
        return AuditEntry.of(Ids.next(), at, viewer, kind, id, action, written(before), written(after), salt());
    }

    private @Nullable String written(Map<String, ?> values) {
        return values.isEmpty() ? null : json.writeValueAsString(values);
    }

    private static Map<String, Object> differing(Map<String, ?> these, Map<String, ?> those) {
        Map<String, Object> differing = new LinkedHashMap<>();
        these.forEach((field, value) -> {
            if (value != null && !Objects.equals(value, those.get(field))) {
                differing.put(field, value);
            }
        });
        return differing;
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JVM has SHA-256", impossible);
        }
    }
}
