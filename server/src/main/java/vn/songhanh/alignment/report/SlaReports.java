package vn.songhanh.alignment.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.alignment.report.SlaReport.Day;
import vn.songhanh.alignment.report.SlaReport.Earned;
import vn.songhanh.alignment.report.SlaReport.OfMonth;
import vn.songhanh.alignment.report.SlaReport.OfRep;
import vn.songhanh.alignment.report.SlaReport.OfSource;
import vn.songhanh.alignment.report.SlaReport.OfType;
import vn.songhanh.alignment.report.SlaReport.Waterfall;
import vn.songhanh.alignment.report.SlaReportStore.Delivered;
import vn.songhanh.alignment.sla.LeadType;
import vn.songhanh.alignment.sla.MonthlyGoal;
import vn.songhanh.alignment.sla.Sla;
import vn.songhanh.alignment.sla.SlaHistory;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.alignment.sla.Slas;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.audit.Audit;
import vn.songhanh.workspace.calendar.BusinessCalendar;
import vn.songhanh.workspace.calendar.Calendars;
import vn.songhanh.workspace.members.Member;
import vn.songhanh.workspace.members.Members;

/** Measures the contract. */
@Component
class SlaReports {

    private static final int MAX_DAYS = 1_100;

    private final SlaReportStore store;
    private final Slas slas;
    private final Members members;
    private final Calendars calendars;
    private final Audit audit;
    private final Clock clock;

