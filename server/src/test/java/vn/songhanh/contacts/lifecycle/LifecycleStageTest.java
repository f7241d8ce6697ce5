package vn.songhanh.contacts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.CUSTOMER;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.EVANGELIST;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.LEAD;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.MQL;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.OPPORTUNITY;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.OTHER;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.SQL;
import static vn.songhanh.contacts.lifecycle.LifecycleStage.SUBSCRIBER;

import org.junit.jupiter.api.Test;
import vn.songhanh.contacts.lifecycle.LifecycleStage.Step;

class LifecycleStageTest {

    @Test
    void automation_moves_forward_only_and_may_skip() {
        assertThat(OPPORTUNITY.reachableFrom(Cause.DEAL_OPENED)).containsExactly(SUBSCRIBER, LEAD, MQL, SQL);
        assertThat(LEAD.reachableFrom(Cause.FORM)).containsExactly(SUBSCRIBER);
        assertThat(SUBSCRIBER.reachableFrom(Cause.FORM)).isEmpty();
    }

    @Test
    void a_customer_who_opens_a_second_deal_stays_a_customer() {
        assertThat(OPPORTUNITY.reachableFrom(Cause.DEAL_OPENED)).doesNotContain(CUSTOMER, EVANGELIST);
    }

    @Test
    void who_stands_beside_the_ladder_is_moved_by_a_won_deal_alone() {
        assertThat(CUSTOMER.reachableFrom(Cause.DEAL_WON)).contains(OTHER);
        assertThat(CUSTOMER.reachableFrom(Cause.COMPANY)).doesNotContain(OTHER);
        assertThat(OPPORTUNITY.reachableFrom(Cause.DEAL_OPENED)).doesNotContain(OTHER);
        assertThat(MQL.reachableFrom(Cause.SCORED)).doesNotContain(OTHER);
    }

    @Test
    void nothing_moves_somebody_aside_by_itself() {
        assertThat(OTHER.reachableFrom(Cause.SCORED)).isEmpty();
    }

    @Test
    void people_may_go_anywhere_but_back_is_told_from_forward() {
        assertThat(LEAD.by(SQL)).isEqualTo(Step.FORWARD);
        assertThat(SQL.by(LEAD)).isEqualTo(Step.BACK);
        assertThat(SQL.by(SQL)).isEqualTo(Step.NONE);
        assertThat(SQL.by(OTHER)).isEqualTo(Step.ASIDE);
        assertThat(OTHER.by(LEAD)).isEqualTo(Step.FORWARD);
    }

    @Test
    void customers_are_never_recycled() {
        for (LifecycleStage stage : new LifecycleStage[] {CUSTOMER, EVANGELIST}) {
            assertThat(stage.isRecycledTo(LEAD)).isFalse();
            assertThat(stage.isRecycledTo(OTHER)).isFalse();
        }
        assertThat(MQL.isRecycledTo(LEAD)).isTrue();
        assertThat(LEAD.isRecycledTo(LEAD)).isFalse();
        assertThat(LEAD.isRecycledTo(OTHER)).isTrue();
        assertThat(OPPORTUNITY.isRecycledTo(MQL)).isFalse();
    }
}
