package vn.songhanh.workspace.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The shifts of each weekday. A weekday without any is a rest day. */
public record BusinessHours(ZoneId zone, Map<DayOfWeek, List<Shift>> week) {

    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Shift MORNING = new Shift(LocalTime.of(8, 0), LocalTime.of(12, 0));
    private static final Shift AFTERNOON = new Shift(LocalTime.of(13, 0), LocalTime.of(17, 0));

    public BusinessHours {
        EnumMap<DayOfWeek, List<Shift>> copy = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, shifts) -> copy.put(day, List.copyOf(shifts)));
        week = Collections.unmodifiableMap(copy);
    }

    /** Monday to Friday, 8 to 12 and 13 to 17, in Vietnam. */
    public static BusinessHours office() {
        EnumMap<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                week.put(day, List.of(MORNING, AFTERNOON));
            }
        }
        return new BusinessHours(VIETNAM, week);
    }

    public BusinessHours withSaturdayMorning() {
        Map<DayOfWeek, List<Shift>> longer = new EnumMap<>(week);
        longer.put(DayOfWeek.SATURDAY, List.of(MORNING));
        return new BusinessHours(zone, longer);
    }

    public List<Shift> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }
}
