package vn.songhanh.workspace.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private final BusinessCalendar office = new BusinessCalendar(BusinessHours.office(), Set.of());

    @Test
    void a_weekend_does_not_count() {
        assertThat(office.minutesBetween(at("2026-03-06T16:30"), at("2026-03-09T09:10")))
                .isEqualTo(100);
    }

    @Test
    void a_worked_saturday_morning_does() {
        var saturdays = new BusinessCalendar(BusinessHours.office().withSaturdayMorning(), Set.of());
        assertThat(saturdays.minutesBetween(at("2026-03-06T16:30"), at("2026-03-09T09:10")))
                .isEqualTo(340);
    }

    @Test
    void the_midday_break_does_not_count() {
        assertThat(office.minutesBetween(at("2026-03-11T11:45"), at("2026-03-11T13:20")))
                .isEqualTo(35);
    }

    @Test
    void tet_does_not_count() {
        var tet = new BusinessCalendar(BusinessHours.office().withSaturdayMorning(), days("2026-02-14", "2026-02-22"));
        assertThat(tet.minutesBetween(at("2026-02-13T16:00"), at("2026-02-23T11:00")))
                .isEqualTo(240);
    }

    @Test
    void four_business_hours_step_over_culture_day() {
        var calendar = new BusinessCalendar(BusinessHours.office(), days("2026-11-24", "2026-11-24"));
        assertThat(calendar.plus(at("2026-11-23T16:00"), 240)).isEqualTo(at("2026-11-25T11:00"));
    }

    @Test
    void what_fills_a_shift_ends_with_it() {
        assertThat(office.plus(at("2026-03-06T16:30"), 30)).isEqualTo(at("2026-03-06T17:00"));
        assertThat(office.plus(at("2026-03-06T11:00"), 60)).isEqualTo(at("2026-03-06T12:00"));
    }

    @Test
    void outside_working_hours_the_clock_starts_with_the_next_opening() {
        assertThat(office.plus(at("2026-03-07T10:00"), 15)).isEqualTo(at("2026-03-09T08:15"));
        assertThat(office.plus(at("2026-03-06T17:00"), 0)).isEqualTo(at("2026-03-09T08:00"));
        assertThat(office.plus(at("2026-03-06T12:30"), 15)).isEqualTo(at("2026-03-06T13:15"));
    }

    @Test
    void adding_minutes_and_counting_them_agree() {
        for (int minutes = 0; minutes < 3_000; minutes += 7) {
            Instant start = at("2026-03-05T15:42");
            assertThat(office.minutesBetween(start, office.plus(start, minutes)))
                    .isEqualTo(minutes);
        }
    }

    @Test
    void a_business_day_is_the_same_business_minute_of_the_next_working_day() {
        assertThat(office.plusBusinessDays(at("2026-03-11T10:15"), 1)).isEqualTo(at("2026-03-12T10:15"));
        assertThat(office.plusBusinessDays(at("2026-03-06T16:59"), 1)).isEqualTo(at("2026-03-09T16:59"));
        assertThat(office.plusBusinessDays(at("2026-03-06T10:15"), 14)).isEqualTo(at("2026-03-26T10:15"));
        assertThat(office.plusBusinessDays(at("2026-03-06T13:00"), 1)).isEqualTo(at("2026-03-09T13:00"));
        assertThat(office.plusBusinessDays(at("2026-03-06T17:00"), 1)).isEqualTo(at("2026-03-10T08:00"));
        assertThat(office.plusBusinessDays(at("2026-03-07T10:00"), 1)).isEqualTo(at("2026-03-10T08:00"));
        assertThat(office.plusBusinessDays(at("2026-03-07T10:00"), 0)).isEqualTo(at("2026-03-09T08:00"));
    }

    @Test
    void a_business_day_into_a_shorter_day_ends_with_that_day() {
        var saturdays = new BusinessCalendar(BusinessHours.office().withSaturdayMorning(), Set.of());
        assertThat(saturdays.plusBusinessDays(at("2026-03-06T15:00"), 1)).isEqualTo(at("2026-03-07T12:00"));
        assertThat(saturdays.plusBusinessDays(at("2026-03-06T09:00"), 1)).isEqualTo(at("2026-03-07T09:00"));
    }

    @Test
    void a_swapped_in_saturday_has_the_hours_of_the_day_that_it_replaces() {
        var calendar = new BusinessCalendar(
                Map.of(LocalDate.EPOCH, BusinessHours.office()),
                days("2026-01-01", "2026-01-02"),
                Map.of(LocalDate.parse("2026-01-10"), DayOfWeek.FRIDAY));
        assertThat(calendar.minutesBetween(at("2026-01-09T17:00"), at("2026-01-12T08:00")))
                .isEqualTo(480);
        assertThat(calendar.workdays(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31")))
                .isEqualTo(21);
    }

    @Test
    void earlier_dates_keep_the_hours_that_were_valid_then() {
        var calendar = new BusinessCalendar(
                Map.of(
                        LocalDate.EPOCH,
                        BusinessHours.office(),
                        LocalDate.parse("2026-03-09"),
                        BusinessHours.office().withSaturdayMorning()),
                Set.of(),
                Map.of());
        assertThat(calendar.isWorkday(LocalDate.parse("2026-03-07"))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.parse("2026-03-14"))).isTrue();
    }

    @Test
    void a_shift_may_end_with_the_day() {
        var always = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(
                        day -> day, day -> List.of(new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));
        var calendar = new BusinessCalendar(new BusinessHours(BusinessHours.VIETNAM, always), Set.of());
        assertThat(calendar.minutesBetween(at("2026-03-06T00:00"), at("2026-03-09T00:00")))
                .isEqualTo(3 * 24 * 60);
    }

    @Test
    void in_a_zone_with_summer_time_minutes_are_real_ones() {
        var night = new BusinessHours(
                ZoneId.of("Europe/Berlin"),
                Map.of(DayOfWeek.SUNDAY, List.of(new Shift(LocalTime.of(1, 0), LocalTime.of(5, 0)))));
        var calendar = new BusinessCalendar(night, Set.of());
        assertThat(calendar.minutesBetween(
                        Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(180);
    }

    @Test
    void nothing_lies_between_a_moment_and_an_earlier_one() {
        assertThat(office.minutesBetween(at("2026-03-11T11:00"), at("2026-03-11T10:00")))
                .isZero();
    }

    @Test
    void absurd_spans_are_refused_instead_of_counted() {
        assertThatThrownBy(() -> office.minutesBetween(Instant.EPOCH, at("2026-03-11T10:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> office.plus(at("2026-03-11T10:00"), Long.MAX_VALUE / 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> office.plusBusinessDays(at("2026-03-11T10:00"), 1_000_000))
                .isInstanceOf(IllegalArgumentException.class);
        var never = new BusinessCalendar(new BusinessHours(BusinessHours.VIETNAM, Map.of()), Set.of());
        assertThatThrownBy(() -> never.plus(at("2026-03-11T10:00"), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessHours.VIETNAM).toInstant();
    }

    private static Set<LocalDate> days(String from, String to) {
        return LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).collect(Collectors.toSet());
    }
}
