package vn.songhanh.sales.deal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.SearchSource;
import vn.songhanh.shared.Viewer;

/** Deals in the global search, by any part of their name. */
@Component
@Order(3)
class DealSearch implements SearchSource, NameSource {

    private final DealStore store;

    DealSearch(DealStore store) {
        this.store = store;
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.DEAL;
    }

    @Override
    public List<Hit> search(Viewer viewer, String needle, int limit) {
        return store.search(viewer, DealLists.search(needle), limit).stream()
                .map(seen -> new Hit(
                        SalesKinds.DEAL, seen.deal().id().value(), seen.deal().name(), seen.companyName()))
                .toList();
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return store.names(viewer, ids);
    }
}
