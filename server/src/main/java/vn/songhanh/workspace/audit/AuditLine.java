package vn.songhanh.workspace.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Via;

/**
 * One change as people read it.
 *
 * @param actor null when the product acted by itself
 * @param before the fields that changed as they were; null when there were none
 * @param after the same as they became
 * @param erased whether the values were erased for privacy
 * @param names what the records are called whose ids stand in the values
 */
public record AuditLine(
        UUID id,
        Instant at,
        @Nullable Actor actor,
        Via via,
        RecordKind kind,
        UUID recordId,
        @Nullable String recordName,
        String action,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        boolean erased,
        Map<String, String> names) {

    public record Actor(UUID id, @Nullable String name) {}
}
