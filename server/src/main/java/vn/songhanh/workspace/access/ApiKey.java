package vn.songhanh.workspace.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;

/**
 * A key by which a program acts for a member, within its scopes and never beyond what that member may do.
 *
 * @param parentId the key by which it was made, with which it ends; null for one made in a session
 * @param hint the key's first characters: enough to recognise it, useless to anybody else
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        UUID id,
        MemberId memberId,
        @Nullable UUID parentId,
        String name,
        String hint,
        List<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        Instant createdAt) {}
