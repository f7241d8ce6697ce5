package vn.songhanh.sales.deal;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.timeline.TimelineGuard;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;

/** What timelines tell of deals. */
@Component
class DealGuard implements TimelineGuard {

    private final DealStore store;

    DealGuard(DealStore store) {
        this.store = store;
    }

    @Override
    public Set<UUID> hidden(Viewer viewer, Collection<UUID> refs) {
        return viewer.reach(SalesKinds.DEAL, Action.READ) == Reach.ALL ? Set.of() : store.hidden(viewer, refs);
    }
}
