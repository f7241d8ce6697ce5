package vn.songhanh.workspace.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;

/**
 * What a valid session or API key opens.
 *
 * @param id of the session or the key
 * @param language that the member chose; null: what the request asks for
 * @param idle how long it stays open unused; null: forever
 * @param expiresAt when it closes in any case; null: never
 */
record Entrance(
        UUID id,
        Viewer viewer,
        @Nullable Locale language,
        @Nullable Instant lastUsedAt,
        @Nullable Duration idle,
        @Nullable Instant expiresAt) {

    private static final Duration LAST_USE_IS_KEPT_TO_THE = Duration.ofMinutes(1);

    boolean open(Instant now) {
        boolean expired = expiresAt != null && !now.isBefore(expiresAt);
        boolean left = idle != null && lastUsedAt != null && !now.isBefore(lastUsedAt.plus(idle));
        return !expired && !left;
    }

    /** Writing each use down would make every read a write. */
    boolean toBeTouched(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(LAST_USE_IS_KEPT_TO_THE));
    }

    Entrance usedAt(Instant now) {
        return new Entrance(id, viewer, language, now, idle, expiresAt);
    }

    MemberId member() {
        return viewer.member();
    }

    Viewer viewer(Locale asked) {
        Locale locale = language == null ? asked : language;
        return locale.equals(viewer.locale()) ? viewer : viewer.speaking(locale);
    }
}
