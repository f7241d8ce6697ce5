package vn.songhanh.alignment.sla;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;

@RestController
@RequestMapping("/api/slas")
class SlaController {

    /** @param agreedAt when this version was agreed on */
    record SlaView(SlaId id, long version, String name, SlaTerms terms, Instant agreedAt, Can can) {

        record Can(boolean edit) {}

        static SlaView of(Viewer viewer, Sla sla) {
            boolean edit = viewer.may(RecordKind.SLA, Action.WRITE, null, null);
            return new SlaView(sla.id(), sla.version(), sla.name(), sla.terms(), sla.agreedAt(), new Can(edit));
        }
    }

    private final Slas slas;
    private final JsonMapper json;

    SlaController(Slas slas, JsonMapper json) {
        this.slas = slas;
        this.json = json;
    }

    @GetMapping
    Page<SlaView> list(Viewer viewer) {
        List<SlaView> all =
                slas.all(viewer).stream().map(sla -> SlaView.of(viewer, sla)).toList();
        return new Page<>(all, null, null);
    }

    @GetMapping("/{id}")
    ResponseEntity<SlaView> read(Viewer viewer, @PathVariable SlaId id) {
        return answer(viewer, slas.require(viewer, id));
    }

    @GetMapping("/{id}/versions")
    Page<SlaView> versions(Viewer viewer, @PathVariable SlaId id) {
        List<SlaView> all = slas.versions(viewer, id).stream()
                .map(sla -> SlaView.of(viewer, sla))
                .toList();
        return new Page<>(all, null, null);
    }

    @PatchMapping("/{id}")
    ResponseEntity<SlaView> change(
            Viewer viewer,
            @PathVariable SlaId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        SlaInput input = MergePatch.apply(json, SlaInput.of(slas.require(viewer, id)), patch, SlaInput.class);
        return answer(viewer, slas.change(viewer, id, version, input));
    }

    private static ResponseEntity<SlaView> answer(Viewer viewer, Sla sla) {
        return ResponseEntity.ok().eTag("\"" + sla.version() + "\"").body(SlaView.of(viewer, sla));
    }
}
