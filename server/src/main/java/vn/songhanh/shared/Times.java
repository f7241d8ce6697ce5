package vn.songhanh.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a record came, changed and went.
 *
 * @param deletedAt null for one that lives
 */
public record Times(
        Instant createdAt, Instant updatedAt, @Nullable Instant deletedAt) {

    public static Times begin(Instant now) {
        return new Times(now, now, null);
    }

    public Times edited(Instant now) {
        return new Times(createdAt, now, deletedAt);
    }

    public Times deleted(Instant now) {
        return new Times(createdAt, now, now);
    }

    public Times restored(Instant now) {
        return new Times(createdAt, now, null);
    }
}
