package vn.songhanh.sales.competitor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.SearchSource;
import vn.songhanh.shared.Viewer;

/** Finds competitors by a part of their name. */
@Component
class CompetitorSearch implements SearchSource, NameSource {

    private final CompetitorStore store;

    CompetitorSearch(CompetitorStore store) {
        this.store = store;
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.COMPETITOR;
    }

    @Override
    public List<Hit> search(Viewer viewer, String needle, int limit) {
        return store.search(viewer, needle, limit).stream()
                .map(CompetitorView::competitor)
                .map(one -> new Hit(
                        kind(),
                        one.id().value(),
                        one.details().name(),
                        one.details().website()))
                .toList();
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return store.names(viewer, ids);
    }
}
