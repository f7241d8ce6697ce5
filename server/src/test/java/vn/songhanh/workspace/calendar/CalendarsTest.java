package vn.songhanh.workspace.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.members.Role;

/** It is Monday, 23 November 2026, nine in the morning in Vietnam. */
@SongHanhTest
class CalendarsTest {

    private static final String HOURS = "/api/calendar/hours";
    private static final String DAYS = "/api/calendar/days";

    @Autowired
    Api api;

    @Autowired
    Calendars calendars;

    @Autowired
    TestClock clock;

    @Test
    void everyone_may_see_the_hours_and_the_holidays_of_a_year() {
        Answer read = api.as(Role.VIEWER).get("/api/calendar?year=2026").expect(200);
        assertThat(read.json("today")).isEqualTo("2026-11-23");
        assertThat(read.json("zone")).isEqualTo("Asia/Ho_Chi_Minh");
        JsonNode first = read.at("hours").valueStream().toList().getLast();
        assertThat(first.at("/validFrom").asString()).isEqualTo("2000-01-01");
        assertThat(first.at("/week/MONDAY/0/from").asString()).isEqualTo("08:00");
        assertThat(first.at("/week/MONDAY/1/to").asString()).isEqualTo("17:00");
        assertThat(first.at("/week/SUNDAY").isMissingNode()).isTrue();
        assertThat(day(read, "2026-11-24").at("/name").asString()).isEqualTo("Ngày Văn hóa Việt Nam");
        JsonNode swapped = day(read, "2026-01-10");
        assertThat(swapped.at("/kind").asString()).isEqualTo("WORKDAY");
        assertThat(swapped.at("/hoursOf").asString()).isEqualTo("FRIDAY");
        assertThat(swapped.at("/observed").asBoolean()).isFalse();
    }

    @Test
    void without_a_year_it_is_the_present_one_and_absurd_years_are_refused() {
        assertThat(api.get("/api/calendar").expect(200).at("year").asInt()).isEqualTo(2026);
        assertThat(api.get("/api/calendar?year=1066").expect(400).json("errors.0.field"))
                .isEqualTo("year");
        assertThat(api.get("/api/calendar?year=mai").expect(400).json("errors.0.field"))
                .isEqualTo("year");
    }

    @Test
    void a_holiday_closes_the_company_at_once_and_until_it_is_taken_back() {
        LocalDate date = LocalDate.parse("2026-12-24");
        assertThat(calendars.current().isWorkday(date)).isTrue();
        api.post(DAYS, holiday("2026-12-24", "Du lịch công ty")).expect(201);
        assertThat(calendars.current().isWorkday(date)).isFalse();
        assertThat(api.post(DAYS, holiday("2026-12-24", "Noel")).expect(409).json("type"))
                .isEqualTo("/problems/calendar-day-taken");

        String path = DAYS + "/2026-12-24";
        api.patch(path, 1, Map.of("observed", false)).expect(200);
        assertThat(calendars.current().isWorkday(date)).isTrue();
        assertThat(api.patch(path, 1, Map.of("name", "Muộn")).expect(412).json("current.observed"))
                .isEqualTo("false");
        api.send("PATCH", path, Map.of("name", "Không nói bản nào")).expect(428);
        api.patch(path, 2, Map.of("date", "2026-12-25")).expect(400);

        api.delete(path).expect(204);
        api.delete(path).expect(404);
    }

    @Test
    void a_sunday_that_is_swapped_in_has_the_hours_of_the_weekday_it_takes() {
        Map<String, Object> swap =
                Map.of("date", "2026-12-20", "kind", "WORKDAY", "name", "Làm bù", "hoursOf", "MONDAY");
        api.post(DAYS, swap).expect(201);
        assertThat(calendars.current().minutesBetween(at("2026-12-20T09:00"), at("2026-12-20T23:00")))
                .isEqualTo(7 * 60);
        api.delete(DAYS + "/2026-12-20").expect(204);
    }

    @Test
    void a_tet_closing_is_one_request_and_leaves_the_holidays_that_are_there() {
        Map<String, Object> closing = new HashMap<>(holiday("2027-02-03", "Nghỉ Tết công ty"));
        closing.put("until", "2027-02-13");
        Answer made = api.post(DAYS, closing).expect(201);
        assertThat(made.at("items").size()).isEqualTo(11);
        assertThat(made.json("items.2.name")).isEqualTo("Tết Nguyên đán");
        assertThat(made.json("items.10.name")).isEqualTo("Nghỉ Tết công ty");
        api.post(DAYS, closing).expect(409);
        for (int date : List.of(3, 4, 12, 13)) {
            api.delete(DAYS + "/2027-02-%02d".formatted(date)).expect(204);
        }
    }

    @Test
    void the_same_request_with_the_same_key_makes_one_day() {
        Api again = api.with("Idempotency-Key", "company-day");
        again.post(DAYS, holiday("2026-12-28", "Ngày hội")).expect(201);
        again.post(DAYS, holiday("2026-12-28", "Ngày hội")).expect(201);
        api.delete(DAYS + "/2026-12-28").expect(204);
    }

