package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.songhanh.alignment.sla.Goal;
import vn.songhanh.alignment.sla.LeadType;
import vn.songhanh.alignment.sla.RejectionReason;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.alignment.sla.SlaTerms;
import vn.songhanh.alignment.sla.Tier;
import vn.songhanh.alignment.sla.Within;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.sales.deal.DealId;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.TeamId;
import vn.songhanh.workspace.calendar.BusinessCalendar;
import vn.songhanh.workspace.calendar.BusinessHours;

/** The week is 9 to 13 March 2026, Monday to Friday, 8 to 12 and 13 to 17 in Vietnam. */
class HandoffTest {

    private static final BusinessCalendar CALENDAR = new BusinessCalendar(BusinessHours.office(), Set.of());
    private static final Rep LAN = new Rep(MemberId.next(), TeamId.next());
    private static final Rep MINH = new Rep(MemberId.next(), TeamId.next());
    private static final RejectionReason BAD_CONTACT = new RejectionReason("BAD_CONTACT", "Sai thông tin", true, false);
    private static final SlaTerms TERMS = new SlaTerms(
            new Goal(null, null, null, null),
            List.of(
                    new SlaTerms.TierTerms(Tier.A, "A", Within.minutes(15), Within.days(1)),
                    new SlaTerms.TierTerms(Tier.B, "B", Within.minutes(240), Within.days(1)),
                    new SlaTerms.TierTerms(Tier.C, "C", Within.days(1), Within.days(1))),
            List.of(new LeadType("OTHER", "Khác", Tier.B, new BigDecimal("0.05"), Money.vnd(40_000_000), List.of())),
            List.of(BAD_CONTACT),
            new BigDecimal("0.8"),
            2,
            180);

    @Test
    void a_hand_raise_is_to_be_touched_in_fifteen_business_minutes() {
        Handoff handoff = offered(Tier.A, on(9, "11:50"));

        assertThat(handoff.clock().touchBy()).isEqualTo(on(9, "13:05"));
        assertThat(handoff.clock().acceptBy()).isEqualTo(on(10, "11:50"));
        assertThat(handoff.clock().dueAt()).isEqualTo(handoff.clock().touchBy());
    }

    @Test
    void an_answer_is_never_promised_for_later_than_the_touch() {
        ResponseClock clock = offered(Tier.B, on(9, "15:00")).clock();

        assertThat(clock.answerBy()).isEqualTo(on(10, "10:00")).isEqualTo(clock.touchBy());
        assertThat(clock.acceptBy()).isEqualTo(on(10, "15:00"));
    }

    @Test
    void an_mql_is_to_be_touched_in_four_business_hours_and_a_light_interest_within_a_business_day() {
        assertThat(offered(Tier.B, on(9, "15:00")).clock().touchBy()).isEqualTo(on(10, "10:00"));
        assertThat(offered(Tier.C, on(13, "15:00")).clock().touchBy()).isEqualTo(on(16, "15:00"));
    }

    @Test
    void a_lead_touched_up_to_the_last_moment_is_kept() {
        Handoff touched = offered(Tier.B, on(9, "08:00")).touch(on(9, "12:00"), on(9, "12:00"), CALENDAR);

        assertThat(touched.clock().outcome()).isEqualTo(Outcome.MET);
        assertThat(touched.clock().touchMinutes()).isEqualTo(240);
    }

