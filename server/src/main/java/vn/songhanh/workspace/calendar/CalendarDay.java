package vn.songhanh.workspace.calendar;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day that breaks the week's rule.
 *
 * @param hoursOf the weekday whose hours a working day that was swapped in has; null for a holiday
 * @param observed whether this company keeps it
 * @param provisional derived from law and lunar calendar, before the state announced it
 */
public record CalendarDay(
        LocalDate date,
        long version,
        Kind kind,
        String name,
        @Nullable DayOfWeek hoursOf,
        boolean observed,
        boolean provisional) {

    public enum Kind {
        HOLIDAY,
        WORKDAY
    }

    boolean closes() {
        return kind == Kind.HOLIDAY && observed;
    }

    /** For the audit trail. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("date", date.toString());
        facts.put("kind", kind.name());
        facts.put("name", name);
        if (hoursOf != null) {
            facts.put("hoursOf", hoursOf.name());
        }
        facts.put("observed", observed);
        facts.put("provisional", provisional);
        return facts;
    }

    /** A day has no id; one made from its date lets its history be found. */
    static UUID idOf(LocalDate date) {
        return UUID.nameUUIDFromBytes(("calendar day " + date).getBytes(StandardCharsets.UTF_8));
    }
}