    @Test
    void wrong_days_are_refused_field_by_field() {
        assertRefused(DAYS, Map.of(), "date", "required");
        assertRefused(DAYS, Map.of(), "kind", "required");
        assertRefused(DAYS, Map.of(), "name", "required");
        assertRefused(DAYS, holiday("2026-11-22", "Hôm qua"), "date", "already-past");
        assertRefused(DAYS, holiday("2027-13-01", "Tháng mười ba"), "date", "not-a-date");
        assertRefused(DAYS, holiday("2026-12-24", "x".repeat(101)), "name", "too-long");
        assertRefused(DAYS, Map.of("date", "2026-12-20", "kind", "WORKDAY", "name", "Làm bù"), "hoursOf", "required");
        assertRefused(
                DAYS,
                Map.of("date", "2026-12-20", "kind", "WORKDAY", "name", "Làm bù", "hoursOf", "SUNDAY"),
                "hoursOf",
                "weekday-without-hours");
        assertRefused(
                DAYS,
                Map.of("date", "2026-12-24", "kind", "HOLIDAY", "name", "Nghỉ", "hoursOf", "MONDAY"),
                "hoursOf",
                "only-for-working-days");
        assertRefused(
                DAYS,
                Map.of("date", "2026-12-24", "until", "2026-12-01", "kind", "HOLIDAY", "name", "Nghỉ"),
                "until",
                "before-its-begin");
        assertRefused(
                DAYS,
                Map.of("date", "2026-12-24", "until", "2027-12-24", "kind", "HOLIDAY", "name", "Nghỉ"),
                "until",
                "too-many-days");
        api.delete(DAYS + "/2026-09-02").expect(409);
        api.delete(DAYS + "/hôm-nay").expect(400);
    }

    @Test
    void new_hours_are_valid_from_their_date_and_the_past_keeps_its_own() {
        Map<String, Object> hours = hours("2026-12-07", Map.of("SATURDAY", List.of(shift("08:00", "12:00"))));
        Answer made = api.post(HOURS, hours).expect(201);
        assertThat(made.json("zone")).isEqualTo("Asia/Ho_Chi_Minh");
        BusinessCalendar calendar = calendars.current();
        assertThat(calendar.isWorkday(LocalDate.parse("2026-12-04"))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.parse("2026-12-05"))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.parse("2026-12-11"))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.parse("2026-12-12"))).isTrue();
        api.post(HOURS, hours).expect(409);

        String path = HOURS + "/2026-12-07";
        Map<String, Object> week = new HashMap<>();
        week.put("SATURDAY", null);
        week.put("MONDAY", List.of(shift("22:00", "00:00"), shift("13:00", "18:30")));
        Answer changed = api.patch(path, made.etag(), Map.of("week", week)).expect(200);
        assertThat(changed.json("week.MONDAY.0.from")).isEqualTo("13:00");
        assertThat(changed.json("week.MONDAY.1.to")).isEqualTo("00:00");
        assertThat(calendars.current().isWorkday(LocalDate.parse("2026-12-12"))).isFalse();
        api.patch(path, made.etag(), Map.of("zone", "Asia/Tokyo")).expect(412);

        clock.set(at("2026-12-07T08:00"));
        api.delete(path).expect(409);
        clock.reset();
        api.delete(path).expect(204);
        assertThat(calendars.current().isWorkday(LocalDate.parse("2026-12-11"))).isTrue();
    }

    @Test
    void wrong_hours_are_refused_field_by_field() {
        Map<String, Object> monday = Map.of("MONDAY", List.of(shift("08:00", "12:00")));
        assertRefused(HOURS, Map.of("week", monday), "validFrom", "required");
        assertRefused(HOURS, hours("2026-11-22", monday), "validFrom", "already-past");
        assertRefused(HOURS, hours("2026-12-01", Map.of()), "week", "no-working-hours");
        assertRefused(
                HOURS,
                Map.of("validFrom", "2026-12-01", "zone", "Mars/Olympus", "week", monday),
                "zone",
                "unknown-zone");
        assertRefused(
                HOURS,
                hours("2026-12-01", Map.of("MONDAY", List.of(shift("12:00", "08:00")))),
                "week.MONDAY[0].to",
                "shift-ends-before-it-begins");
        assertRefused(
                HOURS,
                hours("2026-12-01", Map.of("FRIDAY", List.of(shift("13:00", "17:00"), shift("08:00", "13:01")))),
                "week.FRIDAY[1].from",
                "shifts-overlap");
        assertRefused(
                HOURS,
                hours("2026-12-01", Map.of("MONDAY", List.of(Map.of("from", "08:00")))),
                "week.MONDAY[0].to",
                "required");
        assertRefused(
                HOURS,
                hours("2026-12-01", Map.of("MONDAY", List.of(shift("08:00", "26:00")))),
                "week.MONDAY[0].to",
                "wrong-type");
        api.post(HOURS, hours("2026-12-01", Map.of("THỨ HAI", List.of()))).expect(400);
    }

    private void assertRefused(String path, Object body, String field, String code) {
        Answer answer = api.post(path, body).expect(400);
        assertThat(answer.at("errors")
                        .valueStream()
                        .map(error -> error.at("/field").asString() + " "
                                + error.at("/code").asString()))
                .contains(field + " " + code);
    }

    private static JsonNode day(Answer calendar, String date) {
        return calendar.at("days")
                .valueStream()
                .filter(day -> day.at("/date").asString().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> holiday(String date, String name) {
        return Map.of("date", date, "kind", "HOLIDAY", "name", name);
    }

    private static Map<String, Object> hours(String validFrom, Map<String, ?> week) {
        return Map.of("validFrom", validFrom, "week", week);
    }

    private static Map<String, String> shift(String from, String to) {
        return Map.of("from", from, "to", to);
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+07:00");
    }
}
