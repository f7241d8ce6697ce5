package vn.songhanh.sales.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.Placed;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;

@Service
public class Pipelines {

    static final int MOST = 50;

    private final PipelineStore store;
    private final Audit audit;
    private final Clock clock;

    Pipelines(PipelineStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those in use, in their order; whoever may see deals may see what they go through. */
    public List<Pipeline> all(Viewer viewer) {
        viewer.require(SalesKinds.DEAL, Action.READ);
        return store.inUse();
    }

    /** Archived ones too. */
    List<Pipeline> everyOne(Viewer viewer) {
        viewer.require(SalesKinds.DEAL, Action.READ);
        return store.all();
    }

    public Pipeline require(Viewer viewer, PipelineId id) {
        viewer.require(SalesKinds.DEAL, Action.READ);
        return store.find(id).orElseThrow(() -> new NotFound(SalesKinds.PIPELINE, id));
    }

    /** The stage that a deal is about to enter; until the transaction ends nobody archives it. */
    public Stage entry(StageId stage) {
        return store.lockForEntry(stage)
                .orElseThrow(() -> new Invalid("stageId", "unknown-reference", Map.of("value", stage.toString())));
    }

    /** As {@link #entry}, of the first stage; without a pipeline named, of the first pipeline. */
    public Stage firstEntry(@Nullable PipelineId pipeline) {
        return first(pipeline)
                .orElseThrow(() ->
                        new Invalid("pipelineId", "unknown-reference", Map.of("value", String.valueOf(pipeline))));
    }

    private Optional<Stage> first(@Nullable PipelineId pipeline) {
        return store.lockFirst(pipeline)
                // The first one may have been archived while it was waited for; then another is the first.
                .or(() -> store.lockFirst(pipeline));
    }

    /**
     * The stage to which an open deal comes back: where it stood, or where its pipeline begins when that stage is
     * archived by now; where the first pipeline begins when its own is. An open deal never stands in an archived stage.
     */
    public Stage reentry(@Nullable StageId stood, PipelineId pipeline) {
        return Optional.ofNullable(stood)
                .flatMap(store::lockForEntry)
                .filter(stage -> !stage.archived())
                .or(() -> first(pipeline))
                .orElseGet(() -> firstEntry(null));
    }

    /** As {@link #all}, for many deals that are about to enter: until the transaction ends nobody archives a stage. */
    public List<Pipeline> allForEntry(Viewer viewer) {
        viewer.require(SalesKinds.DEAL, Action.READ);
        store.lockAllForEntry();
        return store.inUse();
    }

    @Transactional
    public Pipeline add(Viewer viewer, PipelineInput input) {
        viewer.require(SalesKinds.PIPELINE, Action.WRITE);
        List<Pipeline> others = store.lockAll();
        if (others.size() >= MOST) {
            throw new Conflict("too-many-pipelines", Map.of("max", MOST));
        }
        Pipeline pipeline = Pipeline.draw(input, others.size() + 1);
        store.insert(pipeline, clock.instant());
        arrange(others, pipeline);
        audit.record(viewer, SalesKinds.PIPELINE, pipeline.id().value(), "created", Map.of(), facts(pipeline));
        return pipeline;
    }

    /** @throws Conflict when open deals stand in what would go, or nothing would be left to sell by */
    @Transactional
    public Pipeline redraw(Viewer viewer, PipelineId id, long version, PipelineInput input) {
        viewer.require(SalesKinds.PIPELINE, Action.WRITE);
        List<Pipeline> all = store.lockAll();
        Pipeline before = require(viewer, id);
        Pipeline after = before.redraw(input, all.size());
        if (before.version() != version) {
            throw new StaleVersion(version, before);
        }
        if (after.archived() && !before.archived()) {
            requireDispensable(before, all);
        }
        if (!store.update(after, clock.instant())) {
            throw new StaleVersion(version, require(viewer, id));
        }
        List<StageId> archived = after.archivedSince(before);
        if (!archived.isEmpty()) {
            List<String> occupied = store.archive(archived, clock.instant());
            if (!occupied.isEmpty()) {
                throw new Conflict("stage-has-open-deals", Map.of("stages", String.join(", ", occupied)));
            }
        }
        store.saveStages(after, clock.instant());
        arrange(all, after);
        audit.record(viewer, SalesKinds.PIPELINE, id.value(), "updated", facts(before), facts(after));
        return require(viewer, id);
    }

    private void requireDispensable(Pipeline pipeline, List<Pipeline> all) {
        if (all.stream().filter(other -> !other.archived()).count() <= 1) {
            throw new Conflict("last-pipeline");
        }
        if (store.lockedWithOpenDeals(pipeline.id())) {
            throw new Conflict("pipeline-has-open-deals", Map.of("name", pipeline.name()));
        }
    }

    private void arrange(List<Pipeline> all, Pipeline placed) {
        Placed.arrange(all, placed, (one, position) -> store.place(one.id(), position, clock.instant()));
    }

    private static Map<String, Object> facts(Pipeline pipeline) {
        return Map.of(
                "name",
                pipeline.name(),
                "position",
                pipeline.position(),
                "archived",
                pipeline.archived(),
                "stages",
                pipeline.stages().stream().map(PipelineInput.StageInput::of).toList());
    }
}
