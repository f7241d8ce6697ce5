package vn.songhanh.alignment.report;

import static vn.songhanh.jooq.alignment.Tables.HANDOFF;
import static vn.songhanh.jooq.alignment.Tables.HANDOFF_ASSIGNMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.AggregateFilterStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.handoff.Answer;
import vn.songhanh.alignment.handoff.HandoffSql;
import vn.songhanh.alignment.handoff.Outcome;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.sales.deal.DealSql;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;

@Component
class SlaReportStore {

    private final DSLContext db;

    SlaReportStore(DSLContext db) {
        this.db = db;
    }

    record OfSource(@Nullable String source, Figures.Counts counts) {}

    record OfMonth(YearMonth month, Figures.Counts counts) {}

    record Leads(Figures.Counts total, List<OfSource> sources, List<OfMonth> months) {}

    /** All hand-offs of the period, and the same by source and by month, in one pass. */
    Leads leads(SlaId sla, LocalDate from, LocalDate to) {
        Field<LocalDate> month = DSL.field(
                        "{0} - (extract(day from {0})::int - 1)", SQLDataType.LOCALDATE, HANDOFF.MQL_ON)
                .as("month");
        var inPeriod = db.select(HANDOFF.SOURCE_CHANNEL, month, HANDOFF.ANSWER, HANDOFF.OUTCOME, HANDOFF.TOUCH_MINUTES)
                .from(HANDOFF)
                .where(HANDOFF.SLA_ID.eq(sla.value()))
                .and(HANDOFF.MQL_ON.between(from, to))
                .and(HandoffSql.COUNTS)
                .asTable("lead");
        Field<String> source = inPeriod.field(HANDOFF.SOURCE_CHANNEL);
        Field<LocalDate> ofMonth = inPeriod.field(month);
        Field<Integer> notBySource = DSL.grouping(source).as("not_by_source");
        Field<Integer> notByMonth = DSL.grouping(ofMonth).as("not_by_month");
        Figures.Counts total = Figures.Counts.NONE;
        List<OfSource> sources = new ArrayList<>();
        List<OfMonth> months = new ArrayList<>();
        for (Record row : db.select(source, ofMonth, notBySource, notByMonth)
                .select(counts(
                        inPeriod.field(HANDOFF.ANSWER),
                        inPeriod.field(HANDOFF.OUTCOME),
                        inPeriod.field(HANDOFF.TOUCH_MINUTES)))
                .from(inPeriod)
                .groupBy(DSL.groupingSets(new Field<?>[] {}, new Field<?>[] {source}, new Field<?>[] {ofMonth}))
                .orderBy(DSL.field(DSL.name("handed_over")).desc(), source, ofMonth)
                .fetch()) {
            if (row.get(notBySource) == 0) {
                sources.add(new OfSource(row.get(source), counts(row)));
            } else if (row.get(notByMonth) == 0) {
                months.add(new OfMonth(YearMonth.from(row.get(ofMonth)), counts(row)));
            } else {
                total = counts(row);
            }
        }
        months.sort(Comparator.comparing(OfMonth::month));
        return new Leads(total, sources, months);
    }

    /** By source, of those in the period: what their leads are worth, and what came in from the deals they led to. */
    Map<@Nullable String, SlaReport.Earned> earned(SlaId sla, LocalDate from, LocalDate to, String currency) {
        Condition inPeriod = HANDOFF.SLA_ID
                .eq(sla.value())
                .and(HANDOFF.MQL_ON.between(from, to))
                .and(HandoffSql.COUNTS);
        Condition delivered = HandoffSql.DELIVERED
                .and(DSL.not(DSL.condition(HANDOFF.DEDUCTED)))
                .and(HANDOFF.CURRENCY.eq(currency));
        Map<@Nullable String, SlaReport.Earned> earned = new HashMap<>();
        db.select(HANDOFF.SOURCE_CHANNEL, DSL.sum(HANDOFF.LEAD_VALUE).filterWhere(delivered))
                .from(HANDOFF)
                .where(inPeriod)
                .groupBy(HANDOFF.SOURCE_CHANNEL)
                .forEach(row -> earned.put(
                        row.value1(), new SlaReport.Earned(money(row.value2(), currency), 0, money(null, currency))));
        // Several people of one company may have led to one deal, which is won once.
        Field<BigDecimal> revenue = DealSql.revenue(HANDOFF.DEAL_ID, currency).as("revenue");
        var deals = db.selectDistinct(HANDOFF.SOURCE_CHANNEL, HANDOFF.DEAL_ID, revenue)
                .from(HANDOFF)
                .where(inPeriod)
                .and(HANDOFF.DEAL_ID.isNotNull())
                .asTable("deal");
        Field<String> source = deals.field(HANDOFF.SOURCE_CHANNEL);
        Field<BigDecimal> broughtIn = deals.field(revenue);
        db.select(source, DSL.count(broughtIn), DSL.sum(broughtIn))
                .from(deals)
                .groupBy(source)
                .forEach(row -> earned.computeIfPresent(
                        row.value1(),
                        (channel, worth) ->
                                new SlaReport.Earned(worth.value(), row.value2(), money(row.value3(), currency))));
        return earned;
    }

    private static Money money(@Nullable BigDecimal amount, String currency) {
        return new Money(amount == null ? BigDecimal.ZERO : amount, currency);
    }

