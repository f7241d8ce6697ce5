package vn.songhanh.workspace.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that breaks the week's rule.
 *
 * @param hoursOf the weekday whose hours a working day that was swapped in has; null for a holiday
 * @param observed whether this company keeps it
 * @param provisional derived from law and lunar calendar, before the state announced it
 */
public record CalendarDay(
        LocalDate date, Kind kind, String name, @Nullable DayOfWeek hoursOf, boolean observed, boolean provisional) {

    public enum Kind {
        HOLIDAY,
        WORKDAY
    }
}
