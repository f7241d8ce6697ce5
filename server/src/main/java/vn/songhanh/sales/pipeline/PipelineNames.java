package vn.songhanh.sales.pipeline;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;

/** What pipelines and stages are called; whoever may see deals may see what they go through. */
@Component
class PipelineNames implements NameSource {

    private final PipelineStore store;

    PipelineNames(PipelineStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        return viewer.reach(SalesKinds.DEAL, Action.READ) == Reach.NONE ? Map.of() : store.names(ids);
    }
}
