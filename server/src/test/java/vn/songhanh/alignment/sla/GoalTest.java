package vn.songhanh.alignment.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.songhanh.contacts.Source;
import vn.songhanh.shared.Money;

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
        assertThat(Goal.cumulative(million(560), 0, 21)).isEqualTo(million(0));
        assertThat(Goal.cumulative(million(560), 9, 21)).isEqualTo(million(240));
        assertThat(Goal.cumulative(million(560), 21, 21)).isEqualTo(million(560));
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

    private static LeadType type(String code, Tier tier, String closeRate, long millions, List<String> sources) {
        return new LeadType(code, code, tier, new BigDecimal(closeRate), million(millions), sources);
    }

    private static Money million(long millions) {
        return Money.vnd(millions * 1_000_000);
    }
}
