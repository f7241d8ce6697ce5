package vn.songhanh.sales.loss;

import java.net.URI;
import java.util.List;
import java.util.UUID;
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
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;

@RestController
@RequestMapping("/api/deals/loss-reasons")
class LossReasonController {

    private final LossReasons reasons;
    private final Idempotency idempotency;
    private final JsonMapper json;

    LossReasonController(LossReasons reasons, Idempotency idempotency, JsonMapper json) {
        this.reasons = reasons;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** @param archived whether those that are out of use are told too */
    @GetMapping
    Page<LossReason> list(Viewer viewer, @RequestParam(defaultValue = "false") boolean archived) {
        List<LossReason> told = reasons.all(viewer).stream()
                .filter(reason -> archived || !reason.archived())
                .toList();
        return new Page<>(told, null, null);
    }

    @GetMapping("/{id}")
    ResponseEntity<LossReason> read(Viewer viewer, @PathVariable LossReasonId id) {
        return answer(reasons.require(viewer, id));
    }

    @PostMapping
    ResponseEntity<LossReason> create(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody LossReasonInput input) {
        UUID id = idempotency.once(
                viewer, key, input, () -> reasons.create(viewer, input).id().value());
        LossReason reason = reasons.require(viewer, new LossReasonId(id));
        return ResponseEntity.created(URI.create("/api/deals/loss-reasons/" + id))
                .eTag(tag(reason))
                .body(reason);
    }

    @PatchMapping("/{id}")
    ResponseEntity<LossReason> update(
            Viewer viewer,
            @PathVariable LossReasonId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        LossReasonInput input =
                MergePatch.apply(json, LossReasonInput.of(reasons.require(viewer, id)), patch, LossReasonInput.class);
        return answer(reasons.update(viewer, id, version, input));
    }

    private static ResponseEntity<LossReason> answer(LossReason reason) {
        return ResponseEntity.ok().eTag(tag(reason)).body(reason);
    }

    private static String tag(LossReason reason) {
        return "\"" + reason.version() + "\"";
    }
}
