package vn.songhanh.workspace.notices;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member was told.
 *
 * @param kind names the message {@code notice.<kind>}
 * @param path of the page to open
 */
record Notice(
        UUID id,
        String kind,
        Map<String, String> args,
        String path,
        Instant at,
        @Nullable Instant readAt) {}