    @Test
    void a_lead_touched_later_is_breached_and_still_measured() {
        Handoff touched = offered(Tier.B, on(9, "08:00")).touch(on(9, "13:01"), on(9, "13:01"), CALENDAR);

        assertThat(touched.clock().outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(touched.clock().breachedAt()).isEqualTo(on(9, "12:00"));
        assertThat(touched.clock().touchMinutes()).isEqualTo(241);
        assertThat(kinds(touched))
                .containsExactly(HandoffStep.Kind.OFFERED, HandoffStep.Kind.BREACHED, HandoffStep.Kind.TOUCHED);
    }

    @Test
    void a_touch_before_the_offer_stops_nothing() {
        Handoff offered = offered(Tier.B, on(9, "08:00"));

        assertThat(offered.touch(on(9, "07:59"), on(9, "07:59"), CALENDAR)).isSameAs(offered);
    }

    @Test
    void a_touch_accepts() {
        Handoff touched = offered(Tier.B, on(9, "08:00")).touch(on(9, "09:00"), on(9, "09:00"), CALENDAR);

        assertThat(touched.status()).isEqualTo(HandoffStatus.TOUCHED);
        assertThat(touched.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(touched.clock().answeredAt()).isEqualTo(on(9, "09:00"));
    }

    @Test
    void accepting_does_not_stop_the_clock() {
        Handoff accepted = offered(Tier.B, on(9, "08:00")).accept(on(9, "08:05"));

        assertThat(accepted.clock().outcome()).isEqualTo(Outcome.PENDING);
        assertThat(accepted.tick(on(9, "12:01")).clock().outcome()).isEqualTo(Outcome.BREACHED);
    }

    @Test
    void only_the_first_touch_counts() {
        Handoff touched = offered(Tier.B, on(9, "08:00")).touch(on(9, "09:00"), on(9, "09:00"), CALENDAR);

        assertThat(touched.touch(on(9, "10:00"), on(9, "10:00"), CALENDAR)).isSameAs(touched);
    }

    @Test
    void nobody_accepts_twice() {
        Handoff accepted = offered(Tier.B, on(9, "08:00")).accept(on(9, "08:05"));

        assertThatThrownBy(() -> accepted.accept(on(9, "08:06"))).isInstanceOf(HandoffNotOpen.class);
    }

    @Test
    void a_lead_rejected_in_time_is_neither_kept_nor_breached() {
        Handoff rejected = offered(Tier.B, on(9, "08:00")).reject(BAD_CONTACT, "số không có", on(9, "09:00"));

        assertThat(rejected.clock().outcome()).isEqualTo(Outcome.ENDED);
        assertThat(rejected.answer()).isEqualTo(Answer.REJECTED);
        assertThat(rejected.deducted()).isTrue();
        assertThat(rejected.nextLook(on(9, "09:00"))).isNull();
    }

    @Test
    void rejecting_does_not_undo_a_breach() {
        Handoff rejected = offered(Tier.B, on(9, "08:00")).reject(BAD_CONTACT, null, on(9, "14:00"));

        assertThat(rejected.clock().outcome()).isEqualTo(Outcome.BREACHED);
    }

    @Test
    void a_rep_is_reminded_once_when_four_fifths_of_the_time_have_passed() {
        Handoff offered = offered(Tier.A, on(9, "08:00"));

        assertThat(offered.nextLook(on(9, "08:00"))).isEqualTo(on(9, "08:12"));
        assertThat(offered.tick(on(9, "08:12")).news()).hasSize(1);
        Handoff reminded = offered.tick(on(9, "08:13"));
        assertThat(kinds(reminded)).containsExactly(HandoffStep.Kind.OFFERED, HandoffStep.Kind.REMINDED);
        assertThat(reminded.tick(on(9, "08:14")).news()).hasSize(2);
        assertThat(reminded.nextLook(on(9, "08:13"))).isEqualTo(on(9, "08:15"));
    }

    @Test
    void a_breach_is_written_down_with_the_deadline_that_was_missed() {
        Handoff breached = offered(Tier.A, on(9, "08:00")).tick(on(9, "10:00"));

        assertThat(breached.clock().breachedAt()).isEqualTo(on(9, "08:15"));
        assertThat(breached.news().getLast().at()).isEqualTo(on(9, "08:15"));
        assertThat(breached.nextLook(on(9, "10:00"))).isEqualTo(on(10, "08:00"));
    }

    @Test
    void silence_is_a_business_day_without_any_answer() {
        Handoff offered = offered(Tier.C, on(9, "08:00"));

        assertThat(offered.silent(on(10, "08:00"))).isFalse();
        assertThat(offered.silent(on(10, "08:01"))).isTrue();
        assertThat(offered.accept(on(9, "09:00")).silent(on(11, "08:01"))).isFalse();
    }

    @Test
    void a_reassignment_gives_the_new_rep_the_full_time_and_leaves_the_leads_clock_running() {
        Handoff offered = offered(Tier.B, on(9, "08:00"));

        Handoff reassigned = offered.reassign(MINH, null, null, TERMS, on(10, "09:00"), CALENDAR);

        assertThat(reassigned.rep()).isEqualTo(MINH);
        assertThat(reassigned.status()).isEqualTo(HandoffStatus.OFFERED);
        assertThat(reassigned.clock().startedAt()).isEqualTo(on(9, "08:00"));
        assertThat(reassigned.clock().outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(reassigned.left().getFirst().clock().outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(reassigned.assignment().clock().touchBy()).isEqualTo(on(10, "14:00"));
        Handoff touched = reassigned.touch(on(10, "10:00"), on(10, "10:00"), CALENDAR);
        assertThat(touched.assignment().clock().outcome()).isEqualTo(Outcome.MET);
        assertThat(touched.assignment().clock().touchMinutes()).isEqualTo(60);
        assertThat(touched.clock().outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(touched.clock().touchMinutes()).isEqualTo(600);
    }

    @Test
    void a_hand_off_is_not_reassigned_to_the_one_who_has_it() {
        Handoff offered = offered(Tier.B, on(9, "08:00"));

        assertThatThrownBy(() -> offered.reassign(LAN, null, null, TERMS, on(9, "09:00"), CALENDAR))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_deal_qualifies_the_lead_but_only_a_touch_stops_the_clock() {
        Handoff qualified = offered(Tier.B, on(9, "08:00")).qualify(DealId.next(), on(9, "09:00"));

        assertThat(qualified.status()).isEqualTo(HandoffStatus.QUALIFIED);
        assertThat(qualified.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(qualified.clock().outcome()).isEqualTo(Outcome.PENDING);
        Handoff touched = qualified.touch(on(9, "10:00"), on(9, "10:00"), CALENDAR);
        assertThat(touched.status()).isEqualTo(HandoffStatus.QUALIFIED);
        assertThat(touched.clock().outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void a_rejection_can_be_disputed_for_two_business_days() {
        Handoff rejected = offered(Tier.B, on(9, "08:00")).reject(BAD_CONTACT, null, on(9, "09:00"));

        assertThat(rejected.dispute("số gọi được", TERMS, on(11, "09:00"), CALENDAR)
                        .status())
                .isEqualTo(HandoffStatus.DISPUTED);
        assertThatThrownBy(() -> rejected.dispute(null, TERMS, on(11, "09:01"), CALENDAR))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_rejection_that_is_overturned_deducts_nothing() {
        Handoff disputed = offered(Tier.B, on(9, "08:00"))
                .reject(BAD_CONTACT, null, on(9, "09:00"))
                .dispute(null, TERMS, on(9, "10:00"), CALENDAR);

        assertThat(disputed.rule(true, false, null, on(9, "11:00")).deducted()).isTrue();
        assertThat(disputed.rule(false, false, null, on(9, "11:00")).deducted()).isFalse();
        assertThat(disputed.rule(false, true, null, on(9, "11:00")).lead().counted())
                .isFalse();
        assertThat(disputed.rule(false, false, null, on(9, "11:00")).status()).isEqualTo(HandoffStatus.REJECTED);
    }

    @Test
    void what_is_closed_stays_closed() {
        Handoff qualified = offered(Tier.B, on(9, "08:00")).qualify(DealId.next(), on(9, "09:00"));

        assertThatThrownBy(() -> qualified.reject(BAD_CONTACT, null, on(9, "10:00")))
                .isInstanceOf(HandoffNotOpen.class);
        assertThatThrownBy(() -> qualified.withdraw(null, on(9, "10:00"))).isInstanceOf(HandoffNotOpen.class);
    }

    private static Handoff offered(Tier tier, Instant at) {
        Lead lead = new Lead(
                new ContactId(Ids.next()),
                Ids.next(),
                at,
                LocalDate.of(2026, 3, 9),
                new SlaId(Ids.next()),
                1,
                tier,
                "OTHER",
                Money.vnd(2_000_000),
                true,
                new Source(null, null, null));
        return Handoff.offer(lead, LAN, TERMS, CALENDAR);
    }

    private static List<HandoffStep.Kind> kinds(Handoff handoff) {
        return handoff.news().stream().map(HandoffStep::kind).toList();
    }

    private static Instant on(int dayOfMarch, String time) {
        return LocalDateTime.parse("2026-03-%02dT%s".formatted(dayOfMarch, time))
                .atZone(BusinessHours.VIETNAM)
                .toInstant();
    }
}
