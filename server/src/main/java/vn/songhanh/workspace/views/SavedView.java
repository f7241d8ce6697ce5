package vn.songhanh.workspace.views;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.TeamId;

/**
 * A list as somebody wants to see it again. Who opens it sees of it what he may see anyway.
 *
 * @param filter in the filter language; null for everything
 * @param mine whether the viewer may change it
 */
public record SavedView(
        UUID id,
        long version,
        RecordKind kind,
        String name,
        @Nullable JsonNode filter,
        @Nullable String sort,
        List<String> columns,
        Shared shared,
        MemberId ownerId,
        TeamId teamId,
        boolean mine,
        Instant createdAt,
        Instant updatedAt) {

    /** With whom it is shared: nobody, the owner's team, everybody. */
    public enum Shared {
        PRIVATE,
        TEAM,
        ALL
    }
}
