package vn.songhanh.alignment.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.shared.Money;
import vn.songhanh.workspace.calendar.BusinessCalendar;
import vn.songhanh.workspace.calendar.BusinessHours;

class GoalTest {

    private static final LeadType DEMO = type("DEMO", Tier.A, "0.20", 50, List.of("Báo giá", "demo-request"));
    private static final LeadType WEBINAR = type("WEBINAR", Tier.B, "0.05", 40, List.of("webinar"));
    private static final LeadType EBOOK = type("EBOOK", Tier.C, "0.01", 40, List.of());

    @Test
    void a_lead_is_worth_its_close_rate_times_the_average_sale() {
        assertThat(DEMO.value()).isEqualTo(million(10));
        assertThat(WEBINAR.value()).isEqualTo(million(2));
        assertThat(EBOOK.value()).isEqualTo(Money.vnd(400_000));
    }

    @Test
    void forty_demos_sixty_webinars_and_a_hundred_ebooks_deliver_560_million() {
        BigDecimal delivered = Map.of(DEMO, 40, WEBINAR, 60, EBOOK, 100).entrySet().stream()
                .map(entry -> entry.getKey().value().amount().multiply(BigDecimal.valueOf(entry.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(new Money(delivered, "VND")).isEqualTo(million(560));
    }

    @Test
    void seven_customers_at_five_percent_need_140_leads() {
        assertThat(new Goal(null, null, 7, new BigDecimal("0.05")).leads()).isEqualTo(140);
    }

    @Test
    void the_goal_is_marketings_share_of_the_revenue_target() {
        assertThat(new Goal(million(1400), new BigDecimal("0.4"), null, null).leadValue())
                .isEqualTo(million(560));
        assertThat(new Goal(null, new BigDecimal("0.4"), null, null).leadValue())
                .isNull();
    }

    @Test
    void the_goal_grows_evenly_over_the_working_days() {
        MonthlyGoal november = november(version(1, "2026-01-01", 560));

        assertThat(november.workdays()).isEqualTo(21);
        assertThat(november.leadValueBy(LocalDate.parse("2026-11-01"))).isEqualTo(million(0));
        assertThat(november.leadValueBy(LocalDate.parse("2026-11-12"))).isEqualTo(million(240));
        assertThat(november.leadValue()).isEqualTo(million(560));
    }

    @Test
    void a_version_agreed_within_the_month_counts_for_its_own_working_days_only() {
        Sla first = version(1, "2026-01-01", 210);
        MonthlyGoal november = november(first, version(2, "2026-11-13", 420));

        assertThat(november.leadValueBy(LocalDate.parse("2026-11-12"))).isEqualTo(million(90));
        assertThat(november.leadValue()).isEqualTo(million(90 + 240));
        assertThat(november(first, version(2, "2026-12-01", 420)).leadValue()).isEqualTo(million(210));
    }

    @Test
    void a_version_that_begins_earlier_takes_the_place_of_one_that_was_still_to_come() {
        Sla first = version(1, "2026-01-01", 210);
        Sla coming = version(2, "2027-01-01", 420);
        Sla earlier = version(3, "2026-12-01", 630);
        SlaHistory history = new SlaHistory(List.of(first, coming, earlier));

        assertThat(history.inForce(LocalDate.parse("2025-05-05"))).isEqualTo(first);
        assertThat(history.inForce(LocalDate.parse("2026-11-30"))).isEqualTo(first);
        assertThat(history.inForce(LocalDate.parse("2027-02-01"))).isEqualTo(earlier);
        assertThat(history.standing(coming, LocalDate.parse("2026-11-30"))).isEqualTo(SlaHistory.Standing.REPLACED);
        assertThat(history.endsOn(first)).isEqualTo(LocalDate.parse("2026-11-30"));
    }

    @Test
    void the_source_tells_the_type_of_a_lead_whatever_its_accents_and_case() {
        SlaTerms terms = new SlaTerms(
                new Goal(null, null, null, null),
                List.of(),
                List.of(DEMO, WEBINAR, EBOOK),
                List.of(),
                BigDecimal.ONE,
                2,
                180);

        assertThat(terms.typeOf(new Source("Bao gia", null, null))).isEqualTo(DEMO);
        assertThat(terms.typeOf(new Source("website", "Demo request", null))).isEqualTo(DEMO);
        assertThat(terms.typeOf(new Source("facebook", "tháng 11", "WEBINAR"))).isEqualTo(WEBINAR);
        assertThat(terms.typeOf(new Source(null, null, null))).isEqualTo(EBOOK);
    }

    private static MonthlyGoal november(Sla... versions) {
        return MonthlyGoal.of(
                new SlaHistory(List.of(versions)),
                YearMonth.of(2026, 11),
                new BusinessCalendar(BusinessHours.office(), Set.of()));
    }

    private static Sla version(long number, String startsOn, long millions) {
        SlaTerms terms = new SlaTerms(
                new Goal(million(millions), BigDecimal.ONE, null, null),
                List.of(),
                List.of(EBOOK),
                List.of(),
                BigDecimal.ONE,
                2,
                180);
        return new Sla(new SlaId(new UUID(0, 1)), number, "Cam kết", terms, Instant.EPOCH, LocalDate.parse(startsOn));
    }

    private static LeadType type(String code, Tier tier, String closeRate, long millions, List<String> sources) {
        return new LeadType(code, code, tier, new BigDecimal(closeRate), million(millions), sources);
    }

    private static Money million(long millions) {
        return Money.vnd(millions * 1_000_000);
    }
}
