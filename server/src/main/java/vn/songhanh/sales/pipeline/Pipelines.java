package vn.songhanh.sales.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;

@Service
public class Pipelines {

    private final PipelineStore store;
    private final Audit audit;
    private final Clock clock;

    Pipelines(PipelineStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** In their order; whoever may see deals may see what they go through. */
    public List<Pipeline> all(Viewer viewer) {
        viewer.require(RecordKind.DEAL, Action.READ);
        return store.all();
    }

    public Pipeline require(Viewer viewer, PipelineId id) {
        viewer.require(RecordKind.DEAL, Action.READ);
        return store.find(id).orElseThrow(() -> new NotFound(RecordKind.PIPELINE, id));
    }

    /** The stage that a deal is about to enter; until the transaction ends nobody archives it. */
    public Stage entry(StageId stage) {
        return store.lockForEntry(stage)
                .orElseThrow(() -> new Invalid("stageId", "unknown-reference", Map.of("value", stage.toString())));
    }

    /** As {@link #entry}, of the first stage; without a pipeline named, of the first pipeline. */
    public Stage firstEntry(@Nullable PipelineId pipeline) {
        return store.lockFirst(pipeline)
                // The first one may have been archived while it was waited for; then another is the first.
                .or(() -> store.lockFirst(pipeline))
                .orElseThrow(() ->
                        new Invalid("pipelineId", "unknown-reference", Map.of("value", String.valueOf(pipeline))));
    }

    /**
     * The stage to which an open deal comes back: where it stood, or where its pipeline begins when that stage is
     * archived by now. An open deal never stands in an archived stage.
     */
    public Stage reentry(@Nullable StageId stood, PipelineId pipeline) {
        return Optional.ofNullable(stood)
                .flatMap(store::lockForEntry)
                .filter(stage -> !stage.archived())
                .orElseGet(() -> firstEntry(pipeline));
    }

    /** As {@link #all}, for many deals that are about to enter: until the transaction ends nobody archives a stage. */
    public List<Pipeline> allForEntry(Viewer viewer) {
        viewer.require(RecordKind.DEAL, Action.READ);
        store.lockAllForEntry();
        return store.all();
    }

    @Transactional
    public Pipeline add(Viewer viewer, PipelineInput input) {
        viewer.require(RecordKind.PIPELINE, Action.WRITE);
        Pipeline pipeline = Pipeline.draw(input);
        store.insert(pipeline, clock.instant());
        audit.record(viewer, RecordKind.PIPELINE, pipeline.id().value(), "created", Map.of(), facts(pipeline));
        return pipeline;
    }

    /** @throws Conflict when open deals stand in a stage that would go */
    @Transactional
    public Pipeline redraw(Viewer viewer, PipelineId id, long version, PipelineInput input) {
        viewer.require(RecordKind.PIPELINE, Action.WRITE);
        Pipeline before = require(viewer, id);
        Pipeline after = before.redraw(input);
        if (before.version() != version || !store.update(after, clock.instant())) {
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
        audit.record(viewer, RecordKind.PIPELINE, id.value(), "updated", facts(before), facts(after));
        return require(viewer, id);
    }

    private static Map<String, Object> facts(Pipeline pipeline) {
        return Map.of("name", pipeline.name(), "stages", PipelineInput.of(pipeline));
    }
}
