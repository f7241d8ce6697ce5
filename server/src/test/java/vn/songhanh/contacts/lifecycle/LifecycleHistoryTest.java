package vn.songhanh.contacts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.CUSTOMER;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.LEAD;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.MQL;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.OPPORTUNITY;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.OTHER;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.SQL;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.songhanh.shared.Via;

class LifecycleHistoryTest {

    private final List<LifecycleChange> changes = new ArrayList<>();

    @Test
    void time_is_counted_over_all_stays_and_for_the_latest() {
        on("2026-01-01", null, LEAD, Cause.CREATED);
        on("2026-01-11", LEAD, MQL, Cause.SCORED);
        on("2026-01-21", MQL, LEAD, Cause.REJECTED);
        on("2026-02-10", LEAD, MQL, Cause.SCORED);
        on("2026-02-15", MQL, SQL, Cause.QUALIFIED);
        var history = new LifecycleHistory(changes);
        Instant now = at("2026-03-01");

        assertThat(history.cumulative(LEAD, now)).isEqualTo(Duration.ofDays(30));
        assertThat(history.latest(LEAD, now)).isEqualTo(Duration.ofDays(20));
        assertThat(history.cumulative(MQL, now)).isEqualTo(Duration.ofDays(15));
        assertThat(history.latest(MQL, now)).isEqualTo(Duration.ofDays(5));
        assertThat(history.firstEntered(MQL)).contains(at("2026-01-11"));
    }

    @Test
    void a_stage_that_was_skipped_counts_as_passed() {
        on("2026-01-01", null, LEAD, Cause.CREATED);
        on("2026-01-05", LEAD, OPPORTUNITY, Cause.DEAL_OPENED);
        var history = new LifecycleHistory(changes);

        assertThat(history.firstEntered(MQL)).isEmpty();
        assertThat(history.reached(MQL)).contains(at("2026-01-05"));
        assertThat(history.cumulative(MQL, at("2026-02-01"))).isZero();
        assertThat(history.times(at("2026-02-01")))
                .extracting(LifecycleHistory.Time::stage)
                .contains(LEAD, MQL, SQL, OPPORTUNITY)
                .doesNotContain(CUSTOMER, OTHER);
    }

    @Test
    void a_move_back_by_hand_is_two_rows_and_no_time_between_them() {
        on("2026-01-01", null, SQL, Cause.CREATED);
        on("2026-01-11", SQL, null, Cause.MANUAL);
        on("2026-01-11", null, LEAD, Cause.MANUAL);
        var history = new LifecycleHistory(changes);

        assertThat(history.cumulative(SQL, at("2026-01-21"))).isEqualTo(Duration.ofDays(10));
        assertThat(history.cumulative(LEAD, at("2026-01-21"))).isEqualTo(Duration.ofDays(10));
    }

    @Test
    void a_past_that_is_written_down_later_comes_before_the_beginning_here() {
        on("2026-11-23", null, LEAD, Cause.CREATED);
        on("2016-10-20", LEAD, OPPORTUNITY, Cause.DEAL_OPENED);
        on("2017-03-01", OPPORTUNITY, CUSTOMER, Cause.DEAL_WON);
        var history = new LifecycleHistory(changes);

        assertThat(history.standsOnDeals()).isTrue();
        assertThat(history.withoutDeals()).contains(LEAD);
        assertThat(history.changes()).extracting(LifecycleChange::to).containsExactly(LEAD, OPPORTUNITY, CUSTOMER);
        assertThat(history.cumulative(LEAD, at("2026-11-24"))).isZero();
        assertThat(history.firstEntered(CUSTOMER)).contains(at("2017-03-01"));
    }

    @Test
    void without_its_deals_somebody_is_what_he_was_before_them() {
        on("2026-01-01", null, MQL, Cause.CREATED);
        on("2026-01-02", MQL, OPPORTUNITY, Cause.DEAL_OPENED);
        on("2026-01-03", OPPORTUNITY, CUSTOMER, Cause.DEAL_WON);
        var history = new LifecycleHistory(changes);

        assertThat(history.standsOnDeals()).isTrue();
        assertThat(history.withoutDeals()).contains(MQL);
    }

    @Test
    void who_followed_his_company_to_where_its_deals_brought_it_stands_on_them_too() {
        on("2026-01-01", null, LEAD, Cause.CREATED);
        on("2026-01-02", LEAD, MQL, Cause.COMPANY);
        assertThat(new LifecycleHistory(changes).standsOnDeals()).isFalse();
        on("2026-01-03", MQL, CUSTOMER, Cause.COMPANY);
        var history = new LifecycleHistory(changes);

        assertThat(history.standsOnDeals()).isTrue();
        assertThat(history.withoutDeals()).contains(MQL);
    }

    private void on(String day, @Nullable LifecycleStage from, @Nullable LifecycleStage to, Cause cause) {
        changes.add(new LifecycleChange(from, to, at(day), cause, null, Via.SCREEN, null, null));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
