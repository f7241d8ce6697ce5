package vn.songhanh.alignment.sla;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Money;
import vn.songhanh.workspace.calendar.BusinessCalendar;

/**
 * What marketing promises for one month. Each working day carries an even part of the goal of the version that is in
 * force on it, so a version that begins within the month changes the days from there on and none that have passed.
 */
public final class MonthlyGoal {

    private final SlaHistory history;
    private final YearMonth month;
    private final BusinessCalendar calendar;
    private final int workdays;
    private final String currency;

    private MonthlyGoal(SlaHistory history, YearMonth month, BusinessCalendar calendar) {
        this.history = history;
        this.month = month;
        this.calendar = calendar;
        workdays = calendar.workdays(month.atDay(1), month.atEndOfMonth());
        currency = history.inForce(month.atEndOfMonth()).terms().currency();
    }

    public static MonthlyGoal of(SlaHistory history, YearMonth month, BusinessCalendar calendar) {
        return new MonthlyGoal(history, month, calendar);
    }

    /** The currency in which the month is measured. */
    public String currency() {
        return currency;
    }

    public int workdays() {
        return workdays;
    }

    /** The lead value of the whole month; null while none is agreed. */
    public @Nullable Money leadValue() {
        return leadValueBy(month.atEndOfMonth());
    }

    /** The lead value that shall be delivered by the end of a day of the month; null while none is agreed. */
    public @Nullable Money leadValueBy(LocalDate day) {
        Function<Goal, @Nullable BigDecimal> value = goal -> {
            Money promised = goal.leadValue();
            return promised == null || !promised.currency().equals(currency) ? null : promised.amount();
        };
        BigDecimal sum = sum(day, value);
        return sum == null
                ? null
                : new Money(sum.divide(divisor(), Money.decimals(currency), RoundingMode.HALF_UP), currency);
    }

    /** So many leads are needed for the customers that the month shall bring; null while that is not agreed. */
    public @Nullable Integer leads() {
        BigDecimal sum = sum(month.atEndOfMonth(), goal -> {
            Integer leads = goal.leads();
            return leads == null ? null : BigDecimal.valueOf(leads);
        });
        return sum == null
                ? null
                : sum.divide(divisor(), 0, RoundingMode.CEILING).intValueExact();
    }

    /** Over the working days up to that one; null when no day of the whole month has a goal. */
    private @Nullable BigDecimal sum(LocalDate last, Function<Goal, @Nullable BigDecimal> value) {
        if (workdays == 0) {
            return value.apply(history.inForce(month.atEndOfMonth()).terms().goal());
        }
        BigDecimal sum = BigDecimal.ZERO;
        boolean promised = false;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            BigDecimal part = calendar.isWorkday(day)
                    ? value.apply(history.inForce(day).terms().goal())
                    : null;
            promised |= part != null;
            if (part != null && !day.isAfter(last)) {
                sum = sum.add(part);
            }
        }
        return promised ? sum : null;
    }

    private BigDecimal divisor() {
        return BigDecimal.valueOf(Math.max(1, workdays));
    }
}
