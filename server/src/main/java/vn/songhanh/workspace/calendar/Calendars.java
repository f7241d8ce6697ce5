package vn.songhanh.workspace.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.NotFound;
import vn.songhanh.shared.StaleVersion;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.WorkspaceKinds;
import vn.songhanh.workspace.audit.Audit;

/**
 * The company's calendar: where the others get it, and how it is changed. What lies before today never changes, and a
 * deadline that was given keeps its moment whatever the calendar becomes.
 */
@Service
public class Calendars {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    /** How long another node may work with what was changed here. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Cached(BusinessCalendar calendar, long readAt, long change) {}

    private final CalendarStore store;
    private final Audit audit;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Cached cached;

    Calendars(CalendarStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public BusinessCalendar current() {
        Cached known = cached;
        if (known == null || known.change() != changes.get() || System.nanoTime() - known.readAt() > FRESH.toNanos()) {
            // Counted before reading: what is read while somebody commits a change is not kept.
            long change = changes.get();
            known = new Cached(store.calendar(), System.nanoTime(), change);
            cached = known;
        }
        return known.calendar();
    }

    CalendarView year(Viewer viewer, @Nullable Integer asked) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.READ);
        LocalDate today = today();
        int year = asked == null ? today.getYear() : asked;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Invalid("year", "out-of-range", Map.of("min", FIRST_YEAR, "max", LAST_YEAR));
        }
        return new CalendarView(
                year, today, zone(), store.hours(), store.days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    DatedHours requireHours(LocalDate validFrom) {
        return store.hours(validFrom).orElseThrow(() -> new NotFound("business-hours", validFrom));
    }

    CalendarDay requireDay(LocalDate date) {
        return store.day(date).orElseThrow(() -> new NotFound("calendar-day", date));
    }

    List<CalendarDay> days(LocalDate from, LocalDate until) {
        return store.days(from, until);
    }

    /** @throws Conflict when others begin on the same date */
    @Transactional
    public DatedHours addHours(Viewer viewer, HoursInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        DatedHours hours = input.checked(today(), zone());
        if (!store.insert(hours, clock.instant())) {
            throw new Conflict("hours-taken", Map.of("date", hours.validFrom()));
        }
        record(viewer, "hours-added", hours.validFrom(), Map.of(), hours.facts());
        return hours;
    }

    /** @throws StaleVersion when they are not of that version any more */
    @Transactional
    public DatedHours changeHours(Viewer viewer, LocalDate validFrom, long version, HoursInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        DatedHours before = requireHours(validFrom);
        DatedHours hours = input.checked(today(), zone());
        new Invalid.Check()
                .that(hours.validFrom().equals(validFrom), "validFrom", "never-changes")
                .done();
        if (!store.update(hours, version, clock.instant())) {
            throw new StaleVersion(version, requireHours(validFrom));
        }
        record(viewer, "hours-changed", validFrom, before.facts(), hours.facts());
        return requireHours(validFrom);
    }

    /** Takes back hours that have not begun; those before them stay in force. */
    @Transactional
    public void removeHours(Viewer viewer, LocalDate validFrom) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        DatedHours before = requireHours(validFrom);
        if (!validFrom.isAfter(today())) {
            throw new Conflict("hours-in-force", Map.of("date", validFrom));
        }
        if (store.deleteHours(validFrom)) {
            record(viewer, "hours-removed", validFrom, before.facts(), Map.of());
        }
    }

    /**
     * Of several days that close the company, those that are closed already stay as they are.
     *
     * @throws Conflict when a date is taken otherwise, or nothing would be new
     */
    @Transactional
    public void addDays(Viewer viewer, CalendarDayInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        CalendarDay day = input.checked(today(), current());
        LocalDate last = input.last(day.date());
        Set<LocalDate> dates = day.date().datesUntil(last.plusDays(1)).collect(Collectors.toCollection(TreeSet::new));
        List<CalendarDay> there = store.days(day.date(), last);
        for (CalendarDay known : there) {
            boolean fits = day.closes() && known.closes();
            dates.remove(known.date());
            if (!fits || dates.isEmpty()) {
                throw taken(known.date());
            }
        }
        List<LocalDate> added = store.insert(day, dates, clock.instant());
        if (added.size() < dates.size()) {
            dates.removeAll(Set.copyOf(added));
            throw taken(dates.iterator().next());
        }
        for (LocalDate date : added) {
            record(
                    viewer,
                    "calendar-day-added",
                    date,
                    Map.of(),
                    requireDay(date).facts());
        }
    }

    private static Conflict taken(LocalDate date) {
        return new Conflict("calendar-day-taken", Map.of("date", date));
    }

    /** @throws StaleVersion when it is not of that version any more */
    @Transactional
    public CalendarDay changeDay(Viewer viewer, LocalDate date, long version, CalendarDayInput input) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        CalendarDay before = requireDay(date);
        CalendarDay day = input.checked(today(), current());
        new Invalid.Check()
                .that(day.date().equals(date), "date", "never-changes")
                .that(input.until() == null, "until", "never-changes")
                .done();
        if (!store.update(day, version, clock.instant())) {
            throw new StaleVersion(version, requireDay(date));
        }
        record(viewer, "calendar-day-changed", date, before.facts(), day.facts());
        return requireDay(date);
    }

    @Transactional
    public void removeDay(Viewer viewer, LocalDate date) {
        viewer.require(WorkspaceKinds.WORKSPACE, Action.WRITE);
        CalendarDay before = requireDay(date);
        if (date.isBefore(today())) {
            throw new Conflict("calendar-day-past", Map.of("date", date));
        }
        if (store.deleteDay(date)) {
            record(viewer, "calendar-day-removed", date, before.facts(), Map.of());
        }
    }

    private void record(
            Viewer viewer, String action, LocalDate date, Map<String, Object> before, Map<String, Object> after) {
        UUID id = action.startsWith("hours") ? DatedHours.idOf(date) : CalendarDay.idOf(date);
        audit.record(viewer, WorkspaceKinds.WORKSPACE, id, action, before, after);
        forgetAfterCommit();
    }

    private LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return current().zoneAt(clock.instant());
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                changes.incrementAndGet();
            }
        });
    }
}
