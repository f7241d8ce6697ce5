package vn.songhanh.sales;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.songhanh.contacts.Timeline;
import vn.songhanh.contacts.TimelineItem;
import vn.songhanh.contacts.TouchInput;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.PreconditionRequired;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;
import vn.songhanh.workspace.audit.AuditLine;
import vn.songhanh.workspace.audit.AuditTrail;

@RestController
@RequestMapping("/api/deals")
class DealController {

    private final Deals deals;
    private final DealLists lists;
    private final Timeline timeline;
    private final AuditTrail trail;
    private final Idempotency idempotency;

    DealController(Deals deals, DealLists lists, Timeline timeline, AuditTrail trail, Idempotency idempotency) {
        this.deals = deals;
        this.lists = lists;
        this.timeline = timeline;
        this.trail = trail;
        this.idempotency = idempotency;
    }

    @GetMapping
    Page<DealView> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(defaultValue = "false") boolean count) {
        return lists.list(viewer, filter, q, sort, cursor, limit, deleted, count);
    }

    @GetMapping("/board")
    DealBoard board(
            Viewer viewer,
            @RequestParam(required = false) @Nullable PipelineId pipelineId,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.board(viewer, pipelineId, filter, q, limit);
    }

    @GetMapping("/{id}")
    ResponseEntity<DealView> get(Viewer viewer, @PathVariable DealId id) {
        return tagged(deals.require(viewer, id));
    }

    @PostMapping
    ResponseEntity<DealView> open(
            Viewer viewer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody DealInput input) {
        UUID id = idempotency.once(
                viewer, key, input, () -> deals.open(viewer, input).id().value());
        DealView deal = deals.require(viewer, new DealId(id));
        return ResponseEntity.created(URI.create("/api/deals/" + id))
                .eTag(tag(deal))
                .body(deal);
    }

    @PatchMapping("/{id}")
    ResponseEntity<DealView> edit(
            Viewer viewer,
            @PathVariable DealId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        long version = PreconditionRequired.version(ifMatch);
        return tagged(deals.patch(viewer, id, version, patch));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch) {
        deals.delete(viewer, id, ifMatch);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<DealView> restore(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch) {
        return tagged(deals.restore(viewer, id, ifMatch));
    }

    record Move(@Nullable StageId stageId) {}

    @PostMapping("/{id}/move")
    ResponseEntity<DealView> move(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch, @RequestBody Move move) {
        if (move.stageId() == null) {
            throw new Invalid("stageId", "required");
        }
        return tagged(deals.move(viewer, id, ifMatch, move.stageId()));
    }

    @PostMapping("/{id}/win")
    ResponseEntity<DealView> win(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch) {
        return tagged(deals.win(viewer, id, ifMatch));
    }

    /** @param recycle confirms at once what the losing would only propose */
    record Loss(
            @Nullable String reason,
            @Nullable String note,
            @Nullable Boolean recycle) {}

    @PostMapping("/{id}/lose")
    ResponseEntity<DealView> lose(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch, @RequestBody Loss loss) {
        return tagged(deals.lose(viewer, id, ifMatch, loss.reason(), loss.note(), Boolean.TRUE.equals(loss.recycle())));
    }

    @PostMapping("/{id}/recycle")
    ResponseEntity<DealView> recycle(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch) {
        return tagged(deals.recycle(viewer, id, ifMatch));
    }

    record Reopening(@Nullable String reason) {}

    @PostMapping("/{id}/reopen")
    ResponseEntity<DealView> reopen(
            Viewer viewer,
            @PathVariable DealId id,
            IfMatch ifMatch,
            @RequestBody(required = false) @Nullable Reopening reopening) {
        return tagged(deals.reopen(viewer, id, ifMatch, reopening == null ? null : reopening.reason()));
    }

    /** Who has changed what of it, the latest first. */
    @GetMapping("/{id}/history")
    Page<AuditLine> history(
            Viewer viewer,
            @PathVariable DealId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        deals.require(viewer, id);
        return trail.ofRecord(viewer, RecordKind.DEAL, id.value(), cursor, limit);
    }

    /** What was logged about it. */
    @GetMapping("/{id}/timeline")
    Page<TimelineItem> timeline(
            Viewer viewer,
            @PathVariable DealId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        deals.require(viewer, id);
        return timeline.page(viewer, id.value(), cursor, limit);
    }

    /** Logs it with the deal, and with those of its contacts that the viewer may change. */
    @PostMapping("/{id}/timeline")
    @ResponseStatus(HttpStatus.CREATED)
    TimelineItem log(
            Viewer viewer,
            @PathVariable DealId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody TouchInput input) {
        UUID logged = idempotency.once(
                viewer,
                key,
                new TouchInput.Of(id.value(), input),
                () -> deals.log(viewer, id, input).id());
        return timeline.logged(logged);
    }

    @GetMapping("/{id}/moves")
    Page<DealMove> moves(Viewer viewer, @PathVariable DealId id) {
        return new Page<>(deals.moves(viewer, id), null, null);
    }

    private static ResponseEntity<DealView> tagged(DealView deal) {
        return ResponseEntity.ok().eTag(tag(deal)).body(deal);
    }

    private static String tag(DealView deal) {
        return "\"" + deal.version() + "\"";
    }
}
