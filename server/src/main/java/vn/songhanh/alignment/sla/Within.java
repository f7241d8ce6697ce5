package vn.songhanh.alignment.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.songhanh.workspace.calendar.BusinessCalendar;

/** A span of working time: so many business minutes, or the same business minute so many working days later. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Within(@Nullable Integer minutes, @Nullable Integer days) {

    static final int MAX_MINUTES = 60_000;
    static final int MAX_DAYS = 250;

    public static Within minutes(int minutes) {
        return new Within(minutes, null);
    }

    public static Within days(int days) {
        return new Within(null, days);
    }

    boolean isSpan() {
        return minutes == null
                ? days != null && days >= 1 && days <= MAX_DAYS
                : days == null && minutes >= 1 && minutes <= MAX_MINUTES;
    }

    /** As far as that is the same everywhere: how many minutes a working day has depends on the day. */
    boolean isLongerThan(Within other) {
        if (minutes != null && other.minutes != null) {
            return minutes > other.minutes;
        }
        return days != null && other.days != null && days > other.days;
    }

    public Instant after(Instant start, BusinessCalendar calendar) {
        if (minutes != null) {
            return calendar.plus(start, minutes);
        }
        if (days != null) {
            return calendar.plusBusinessDays(start, days);
        }
        throw new IllegalStateException("a span is minutes or days");
    }
}
