package vn.songhanh.sales.pipeline;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;

@RestController
@RequestMapping("/api/pipelines")
class PipelineController {

    private final Pipelines pipelines;
    private final JsonMapper json;

    PipelineController(Pipelines pipelines, JsonMapper json) {
        this.pipelines = pipelines;
        this.json = json;
    }

    record PipelineView(
            PipelineId id, long version, String name, int position, boolean archived, List<Stage> stages, Can can) {

        record Can(boolean edit) {}

        static PipelineView of(Viewer viewer, Pipeline pipeline) {
            boolean edit = viewer.reach(SalesKinds.PIPELINE, Action.WRITE) == Reach.ALL;
            return new PipelineView(
                    pipeline.id(),
                    pipeline.version(),
                    pipeline.name(),
                    pipeline.position(),
                    pipeline.archived(),
                    pipeline.stages(),
                    new Can(edit));
        }
    }

    /** @param archived whether those that are out of use are told too */
    @GetMapping
    Page<PipelineView> all(Viewer viewer, @RequestParam(defaultValue = "false") boolean archived) {
        List<Pipeline> all = archived ? pipelines.everyOne(viewer) : pipelines.all(viewer);
        return new Page<>(all, null, null).map(pipeline -> PipelineView.of(viewer, pipeline));
    }

    @GetMapping("/{id}")
    ResponseEntity<PipelineView> get(Viewer viewer, @PathVariable PipelineId id) {
        return tagged(viewer, pipelines.require(viewer, id));
    }

    @PostMapping
    ResponseEntity<PipelineView> add(Viewer viewer, @RequestBody PipelineInput input) {
        Pipeline pipeline = pipelines.add(viewer, input);
        return ResponseEntity.created(URI.create("/api/pipelines/" + pipeline.id()))
                .eTag("\"" + pipeline.version() + "\"")
                .body(PipelineView.of(viewer, pipeline));
    }

    @PatchMapping("/{id}")
    ResponseEntity<PipelineView> redraw(
            Viewer viewer,
            @PathVariable PipelineId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        PipelineInput current = PipelineInput.of(pipelines.require(viewer, id));
        PipelineInput wanted = MergePatch.apply(json, current, patch, PipelineInput.class);
        return tagged(viewer, pipelines.redraw(viewer, id, version, wanted));
    }

    private static ResponseEntity<PipelineView> tagged(Viewer viewer, Pipeline pipeline) {
        return ResponseEntity.ok().eTag("\"" + pipeline.version() + "\"").body(PipelineView.of(viewer, pipeline));
    }
}
