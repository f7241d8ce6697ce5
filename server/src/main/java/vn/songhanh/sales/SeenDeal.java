package vn.songhanh.sales;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal with what stands beside it for one viewer.
 *
 * @param companyName null without a company, or when the viewer may not see it
 * @param contactNames in the order of the deal's contacts; null for one whom the viewer may not see
 * @param rottingDays after how many days in its stage it rots; null: never
 */
record SeenDeal(
        Deal deal,
        @Nullable String companyName,
        List<@Nullable String> contactNames,
        @Nullable Integer rottingDays) {

    SeenDeal with(Deal changed) {
        return new SeenDeal(changed, companyName, contactNames, rottingDays);
    }

    SeenDeal with(Deal changed, @Nullable Integer stagesRottingDays) {
        return new SeenDeal(changed, companyName, contactNames, stagesRottingDays);
    }
}
