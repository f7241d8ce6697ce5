package vn.songhanh.workspace.calendar;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The hours of the week from a date on, until the next ones begin. */
public record DatedHours(LocalDate validFrom, long version, ZoneId zone, Map<DayOfWeek, List<Shift>> week) {

    static DatedHours of(LocalDate validFrom, long version, BusinessHours hours) {
        return new DatedHours(validFrom, version, hours.zone(), hours.week());
    }

    BusinessHours hours() {
        return new BusinessHours(zone, week);
    }

    /** For the audit trail: a text for each weekday. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("validFrom", validFrom.toString());
        facts.put("zone", zone.getId());
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Shift> shifts = week.getOrDefault(day, List.of());
            if (!shifts.isEmpty()) {
                facts.put(
                        day.name(),
                        shifts.stream()
                                .map(shift -> shift.from() + "–" + shift.to())
                                .collect(Collectors.joining(", ")));
            }
        }
        return facts;
    }

    /** Hours have no id; one made from their date lets their history be found. */
    static UUID idOf(LocalDate validFrom) {
        return UUID.nameUUIDFromBytes(("business hours " + validFrom).getBytes(StandardCharsets.UTF_8));
    }
}
