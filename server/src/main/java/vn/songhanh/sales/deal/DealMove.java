package vn.songhanh.sales.deal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;

/**
 * One step of a deal's way; never changed.
 *
 * @param fromStageId none for a deal that was just opened
 * @param reason why it was lost (a code) or reopened (in words)
 */
public record DealMove(
        UUID id,
        DealId dealId,
        Kind kind,
        @Nullable StageId fromStageId,
        StageId toStageId,
        @Nullable String reason,
        @Nullable String note,
        Instant at,
        @Nullable MemberId actorId,
        Via via) {

    public enum Kind {
        OPENED,
        MOVED,
        WON,
        LOST,
        REOPENED
    }

    static DealMove of(
            Viewer viewer,
            Kind kind,
            @Nullable Deal before,
            Deal after,
            @Nullable String reason,
            @Nullable String note) {
        return new DealMove(
                Ids.next(),
                after.id(),
                kind,
                before == null ? null : before.standing().stageId(),
                after.standing().stageId(),
                reason,
                note,
                after.times().updatedAt(),
                viewer.actor(),
                viewer.via());
    }

    /** A step that was taken elsewhere, at a time of its own. */
    static DealMove imported(Viewer viewer, Deal deal, Kind kind, @Nullable StageId from, StageId to, Instant at) {
        return new DealMove(Ids.next(), deal.id(), kind, from, to, null, null, at, viewer.actor(), viewer.via());
    }
}
