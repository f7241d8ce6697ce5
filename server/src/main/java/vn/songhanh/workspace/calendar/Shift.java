package vn.songhanh.workspace.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** @param to midnight is the end of the day */
public record Shift(
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to) {

    Instant start(LocalDate date, ZoneId zone) {
        return date.atTime(from).atZone(zone).toInstant();
    }

    Instant end(LocalDate date, ZoneId zone) {
        return endsTheDay()
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(to).atZone(zone).toInstant();
    }

    boolean endsTheDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    boolean isForward() {
        return endsTheDay() || to.isAfter(from);
    }

    /** Whether this shift is over when the other begins. */
    boolean endsBefore(Shift other) {
        return !endsTheDay() && !other.from.isBefore(to);
    }
}
