package vn.songhanh.workspace.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * When the company works: its hours by weekday, as they were valid on each date, holidays, and rest days that were
 * swapped in as working days. All arithmetic goes day by day and refuses spans of more than ten years.
 */
public final class BusinessCalendar {

    /** Further than this no deadline or measurement of ours reaches. */
    public static final int MAX_DAYS = 3_660;

    private final NavigableMap<LocalDate, BusinessHours> hours;
    private final Set<LocalDate> holidays;
    private final Map<LocalDate, DayOfWeek> swappedIn;

    /**
     * @param hours by the date from which they are valid; before the first one, the first one is
     * @param swappedIn days that are worked against the week's rule, and the weekday whose hours they have
     */
    public BusinessCalendar(
            Map<LocalDate, BusinessHours> hours, Set<LocalDate> holidays, Map<LocalDate, DayOfWeek> swappedIn) {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs business hours");
        }
        this.hours = new TreeMap<>(hours);
        this.holidays = Set.copyOf(holidays);
        this.swappedIn = Map.copyOf(swappedIn);
    }

    public BusinessCalendar(BusinessHours hours, Set<LocalDate> holidays) {
        this(Map.of(LocalDate.EPOCH, hours), holidays, Map.of());
    }

    /** The zone in which days begin at that moment. */
    public ZoneId zoneAt(Instant at) {
        BusinessHours earliest = hours.firstEntry().getValue();
        return hoursOn(at.atZone(earliest.zone()).toLocalDate()).zone();
    }

    public boolean isWorkday(LocalDate date) {
        return !shifts(date).isEmpty();
    }

    /** Whether that weekday has working hours as they are valid on that date. */
    boolean works(LocalDate date, DayOfWeek weekday) {
        return !hoursOn(date).on(weekday).isEmpty();
    }

    /** Working days from one date to another, both counted. */
    public int workdays(LocalDate from, LocalDate to) {
        requireSpan(from, to);
        int days = 0;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (isWorkday(date)) {
                days++;
            }
        }
        return days;
    }

    /** Whole business minutes from one moment to a later one; 0 when it is not later. */
    public long minutesBetween(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        LocalDate last = dateOf(to);
        requireSpan(dateOf(from), last);
        Duration worked = Duration.ZERO;
        for (LocalDate date = dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Instant begin = later(span.from(), from);
                Instant end = span.to().isBefore(to) ? span.to() : to;
                if (end.isAfter(begin)) {
                    worked = worked.plus(Duration.between(begin, end));
                }
            }
        }
        return worked.toMinutes();
    }

    /**
     * The moment by which so many business minutes have passed. What ends with the working hours ends then, not at the
     * next opening; outside working hours the clock starts with the next opening, and nothing passes until then.
     */
    public Instant plus(Instant from, long businessMinutes) {
        if (businessMinutes < 0) {
            throw new IllegalArgumentException("business minutes cannot be negative: " + businessMinutes);
        }
        Duration left = Duration.ofMinutes(businessMinutes);
        LocalDate date = dateOf(from);
        for (int day = 0; day <= MAX_DAYS; day++, date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Instant begin = later(span.from(), from);
                if (!span.to().isAfter(begin)) {
                    continue;
                }
                Duration open = Duration.between(begin, span.to());
                if (open.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(open);
            }
        }
        throw new IllegalArgumentException(businessMinutes + " business minutes end more than ten years after " + from);
    }

    /**
     * The same business minute, so many working days later: what starts at 10:15 ends at 10:15. Outside working hours
     * the count starts with the next opening. A shorter day that has no such minute ends it with its last one.
     */
    public Instant plusBusinessDays(Instant from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("business days cannot be negative: " + days);
        }
        Instant start = plus(from, 0);
        LocalDate date = dateOf(start);
        Duration minute = workedBy(start, date);
        for (int counted = 0, day = 0; counted < days; day++) {
            if (day == MAX_DAYS) {
                throw new IllegalArgumentException(days + " business days end more than ten years after " + from);
            }
            date = date.plusDays(1);
            if (isWorkday(date)) {
                counted++;
            }
        }
        return days == 0 ? start : after(minute, date);
    }

    /** How long the day's shifts had been open by that moment. */
    private Duration workedBy(Instant moment, LocalDate date) {
        Duration worked = Duration.ZERO;
        for (Span span : spans(date)) {
            if (span.from().isBefore(moment)) {
                worked = worked.plus(Duration.between(span.from(), span.to().isBefore(moment) ? span.to() : moment));
            }
        }
        return worked;
    }

    private Instant after(Duration worked, LocalDate date) {
        List<Span> spans = spans(date);
        Duration left = worked;
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            Duration open = Duration.between(span.from(), span.to());
            // At a break the minute that begins is the next shift's first one, as on the day that it is copied from.
            if (left.compareTo(open) < 0) {
                return span.from().plus(left);
            }
            left = left.minus(open);
        }
        return spans.getLast().to();
    }

    private record Span(Instant from, Instant to) {}

    private List<Span> spans(LocalDate date) {
        ZoneId zone = hoursOn(date).zone();
        return shifts(date).stream()
                .map(shift -> new Span(shift.start(date, zone), shift.end(date, zone)))
                .toList();
    }

    private List<Shift> shifts(LocalDate date) {
        if (holidays.contains(date)) {
            return List.of();
        }
        return hoursOn(date).on(swappedIn.getOrDefault(date, date.getDayOfWeek()));
    }

    private BusinessHours hoursOn(LocalDate date) {
        var valid = hours.floorEntry(date);
        return (valid == null ? hours.firstEntry() : valid).getValue();
    }

    private LocalDate dateOf(Instant moment) {
        return moment.atZone(zoneAt(moment)).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void requireSpan(LocalDate from, LocalDate to) {
        if (ChronoUnit.DAYS.between(from, to) > MAX_DAYS) {
            throw new IllegalArgumentException("more than ten years lie between " + from + " and " + to);
        }
    }
}
