package vn.songhanh.alignment.handoff;

import java.util.Map;
import vn.songhanh.shared.Conflict;

/** Somebody answered, closed or disputed it before. */
public final class HandoffNotOpen extends Conflict {

    HandoffNotOpen(HandoffId id, HandoffStatus status) {
        super("handoff-not-open", Map.of("id", id.toString(), "handoffStatus", status.name()));
    }
}