    SlaReports(SlaReportStore store, Slas slas, Members members, Calendars calendars, Audit audit, Clock clock) {
        this.store = store;
        this.slas = slas;
        this.members = members;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param from null: the first of the month in which {@code to} lies
     * @param to null: the end of this month
     */
    SlaReport report(Viewer viewer, SlaId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        SlaHistory history = slas.history(viewer, id);
        Instant now = clock.instant();
        LocalDate today = now.atZone(calendars.current().zoneAt(now)).toLocalDate();
        LocalDate last =
                to == null ? YearMonth.from(from == null ? today : from).atEndOfMonth() : to;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        if (first.isAfter(last)) {
            throw new Invalid("to", "before-its-begin");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
            throw new Invalid("to", "period-too-long", Map.of("days", MAX_DAYS));
        }
        FigureFilter period = period(id, first, last);
        SlaReportStore.Leads leads = store.leads(id, first, last);
        Waterfall waterfall = waterfall(id, history, YearMonth.from(last), today);
        String currency = waterfall.net().currency();
        Map<@Nullable String, Earned> earned = store.earned(id, first, last, currency);
        return new SlaReport(
                id,
                history.inForce(judged(YearMonth.from(last), today)).version(),
                first,
                last,
                Figures.of(leads.total(), period, FigureFilter.Fields.OF_LEAD),
                perRep(id, first, last),
                leads.sources().stream()
                        .map(some -> new OfSource(
                                some.source(),
                                Figures.of(
                                        some.counts(),
                                        period.and(FigureFilter.isOrEmpty("source", some.source())),
                                        FigureFilter.Fields.OF_LEAD),
                                earned.getOrDefault(some.source(), Earned.nothing(currency))))
                        .toList(),
                leads.months().stream()
                        .map(some -> new OfMonth(
                                some.month(),
                                Figures.of(
                                        some.counts(),
                                        period(
                                                id,
                                                later(first, some.month().atDay(1)),
                                                earlier(last, some.month().atEndOfMonth())),
                                        FigureFilter.Fields.OF_LEAD)))
                        .toList(),
                waterfall);
    }

    /** The same for a file; that it was taken is told in the audit trail. */
    @Transactional
    SlaReport toTakeAway(Viewer viewer, SlaId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        viewer.require(AlignmentKinds.SLA, Action.EXPORT);
        SlaReport report = report(viewer, id, from, to);
        audit.record(
                viewer,
                AlignmentKinds.SLA,
                id.value(),
                "exported",
                Map.of(),
                Map.of("from", report.from(), "until", report.to()));
        return report;
    }

    private List<OfRep> perRep(SlaId id, LocalDate from, LocalDate to) {
        List<SlaReportStore.OfRep> reps = store.reps(id, from, to);
        Map<MemberId, Member> known =
                members.find(reps.stream().map(SlaReportStore.OfRep::rep).toList());
        List<OfRep> rows = new ArrayList<>();
        for (SlaReportStore.OfRep some : reps) {
            Member member = known.get(some.rep());
            FigureFilter own =
                    period(id, from, to).and(FigureFilter.is(FigureFilter.Fields.of(some.rep(), "assigned"), true));
            rows.add(new OfRep(
                    some.rep(),
                    member == null ? "" : member.fullName(),
                    Figures.of(some.counts(), own, FigureFilter.Fields.of(some.rep()))));
        }
        return rows;
    }

    Waterfall waterfall(SlaId id, SlaHistory history, YearMonth month, LocalDate today) {
        BusinessCalendar calendar = calendars.current();
        MonthlyGoal promised = MonthlyGoal.of(history, month, calendar);
        String currency = promised.currency();
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        List<Delivered> delivered = store.delivered(id, first, last, currency);
        FigureFilter counted =
                period(id, first, last).and(FigureFilter.is("counted", true), FigureFilter.is("currency", currency));
        Money gross = sum(delivered, currency, Delivered::gross);
        Money deducted = sum(delivered, currency, Delivered::deducted);
        Money net = sum(delivered, currency, SlaReports::net);
        Money goalByToday = today.isBefore(first) ? null : promised.leadValueBy(earlier(today, last));
        return new Waterfall(
                month,
                promised.leadValue(),
                gross,
                deducted,
                net,
                goalByToday == null || goalByToday.amount().signum() == 0
                        ? null
                        : net.amount().divide(goalByToday.amount(), 4, RoundingMode.HALF_UP),
                promised.leads(),
                delivered.stream().mapToLong(Delivered::leads).sum(),
                promised.workdays(),
                days(delivered, promised, month, today, calendar),
                types(history, month, today, delivered, counted, currency),
                Map.of(
                        "leads",
                        counted,
                        "gross",
                        counted,
                        "deducted",
                        counted.and(FigureFilter.is("deducted", true)),
                        "net",
                        counted.and(FigureFilter.is("deducted", false))));
    }

    /** The day of a month whose version speaks for it: the last one, or today while the month runs. */
    private static LocalDate judged(YearMonth month, LocalDate today) {
        return YearMonth.from(today).equals(month) ? today : month.atEndOfMonth();
    }

    private static List<Day> days(
            List<Delivered> delivered,
            MonthlyGoal promised,
            YearMonth month,
            LocalDate today,
            BusinessCalendar calendar) {
        Map<LocalDate, BigDecimal> netByDay = new HashMap<>();
        delivered.forEach(some -> netByDay.merge(some.on(), net(some), BigDecimal::add));
        BigDecimal net = BigDecimal.ZERO;
        List<Day> days = new ArrayList<>();
        for (LocalDate date = month.atDay(1); !date.isAfter(month.atEndOfMonth()); date = date.plusDays(1)) {
            net = net.add(netByDay.getOrDefault(date, BigDecimal.ZERO));
            days.add(new Day(
                    date,
                    calendar.isWorkday(date),
                    promised.leadValueBy(date),
                    date.isAfter(today) ? null : new Money(net, promised.currency())));
        }
        return days;
    }

    /** The types of the month's contract in its order, and those of the leads that were handed over under another. */
    private static List<OfType> types(
            SlaHistory history,
            YearMonth month,
            LocalDate today,
            List<Delivered> delivered,
            FigureFilter counted,
            String currency) {
        Sla sla = history.inForce(judged(month, today));
        Map<String, List<Delivered>> byType = new LinkedHashMap<>();
        sla.terms().leadTypes().forEach(type -> byType.put(type.code(), new ArrayList<>()));
        delivered.forEach(some -> byType.computeIfAbsent(some.leadType(), code -> new ArrayList<>())
                .add(some));
        List<OfType> types = new ArrayList<>();
        byType.forEach((code, some) -> {
            LeadType type = typeOf(history, sla, code);
            FigureFilter ofType = counted.and(FigureFilter.is("leadType", code));
            types.add(new OfType(
                    code,
                    type.name(),
                    type.tier(),
                    type.value(),
                    some.stream().mapToLong(Delivered::leads).sum(),
                    some.stream().mapToLong(Delivered::rejected).sum(),
                    sum(some, currency, SlaReports::net),
                    Map.of(
                            "leads", ofType,
                            "rejected", ofType.and(FigureFilter.is("deducted", true)),
                            "net", ofType.and(FigureFilter.is("deducted", false)))));
        });
        return types;
    }

    /** As the month's own contract has it, else the latest one that knew the type. */
    private static LeadType typeOf(SlaHistory history, Sla sla, String code) {
        return Stream.concat(Stream.of(sla), history.latestFirst().stream())
                .flatMap(version -> version.terms().leadTypes().stream())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no version of the contract has the type " + code));
    }

    private static FigureFilter period(SlaId id, LocalDate from, LocalDate to) {
        return FigureFilter.of(FigureFilter.is("slaId", id.toString()), FigureFilter.between("mqlOn", from, to));
    }

    private static BigDecimal net(Delivered some) {
        return some.gross().subtract(some.deducted());
    }

    private static Money sum(List<Delivered> delivered, String currency, Function<Delivered, BigDecimal> amount) {
        return new Money(delivered.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
