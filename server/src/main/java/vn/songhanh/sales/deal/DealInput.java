package vn.songhanh.sales.deal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.MemberId;

/**
 * What a person says about a deal, new or changed.
 *
 * @param pipelineId where it starts, the first pipeline when left out; both it and the stage change by moving only
 */
public record DealInput(
        @JsonUnwrapped Deal.Details details,
        @Nullable PipelineId pipelineId,
        @Nullable StageId stageId,
        @Nullable MemberId ownerId) {

    static DealInput of(Deal deal) {
        return new DealInput(
                deal.details(), deal.standing().pipelineId(), deal.standing().stageId(), deal.ownerId());
    }
}
