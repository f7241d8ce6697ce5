package vn.songhanh.alignment.handoff;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.contacts.timeline.TimelineGuard;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;

/** What timelines tell of hand-offs: reasons and notes. */
@Component
class HandoffGuard implements TimelineGuard {

    private final HandoffStore store;

    HandoffGuard(HandoffStore store) {
        this.store = store;
    }

    @Override
    public Set<UUID> hidden(Viewer viewer, Collection<UUID> refs) {
        return viewer.reach(AlignmentKinds.HANDOFF, Action.READ) == Reach.ALL ? Set.of() : store.hidden(viewer, refs);
    }
}
