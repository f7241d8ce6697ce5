package vn.songhanh.workspace.calendar;

import static vn.songhanh.jooq.workspace.Tables.BUSINESS_HOURS;
import static vn.songhanh.jooq.workspace.Tables.CALENDAR_DAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CalendarStore {

    private final DSLContext db;
    private final JsonMapper json;

    CalendarStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    BusinessCalendar calendar() {
        Map<LocalDate, BusinessHours> hours = new TreeMap<>();
        db.selectFrom(BUSINESS_HOURS)
                .forEach(row -> hours.put(row.getValidFrom(), hours(row.getZone(), row.getWeek())));
        List<CalendarDay> days =
                db.selectFrom(CALENDAR_DAY).where(CALENDAR_DAY.OBSERVED).fetch(CalendarStore::day);
        Set<LocalDate> holidays = days.stream()
                .filter(day -> day.kind() == CalendarDay.Kind.HOLIDAY)
                .map(CalendarDay::date)
                .collect(Collectors.toSet());
        Map<LocalDate, DayOfWeek> swappedIn = days.stream()
                .filter(day -> day.hoursOf() != null)
                .collect(Collectors.toMap(CalendarDay::date, CalendarDay::hoursOf));
        return new BusinessCalendar(hours, holidays, swappedIn);
    }

    private BusinessHours hours(String zone, JSONB week) {
        return new BusinessHours(
                ZoneId.of(zone), json.readValue(week.data(), new TypeReference<EnumMap<DayOfWeek, List<Shift>>>() {}));
    }

    private static CalendarDay day(Record row) {
        Short hoursOf = row.get(CALENDAR_DAY.HOURS_OF);
        return new CalendarDay(
                row.get(CALENDAR_DAY.DATE),
                CalendarDay.Kind.valueOf(row.get(CALENDAR_DAY.KIND)),
                row.get(CALENDAR_DAY.NAME),
                hoursOf == null ? null : DayOfWeek.of(hoursOf),
                row.get(CALENDAR_DAY.OBSERVED),
                row.get(CALENDAR_DAY.PROVISIONAL));
    }
}
