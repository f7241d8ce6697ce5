package vn.songhanh.sales.deal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.contacts.timeline.TimelineDoors;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.Idempotency;
import vn.songhanh.workspace.doors.Doors;
import vn.songhanh.workspace.doors.PlainDoors;

@RestController
@RequestMapping("/api/deals")
class DealController extends PlainDoors<DealId, DealInput, DealView> {

    private final Deals deals;
    private final DealLists lists;

    DealController(Deals deals, DealLists lists, Doors doors) {
        super(deals, DealId::new, doors);
        this.deals = deals;
        this.lists = lists;
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

    record Move(@Nullable StageId stageId) {}

    @PostMapping("/{id}/move")
    ResponseEntity<DealView> move(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch, @RequestBody Move move) {
        if (move.stageId() == null) {
            throw new Invalid("stageId", "required");
        }
        return answer(deals.move(viewer, id, ifMatch, move.stageId()));
    }

    @PostMapping("/{id}/win")
    ResponseEntity<DealView> win(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch) {
        return answer(deals.win(viewer, id, ifMatch));
    }

    /** @param recycle confirms at once what the losing would only propose */
    record Loss(
            @Nullable String reason,
            @Nullable String note,
            @Nullable Boolean recycle) {}

    @PostMapping("/{id}/lose")
    ResponseEntity<DealView> lose(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch, @RequestBody Loss loss) {
        return answer(deals.lose(viewer, id, ifMatch, loss.reason(), loss.note(), Boolean.TRUE.equals(loss.recycle())));
    }

    @PostMapping("/{id}/recycle")
    ResponseEntity<DealView> recycle(Viewer viewer, @PathVariable DealId id, IfMatch ifMatch) {
        return answer(deals.recycle(viewer, id, ifMatch));
    }

    record Reopening(@Nullable String reason) {}

    @PostMapping("/{id}/reopen")
    ResponseEntity<DealView> reopen(
            Viewer viewer,
            @PathVariable DealId id,
            IfMatch ifMatch,
            @RequestBody(required = false) @Nullable Reopening reopening) {
        return answer(deals.reopen(viewer, id, ifMatch, reopening == null ? null : reopening.reason()));
    }

    @GetMapping("/{id}/moves")
    Page<DealMove> moves(Viewer viewer, @PathVariable DealId id) {
        return new Page<>(deals.moves(viewer, id), null, null);
    }

    @RestController
    @RequestMapping("/api/deals/{id}/timeline")
    static class DealTimelineController extends TimelineDoors<DealId> {

        DealTimelineController(Deals deals, Timeline timeline, Idempotency idempotency) {
            super(deals, timeline, idempotency);
        }
    }
}
