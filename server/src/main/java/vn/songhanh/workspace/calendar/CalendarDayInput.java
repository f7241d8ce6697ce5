package vn.songhanh.workspace.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * What a caller says about a holiday or a swapped-in working day.
 *
 * @param until the last of several new days; null for one
 * @param observed true unless it says otherwise
 */
public record CalendarDayInput(
        @Nullable LocalDate date,
        @Nullable LocalDate until,
        CalendarDay.@Nullable Kind kind,
        @Nullable String name,
        @Nullable DayOfWeek hoursOf,
        @Nullable Boolean observed,
        @Nullable Boolean provisional) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 31;

    static CalendarDayInput of(CalendarDay day) {
        return new CalendarDayInput(
                day.date(), null, day.kind(), day.name(), day.hoursOf(), day.observed(), day.provisional());
    }

    /**
     * The first of the days, checked for all of them.
     *
     * @param today nothing before it can be changed any more
     * @param calendar tells whether the weekday whose hours are asked for has any
     */
    CalendarDay checked(LocalDate today, BusinessCalendar calendar) {
        String clean = Text.cleanOrNull(name, "name");
        boolean works = kind == CalendarDay.Kind.WORKDAY;
        long days = date == null || until == null ? 0 : ChronoUnit.DAYS.between(date, until);
        new Invalid.Check()
                .that(date != null, "date", "required")
                .that(date == null || !date.isBefore(today), "date", "already-past")
                .that(date == null || date.getYear() <= Calendars.LAST_YEAR, "date", "too-far-ahead")
                .that(days >= 0, "until", "before-its-begin")
                .that(days < MOST_DAYS, "until", "too-many-days", Map.of("max", MOST_DAYS))
                .that(kind != null, "kind", "required")
                .that(clean != null, "name", "required")
                .that(clean == null || clean.length() <= LONGEST_NAME, "name", "too-long", Map.of("max", LONGEST_NAME))
                .that(!works || hoursOf != null, "hoursOf", "required")
                .that(works || hoursOf == null, "hoursOf", "only-for-working-days")
                .that(
                        !works || hoursOf == null || date == null || calendar.works(date, hoursOf),
                        "hoursOf",
                        "weekday-without-hours")
                .done();
        return new CalendarDay(
                Objects.requireNonNull(date),
                1,
                Objects.requireNonNull(kind),
                Objects.requireNonNull(clean),
                hoursOf,
                !Boolean.FALSE.equals(observed),
                Boolean.TRUE.equals(provisional));
    }

    LocalDate last(LocalDate first) {
        return until == null ? first : until;
    }
}
