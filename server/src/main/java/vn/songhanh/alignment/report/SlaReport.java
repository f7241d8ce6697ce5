package vn.songhanh.alignment.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.alignment.sla.Tier;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;

/**
 * What both sides kept of the contract in a period. Hand-offs belong to the day on which their contact became MQL,
 * whenever they were answered. The figures cover the whole contract for both sides; the lists that they open show what
 * the viewer may open and say how many rows more there are.
 *
 * @param slaVersion the version by which the waterfall's month is judged: that of its last day, or of today
 * @param perRep each rep's own part, by a clock that started when the rep got the lead; one that was passed on counts
 *     for everybody who had it, so these do not add up to the total
 * @param waterfall of the month in which the period ends
 */
record SlaReport(
        SlaId slaId,
        long slaVersion,
        LocalDate from,
        LocalDate to,
        Figures total,
        List<OfRep> perRep,
        List<OfSource> perSource,
        List<OfMonth> perMonth,
        Waterfall waterfall) {

    record OfRep(MemberId repId, String name, Figures figures) {}

    /** @param source a channel; null for those without any */
    record OfSource(@Nullable String source, Figures figures, Earned earned) {}

    /**
     * What became of hand-offs, in money of the goal's currency.
     *
     * @param value of the leads that count and were not deducted, as the contract values them
     * @param won deals that they led to and that are won, each once
     * @param revenue what these deals have brought in
     */
    record Earned(Money value, long won, Money revenue) {

        static Earned nothing(String currency) {
            Money none = new Money(BigDecimal.ZERO, currency);
            return new Earned(none, 0, none);
        }
    }

    /** A cohort: the contacts that became MQL in that month, within the period. */
    record OfMonth(YearMonth month, Figures figures) {}

    /**
     * The lead value that marketing delivered in a month, day by day, against the goal.
     *
     * @param goal of the versions in force in the month, each for its own working days; null while none is agreed
     * @param gross of all leads that count: a contact does once in so many days
     * @param deducted of those that sales rejected with good reason
     * @param net gross less deducted
     * @param pace net ÷ the goal up to today; null without a goal, or before the first working day
     * @param leadsNeeded in number, for the customers that the goal names; null while it names none
     */
    record Waterfall(
            YearMonth month,
            @Nullable Money goal,
            Money gross,
            Money deducted,
            Money net,
            @Nullable BigDecimal pace,
            @Nullable Integer leadsNeeded,
            long leads,
            int workdays,
            List<Day> days,
            List<OfType> types,
            Map<String, FigureFilter> filters) {}

    /**
     * @param goal cumulative, to the end of the day; null while none is agreed
     * @param net delivered by then; null for days to come
     */
    record Day(
            LocalDate date,
            boolean workday,
            @Nullable Money goal,
            @Nullable Money net) {}

    /** @param value of one such lead, by the version that judges the month; what was delivered has the value of its own day */
    record OfType(
            String code,
            String name,
            Tier tier,
            Money value,
            long leads,
            long rejected,
            Money net,
            Map<String, FigureFilter> filters) {}
}
