package vn.songhanh.sales.deal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.sales.pipeline.StageKind;
import vn.songhanh.shared.Money;

/** A pipeline with its deals: selling stages hold what is open, the care after the sale what was won. */
record DealBoard(PipelineId pipelineId, String name, List<Column> columns) {

    /**
     * @param sums one for each currency
     * @param weighted the sums times the stage's probability; none for the care after the sale, which is no forecast
     * @param nextCursor the cards that follow: the list of deals takes it, with the same filter and this stage
     */
    record Column(
            StageId stageId,
            String name,
            StageKind kind,
            int probability,
            @Nullable Integer rottingDays,
            long count,
            List<Money> sums,
            List<Money> weighted,
            List<DealView> cards,
            @Nullable String nextCursor) {}
}
