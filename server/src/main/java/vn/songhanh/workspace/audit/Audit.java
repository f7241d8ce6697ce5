package vn.songhanh.workspace.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        store.add(AuditEntry.of(
                Ids.next(),
                clock.instant(),
                viewer,
                kind,
                id,
                action,
                written(differing(before, after)),
                written(differing(after, before)),
                salt()));
    }

    /**
     * @param before the fields that changed as they were, a JSON object; null where there was nothing
     * @param after the same as they became
     */
    public record Change(UUID id, @Nullable String before, String after) {}

    /** What a bulk operation changed, in one statement. */
    public void recordAll(Viewer viewer, RecordKind kind, String action, List<Change> changes) {
        Instant now = clock.instant();
        store.addAll(changes.stream()
                .map(change -> AuditEntry.of(
                        Ids.next(), now, viewer, kind, change.id(), action, change.before(), change.after(), salt()))
                .toList());
    }

    /** Those of the records that people have changed, by hand, by a key or by a file; what the product did is left out. */
    public Set<UUID> changedByPeople(Collection<UUID> records) {
        return store.changedByPeople(records);
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