    record OfRep(MemberId rep, Figures.Counts counts) {}

    /** By rep: of each hand-off that a rep had, once or more often, what came of it in the rep's own time. */
    List<OfRep> reps(SlaId sla, LocalDate from, LocalDate to) {
        var own = db.select(
                        HANDOFF_ASSIGNMENT.REP_ID,
                        any(HANDOFF_ASSIGNMENT.ANSWER.eq(Answer.ACCEPTED.name()))
                                .as("accepted"),
                        any(HANDOFF_ASSIGNMENT.ANSWER.eq(Answer.REJECTED.name()))
                                .as("rejected"),
                        any(HANDOFF_ASSIGNMENT.OUTCOME.eq(Outcome.MET.name())).as("met"),
                        any(HANDOFF_ASSIGNMENT.OUTCOME.eq(Outcome.BREACHED.name()))
                                .as("breached"),
                        any(HANDOFF_ASSIGNMENT.OUTCOME.eq(Outcome.PENDING.name()))
                                .as("pending"),
                        DSL.min(HANDOFF_ASSIGNMENT.TOUCH_MINUTES).as("minutes"))
                .from(HANDOFF)
                .join(HANDOFF_ASSIGNMENT)
                .on(HANDOFF_ASSIGNMENT.HANDOFF_ID.eq(HANDOFF.ID))
                .where(HANDOFF.SLA_ID.eq(sla.value()))
                .and(HANDOFF.MQL_ON.between(from, to))
                .and(HandoffSql.COUNTS)
                .groupBy(HANDOFF_ASSIGNMENT.REP_ID, HANDOFF.ID)
                .asTable("own");
        Field<UUID> rep = own.field(HANDOFF_ASSIGNMENT.REP_ID);
        Field<Integer> minutes = own.field("minutes", Integer.class);
        return db.select(
                        rep,
                        DSL.count().as("handed_over"),
                        count(own.field("accepted", Boolean.class)).as("accepted"),
                        count(own.field("rejected", Boolean.class)).as("rejected"),
                        count(own.field("met", Boolean.class)).as("met"),
                        count(own.field("breached", Boolean.class)).as("breached"),
                        count(own.field("pending", Boolean.class)).as("pending"),
                        DSL.count(minutes).as("touched"),
                        median(minutes).as("median"))
                .from(own)
                .groupBy(rep)
                .orderBy(DSL.field(DSL.name("handed_over")).desc(), rep)
                .fetch(row -> new OfRep(new MemberId(row.get(rep)), counts(row)));
    }

    /** What was handed over on a day, of one type; values of leads that count. */
    record Delivered(LocalDate on, String leadType, long leads, long rejected, BigDecimal gross, BigDecimal deducted) {}

    List<Delivered> delivered(SlaId sla, LocalDate from, LocalDate to, String currency) {
        Condition rejected = DSL.condition(HANDOFF.DEDUCTED);
        return db.select(
                        HANDOFF.MQL_ON,
                        HANDOFF.LEAD_TYPE,
                        DSL.count(),
                        DSL.count().filterWhere(rejected),
                        DSL.sum(HANDOFF.LEAD_VALUE),
                        DSL.coalesce(DSL.sum(HANDOFF.LEAD_VALUE).filterWhere(rejected), BigDecimal.ZERO))
                .from(HANDOFF)
                .where(HANDOFF.SLA_ID.eq(sla.value()))
                .and(HANDOFF.MQL_ON.between(from, to))
                .and(HANDOFF.CURRENCY.eq(currency))
                .and(HandoffSql.DELIVERED)
                .groupBy(HANDOFF.MQL_ON, HANDOFF.LEAD_TYPE)
                .orderBy(HANDOFF.MQL_ON, HANDOFF.LEAD_TYPE)
                .fetch(row -> new Delivered(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    private static List<Field<?>> counts(Field<String> answer, Field<String> outcome, Field<Integer> minutes) {
        return List.of(
                DSL.count().as("handed_over"),
                count(answer.eq(Answer.ACCEPTED.name())).as("accepted"),
                count(answer.eq(Answer.REJECTED.name())).as("rejected"),
                count(outcome.eq(Outcome.MET.name())).as("met"),
                count(outcome.eq(Outcome.BREACHED.name())).as("breached"),
                count(outcome.eq(Outcome.PENDING.name())).as("pending"),
                DSL.count(minutes).as("touched"),
                median(minutes).as("median"));
    }

    private static Field<Integer> count(Condition condition) {
        AggregateFilterStep<Integer> count = DSL.count();
        return count.filterWhere(condition);
    }

    private static Field<Integer> count(Field<Boolean> flag) {
        return count(DSL.condition(flag));
    }

    private static Field<Boolean> any(Condition condition) {
        return DSL.boolOr(condition);
    }

    private static Field<BigDecimal> median(Field<Integer> minutes) {
        return DSL.percentileCont(0.5).withinGroupOrderBy(minutes);
    }

    private static Figures.Counts counts(Record row) {
        return new Figures.Counts(
                row.get("handed_over", Long.class),
                row.get("accepted", Long.class),
                row.get("rejected", Long.class),
                row.get("met", Long.class),
                row.get("breached", Long.class),
                row.get("pending", Long.class),
                row.get("touched", Long.class),
                row.get("median", BigDecimal.class));
    }
}
