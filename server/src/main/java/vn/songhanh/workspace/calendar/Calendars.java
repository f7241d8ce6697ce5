package vn.songhanh.workspace.calendar;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the others get the company's calendar. */
@Component
public class Calendars {

    /** How long another node may work with what was changed here. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Cached(BusinessCalendar calendar, long readAt) {}

    private final CalendarStore store;
    private volatile @Nullable Cached cached;

    Calendars(CalendarStore store) {
        this.store = store;
    }

    public BusinessCalendar current() {
        Cached known = cached;
        if (known == null || System.nanoTime() - known.readAt() > FRESH.toNanos()) {
            known = new Cached(store.calendar(), System.nanoTime());
            cached = known;
        }
        return known.calendar();
    }
}
