package vn.songhanh.alignment.sla;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Money;

/**
 * What marketing promises for each month, in lead value and, if wanted, in numbers of leads.
 *
 * @param revenueTarget of the whole company for a month
 * @param marketingShare the part of it that marketing's leads shall bring
 * @param customers new ones that a month shall bring
 * @param closeRate of leads of all types together
 */
public record Goal(
        @Nullable Money revenueTarget,
        @Nullable BigDecimal marketingShare,
        @Nullable Integer customers,
        @Nullable BigDecimal closeRate) {

    /** Revenue target times marketing's share; null while either is not agreed. */
    public @Nullable Money leadValue() {
        if (revenueTarget == null || marketingShare == null) {
            return null;
        }
        BigDecimal target = revenueTarget.amount();
        return new Money(
                target.multiply(marketingShare).setScale(target.scale(), RoundingMode.HALF_UP),
                revenueTarget.currency());
    }

    /** So many leads are needed for the month's customers; null while that is not agreed. */
    public @Nullable Integer leads() {
        if (customers == null || closeRate == null) {
            return null;
        }
        return BigDecimal.valueOf(customers)
                .divide(closeRate, 0, RoundingMode.CEILING)
                .intValueExact();
    }
}
