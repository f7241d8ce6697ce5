package vn.songhanh.alignment.handoff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Problem;
import vn.songhanh.shared.Viewer;
import vn.songhanh.web.ProblemTexts;

@RestController
@RequestMapping("/api/handoffs")
class HandoffController {

    private final Handoffs handoffs;
    private final HandoffLists lists;
    private final Reassignments reassignments;
    private final ProblemTexts texts;

    HandoffController(Handoffs handoffs, HandoffLists lists, Reassignments reassignments, ProblemTexts texts) {
        this.handoffs = handoffs;
        this.lists = lists;
        this.reassignments = reassignments;
        this.texts = texts;
    }

    @GetMapping
    HandoffLists.HandoffPage list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable ContactId contactId,
            @RequestParam(required = false) @Nullable MemberId repId,
            @RequestParam(required = false) @Nullable List<HandoffStatus> status,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean count) {
        return lists.list(
                viewer,
                new HandoffLists.Query(filter, contactId, repId, status, open, mine, sort, cursor, limit, count));
    }

    @GetMapping("/{id}")
    HandoffView read(Viewer viewer, @PathVariable HandoffId id) {
        return handoffs.require(viewer, id).with(handoffs.steps(id));
    }

    @PostMapping("/{id}/accept")
    HandoffView accept(Viewer viewer, @PathVariable HandoffId id) {
        handoffs.accept(viewer, id);
        return handoffs.requireAfter(viewer, id);
    }

    /** @param reason the code of one of the contract's rejection reasons */
    record Rejection(@Nullable String reason, @Nullable String note) {}

    @PostMapping("/{id}/reject")
    HandoffView reject(Viewer viewer, @PathVariable HandoffId id, @RequestBody Rejection rejection) {
        handoffs.reject(viewer, id, rejection.reason(), rejection.note());
        return handoffs.requireAfter(viewer, id);
    }

    record Remark(@Nullable String note) {}

    @PostMapping("/{id}/dispute")
    HandoffView dispute(
            Viewer viewer, @PathVariable HandoffId id, @RequestBody(required = false) @Nullable Remark remark) {
        handoffs.dispute(viewer, id, remark == null ? null : remark.note());
        return handoffs.requireAfter(viewer, id);
    }

    /** @param stands whether the rejection was right */
    record Ruling(@Nullable Boolean stands, @Nullable String note) {}

    @PostMapping("/{id}/rule")
    HandoffView rule(Viewer viewer, @PathVariable HandoffId id, @RequestBody Ruling ruling) {
        if (ruling.stands() == null) {
            throw new Invalid("stands", "required");
        }
        handoffs.rule(viewer, id, ruling.stands(), ruling.note());
        return handoffs.requireAfter(viewer, id);
    }

    /** @param repId null: whoever is next in turn */
    record Reassignment(@Nullable MemberId repId, @Nullable String note) {}

    @PostMapping("/{id}/reassign")
    HandoffView reassign(Viewer viewer, @PathVariable HandoffId id, @RequestBody Reassignment reassignment) {
        handoffs.reassign(viewer, id, reassignment.repId(), reassignment.note());
        return handoffs.requireAfter(viewer, id);
    }

    /** Whom this viewer may give hand-offs to, the reps first. */
    @GetMapping("/receivers")
    Page<Reassignments.Receiver> receivers(Viewer viewer) {
        return new Page<>(reassignments.receivers(viewer), null, null);
    }

    /** @param repId null: whoever is next in turn, for each of them */
    record Reassigning(
            @Nullable List<HandoffId> ids,
            @Nullable MemberId repId,
            @Nullable String note) {}

    /** @param problem why it stayed where it was; null when it was given away */
    record Reassigned(HandoffId id, boolean done, @Nullable ProblemDetail problem) {}

    /** Each for itself: what may not be given away keeps none of the others. */
    @PostMapping("/reassign")
    Page<Reassigned> reassignAll(Viewer viewer, @RequestBody Reassigning reassigning) {
        List<Reassigned> results =
                reassignments.reassign(viewer, reassigning.ids(), reassigning.repId(), reassigning.note()).stream()
                        .map(result -> {
                            Problem refused = result.refused();
                            return new Reassigned(
                                    result.id(),
                                    refused == null,
                                    refused == null ? null : texts.describe(refused, viewer.locale()));
                        })
                        .toList();
        return new Page<>(results, null, null);
    }
}
