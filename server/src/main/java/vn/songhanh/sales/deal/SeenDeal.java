package vn.songhanh.sales.deal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.songhanh.sales.pipeline.Stage;

/**
 * A deal with what stands beside it for one viewer.
 *
 * @param companyName null without a company, or when the viewer may not see it
 * @param contactNames in the order of the deal's contacts; null for one whom the viewer may not see
 * @param stage what its stage says of it; null while that is not known
 */
record SeenDeal(
        Deal deal,
        @Nullable String companyName,
        List<@Nullable String> contactNames,
        @Nullable OfStage stage) {

    /**
     * @param rottingDays after how many days in its stage it rots; null: never
     * @param probability in percent
     */
    record OfStage(@Nullable Integer rottingDays, int probability) {

        static OfStage of(Stage stage) {
            return new OfStage(stage.rottingDays(), stage.probability());
        }
    }

    SeenDeal with(Deal changed) {
        return new SeenDeal(changed, companyName, contactNames, stage);
    }

    SeenDeal with(Deal changed, @Nullable OfStage itsStage) {
        return new SeenDeal(changed, companyName, contactNames, itsStage);
    }
}
