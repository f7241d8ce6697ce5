package vn.songhanh.workspace.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;

/**
 * What a caller says about the hours of the week.
 *
 * @param zone null keeps the one that is valid now
 * @param week a weekday that is not named is a rest day
 */
public record HoursInput(
        @Nullable LocalDate validFrom,
        @Nullable String zone,
        @Nullable Map<DayOfWeek, List<ShiftInput>> week) {

    private static final int MOST_SHIFTS = 6;

    /** @param to 00:00 is the end of the day */
    public record ShiftInput(
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime from,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime to) {}

    static HoursInput of(DatedHours hours) {
        Map<DayOfWeek, List<ShiftInput>> week = new EnumMap<>(DayOfWeek.class);
        hours.week()
                .forEach((day, shifts) -> week.put(
                        day,
                        shifts.stream()
                                .map(shift -> new ShiftInput(shift.from(), shift.to()))
                                .toList()));
        return new HoursInput(hours.validFrom(), hours.zone().getId(), week);
    }

    /** @param today nothing before it can be changed any more */
    DatedHours checked(LocalDate today, ZoneId present) {
        Invalid.Check check = new Invalid.Check()
                .that(validFrom != null, "validFrom", "required")
                .that(validFrom == null || !validFrom.isBefore(today), "validFrom", "already-past")
                .that(validFrom == null || validFrom.getYear() <= Calendars.LAST_YEAR, "validFrom", "too-far-ahead");
        ZoneId there = zone(present, check);
        Map<DayOfWeek, List<Shift>> shifts = new EnumMap<>(DayOfWeek.class);
        if (week != null) {
            week.forEach((day, asked) -> {
                List<Shift> checked = checked("week." + day, asked == null ? List.of() : asked, check);
                if (!checked.isEmpty()) {
                    shifts.put(day, checked);
                }
            });
        }
        if (check.passed()) {
            // Without any, no deadline would ever come.
            check.that(!shifts.isEmpty(), "week", "no-working-hours");
        }
        check.done();
        return new DatedHours(Objects.requireNonNull(validFrom), 1, there, shifts);
    }

    private ZoneId zone(ZoneId present, Invalid.Check check) {
        try {
            return zone == null ? present : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            check.that(false, "zone", "unknown-zone", Map.of("value", String.valueOf(zone)));
            return present;
        }
    }

    /** Told in the order in which they were given, kept in the order of the day. */
    private static List<Shift> checked(String field, List<ShiftInput> asked, Invalid.Check check) {
        check.that(asked.size() <= MOST_SHIFTS, field, "too-many", Map.of("max", MOST_SHIFTS));
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < asked.size() && i < MOST_SHIFTS; i++) {
            ShiftInput input = asked.get(i);
            String path = field + "[" + i + "]";
            if (input == null || input.from() == null || input.to() == null) {
                check.that(false, path + (input == null || input.from() == null ? ".from" : ".to"), "required");
                continue;
            }
            Shift shift = new Shift(input.from(), input.to());
            if (!shift.isForward()) {
                check.that(false, path + ".to", "shift-ends-before-it-begins");
                continue;
            }
            boolean apart = shifts.stream().allMatch(other -> other.endsBefore(shift) || shift.endsBefore(other));
            check.that(apart, path + ".from", "shifts-overlap");
            shifts.add(shift);
        }
        shifts.sort(Comparator.comparing(Shift::from));
        return shifts;
    }
}
