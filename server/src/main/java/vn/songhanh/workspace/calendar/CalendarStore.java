package vn.songhanh.workspace.calendar;

import static vn.songhanh.jooq.workspace.Tables.BUSINESS_HOURS;
import static vn.songhanh.jooq.workspace.Tables.CALENDAR_DAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.jooq.workspace.tables.records.BusinessHoursRecord;

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
        hours().forEach(dated -> hours.put(dated.validFrom(), dated.hours()));
        List<CalendarDay> days =
                db.selectFrom(CALENDAR_DAY).where(CALENDAR_DAY.OBSERVED).fetch(CalendarStore::day);
        Set<LocalDate> holidays =
                days.stream().filter(CalendarDay::closes).map(CalendarDay::date).collect(Collectors.toSet());
        Map<LocalDate, DayOfWeek> swappedIn = days.stream()
                .filter(day -> day.hoursOf() != null)
                .collect(Collectors.toMap(CalendarDay::date, CalendarDay::hoursOf));
        return new BusinessCalendar(hours, holidays, swappedIn);
    }

    /** The latest first. */
    List<DatedHours> hours() {
        return db.selectFrom(BUSINESS_HOURS)
                .orderBy(BUSINESS_HOURS.VALID_FROM.desc())
                .fetch(this::hours);
    }

    Optional<DatedHours> hours(LocalDate validFrom) {
        return db.selectFrom(BUSINESS_HOURS)
                .where(BUSINESS_HOURS.VALID_FROM.eq(validFrom))
                .fetchOptional(this::hours);
    }

    /** @return whether none begin on that date yet */
    boolean insert(DatedHours hours, Instant now) {
        return db.insertInto(BUSINESS_HOURS)
                        .set(BUSINESS_HOURS.VALID_FROM, hours.validFrom())
                        .set(BUSINESS_HOURS.ZONE, hours.zone().getId())
                        .set(BUSINESS_HOURS.WEEK, week(hours))
                        .set(BUSINESS_HOURS.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(BUSINESS_HOURS.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** @return whether they still were of that version */
    boolean update(DatedHours hours, long version, Instant now) {
        return db.update(BUSINESS_HOURS)
                        .set(BUSINESS_HOURS.ZONE, hours.zone().getId())
                        .set(BUSINESS_HOURS.WEEK, week(hours))
                        .set(BUSINESS_HOURS.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(BUSINESS_HOURS.VERSION, version + 1)
                        .where(BUSINESS_HOURS.VALID_FROM.eq(hours.validFrom()))
                        .and(BUSINESS_HOURS.VERSION.eq(version))
                        .execute()
                == 1;
    }

    boolean deleteHours(LocalDate validFrom) {
        return db.deleteFrom(BUSINESS_HOURS)
                        .where(BUSINESS_HOURS.VALID_FROM.eq(validFrom))
                        .execute()
                == 1;
    }

    List<CalendarDay> days(LocalDate from, LocalDate until) {
        return db.selectFrom(CALENDAR_DAY)
                .where(CALENDAR_DAY.DATE.between(from, until))
                .orderBy(CALENDAR_DAY.DATE)
                .fetch(CalendarStore::day);
    }

    Optional<CalendarDay> day(LocalDate date) {
        return days(date, date).stream().findFirst();
    }

    /** @return the dates that were free; a day that is there stays as it is */
    List<LocalDate> insert(CalendarDay day, Collection<LocalDate> dates, Instant now) {
        var insert = db.insertInto(
                CALENDAR_DAY,
                CALENDAR_DAY.DATE,
                CALENDAR_DAY.KIND,
                CALENDAR_DAY.NAME,
                CALENDAR_DAY.HOURS_OF,
                CALENDAR_DAY.OBSERVED,
                CALENDAR_DAY.PROVISIONAL,
                CALENDAR_DAY.CREATED_AT,
                CALENDAR_DAY.UPDATED_AT);
        for (LocalDate date : dates) {
            insert = insert.values(
                    date,
                    day.kind().name(),
                    day.name(),
                    number(day.hoursOf()),
                    day.observed(),
                    day.provisional(),
                    now.atOffset(ZoneOffset.UTC),
                    now.atOffset(ZoneOffset.UTC));
        }
        return insert.onConflictDoNothing().returning(CALENDAR_DAY.DATE).fetch(CALENDAR_DAY.DATE);
    }

    /** @return whether it still was of that version */
    boolean update(CalendarDay day, long version, Instant now) {
        return db.update(CALENDAR_DAY)
                        .set(CALENDAR_DAY.KIND, day.kind().name())
                        .set(CALENDAR_DAY.NAME, day.name())
                        .set(CALENDAR_DAY.HOURS_OF, number(day.hoursOf()))
                        .set(CALENDAR_DAY.OBSERVED, day.observed())
                        .set(CALENDAR_DAY.PROVISIONAL, day.provisional())
                        .set(CALENDAR_DAY.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(CALENDAR_DAY.VERSION, version + 1)
                        .where(CALENDAR_DAY.DATE.eq(day.date()))
                        .and(CALENDAR_DAY.VERSION.eq(version))
                        .execute()
                == 1;
    }

    boolean deleteDay(LocalDate date) {
        return db.deleteFrom(CALENDAR_DAY).where(CALENDAR_DAY.DATE.eq(date)).execute() == 1;
    }

    private DatedHours hours(BusinessHoursRecord row) {
        Map<DayOfWeek, List<Shift>> week =
                json.readValue(row.getWeek().data(), new TypeReference<EnumMap<DayOfWeek, List<Shift>>>() {});
        return DatedHours.of(row.getValidFrom(), row.getVersion(), new BusinessHours(ZoneId.of(row.getZone()), week));
    }

    private JSONB week(DatedHours hours) {
        return JSONB.valueOf(json.writeValueAsString(hours.week()));
    }

    private static @Nullable Short number(@Nullable DayOfWeek day) {
        return day == null ? null : (short) day.getValue();
    }

    private static CalendarDay day(Record row) {
        Short hoursOf = row.get(CALENDAR_DAY.HOURS_OF);
        return new CalendarDay(
                row.get(CALENDAR_DAY.DATE),
                row.get(CALENDAR_DAY.VERSION),
                CalendarDay.Kind.valueOf(row.get(CALENDAR_DAY.KIND)),
                row.get(CALENDAR_DAY.NAME),
                hoursOf == null ? null : DayOfWeek.of(hoursOf),
                row.get(CALENDAR_DAY.OBSERVED),
                row.get(CALENDAR_DAY.PROVISIONAL));
    }
}
