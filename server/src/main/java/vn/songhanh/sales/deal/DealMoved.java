package vn.songhanh.sales.deal;

import java.time.Instant;
import java.util.UUID;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;
import vn.songhanh.shared.MemberId;

/** A deal came to another stage of its pipeline. */
@EventName("sales.deal-moved")
public record DealMoved(DealId deal, MemberId owner, StageId from, StageId to, Instant at) implements DomainEvent {

    static DealMoved of(Deal before, Deal after) {
        return new DealMoved(
                after.id(),
                after.ownerId(),
                before.standing().stageId(),
                after.standing().stageId(),
                after.times().updatedAt());
    }

    @Override
    public UUID aggregate() {
        return deal.value();
    }
}
