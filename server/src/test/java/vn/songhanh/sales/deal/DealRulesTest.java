package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.songhanh.sales.loss.LossReason;
import vn.songhanh.sales.loss.LossReason.RecyclesTo;
import vn.songhanh.sales.loss.LossReasonId;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.sales.pipeline.StageKind;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.TeamId;

class DealRulesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
    private static final PipelineId PIPELINE = PipelineId.next();
    private static final Stage APPROACH = stage(1, StageKind.SELLING);
    private static final Stage QUOTE = stage(2, StageKind.SELLING);
    private static final Stage CARE = stage(3, StageKind.AFTER_SALES);
    private static final LossReason BUDGET =
            new LossReason(LossReasonId.next(), 1, "BUDGET", "Chưa có ngân sách", RecyclesTo.LEAD, 1, false);

    @Test
    void a_new_deal_is_open_in_the_stage_it_starts_in() {
        Deal deal = aDeal();
        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.standing().stageId()).isEqualTo(APPROACH.id());
        assertThat(deal.openedAt()).isEqualTo(MONDAY);
    }

    @Test
    void a_deal_cannot_start_in_the_care_after_the_sale() {
        assertThatThrownBy(() -> Deal.open(details(), MemberId.next(), TeamId.next(), CARE, MONDAY))
                .isInstanceOf(WinToEnter.class);
    }

    @Test
    void moving_restarts_the_days_in_the_stage() {
        Deal deal = aDeal();
        assertThat(deal.daysInStage(FRIDAY)).isEqualTo(4);
        assertThat(deal.move(QUOTE, FRIDAY).daysInStage(FRIDAY)).isZero();
    }

    @Test
    void moving_to_where_it_is_changes_nothing() {
        Deal deal = aDeal();
        assertThat(deal.move(APPROACH, FRIDAY)).isSameAs(deal);
    }

    @Test
    void an_open_deal_may_move_back() {
        assertThat(aDeal().move(QUOTE, MONDAY).move(APPROACH, FRIDAY).standing().stageId())
                .isEqualTo(APPROACH.id());
    }

    @Test
    void the_care_after_the_sale_is_entered_by_winning_only() {
        assertThatThrownBy(() -> aDeal().move(CARE, FRIDAY)).isInstanceOf(WinToEnter.class);
        assertThat(aDeal().win(CARE.id(), FRIDAY).standing().stageId()).isEqualTo(CARE.id());
    }

    @Test
    void without_a_stage_for_what_is_won_a_deal_stays_where_it_was_won() {
        assertThat(aDeal().win(null, FRIDAY).standing().stageId()).isEqualTo(APPROACH.id());
    }

    @Test
    void a_deal_moves_to_living_stages_of_its_own_pipeline_or_another() {
        Stage elsewhere = new Stage(StageId.next(), PipelineId.next(), "Khác", StageKind.SELLING, 1, 50, null, false);
        Stage archived = new Stage(StageId.next(), PIPELINE, "Cũ", StageKind.SELLING, 4, 50, null, true);
        assertThat(aDeal().move(elsewhere, FRIDAY).standing().pipelineId()).isEqualTo(elsewhere.pipelineId());
        assertThatThrownBy(() -> aDeal().move(archived, FRIDAY)).isInstanceOf(Invalid.class);
    }

    @Test
    void what_is_closed_neither_moves_nor_closes_again() {
        Deal won = aDeal().win(CARE.id(), FRIDAY);
        Deal lost = aDeal().lose(BUDGET, null, FRIDAY);
        for (Deal closed : List.of(won, lost)) {
            assertThatThrownBy(() -> closed.move(QUOTE, FRIDAY)).isInstanceOf(DealAlreadyClosed.class);
            assertThatThrownBy(() -> closed.win(CARE.id(), FRIDAY)).isInstanceOf(DealAlreadyClosed.class);
            assertThatThrownBy(() -> closed.lose(BUDGET, null, FRIDAY)).isInstanceOf(DealAlreadyClosed.class);
        }
    }

    @Test
    void a_lost_deal_keeps_its_stage_its_reason_and_stops_ageing() {
        Deal lost = aDeal().lose(BUDGET, "hẹn năm sau", FRIDAY);
        assertThat(lost.standing().stageId()).isEqualTo(APPROACH.id());
        assertThat(lost.standing().lostReason()).isEqualTo("BUDGET");
        assertThat(lost.standing().closedAt()).isEqualTo(FRIDAY);
        assertThat(lost.daysInStage(FRIDAY.plus(Duration.ofDays(90)))).isEqualTo(4);
    }

    @Test
    void reopening_forgets_how_it_ended() {
        Deal reopened = aDeal().lose(BUDGET, "hẹn năm sau", FRIDAY).reopen(APPROACH, FRIDAY);
        assertThat(reopened.status()).isEqualTo(DealStatus.OPEN);
        assertThat(reopened.standing().closedAt()).isNull();
        assertThat(reopened.standing().lostReason()).isNull();
    }

    @Test
    void an_open_deal_cannot_be_reopened() {
        assertThatThrownBy(() -> aDeal().reopen(APPROACH, FRIDAY)).isInstanceOf(DealNotClosed.class);
    }

    @Test
    void each_status_leads_only_where_the_rules_say() {
        assertThat(DealStatus.OPEN.next()).containsExactlyInAnyOrder(DealStatus.WON, DealStatus.LOST);
        assertThat(DealStatus.WON.next()).containsExactly(DealStatus.OPEN);
        assertThat(DealStatus.LOST.next()).containsExactly(DealStatus.OPEN);
    }

    private static Deal aDeal() {
        return Deal.open(details(), MemberId.next(), TeamId.next(), APPROACH, MONDAY);
    }

    private static Deal.Details details() {
        return new Deal.Details(
                "Sữa học đường", Money.vnd(150_000_000), List.of(), null, null, null, null, List.of(), Map.of());
    }

    private static Stage stage(int position, StageKind kind) {
        return new Stage(StageId.next(), PIPELINE, "Giai đoạn " + position, kind, position, 50, 14, false);
    }
}
