package vn.songhanh.workspace.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;

/**
 * In whose name work goes on when nobody waits for it. Kept with the work, and looked at again while it runs: see
 * {@link Viewers#under}.
 *
 * @param key the API key by which it was asked for, whose scopes bound it; null for a session
 */
public record Mandate(MemberId member, @Nullable UUID key) {

    public static Mandate of(Viewer viewer) {
        return new Mandate(viewer.member(), viewer.key());
    }
}
