package vn.songhanh.alignment.handoff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.alignment.AlignmentKinds;
import vn.songhanh.alignment.handoff.HandoffStore.Seen;
import vn.songhanh.alignment.handoff.HandoffStore.TakenStep;
import vn.songhanh.alignment.sla.SlaId;
import vn.songhanh.alignment.sla.Tier;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.sales.deal.DealId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.calendar.BusinessCalendar;

/**
 * A hand-off as a viewer sees it.
 *
 * @param contactName null when the viewer may not see the contact
 * @param source where the contact came from; null as well when the viewer may not see it
 * @param dueAt the nearer of the lead's deadlines that are still open
 * @param businessMinutes that the lead waited: to the first touch, to the end, or until now
 * @param spent the part of the time to {@code dueAt} that has passed, more than 1 when late; 0 with nothing due
 * @param breached whether a deadline of the lead was missed
 * @param assignee the present rep's own clock, which started when the rep got the lead
 * @param steps what happened to it, when one is looked at alone
 */
public record HandoffView(
        HandoffId id,
        long version,
        ContactId contactId,
        @Nullable String contactName,
        @Nullable String companyName,
        MemberId repId,
        Tier tier,
        String leadType,
        Money leadValue,
        @Nullable Source source,
        HandoffStatus status,
        Answer answer,
        Outcome outcome,
        LocalDate mqlOn,
        Instant offeredAt,
        Instant acceptBy,
        Instant touchBy,
        @Nullable Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable Instant firstTouchAt,
        @Nullable Instant endedAt,
        @Nullable Instant breachedAt,
        long businessMinutes,
        double spent,
        boolean breached,
        Assignee assignee,
        @Nullable String reason,
        @Nullable String note,
        @Nullable DealId dealId,
        boolean counted,
        boolean deducted,
        SlaId slaId,
        long slaVersion,
        Can can,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Step> steps) {

    record Assignee(
            int number,
            Instant assignedAt,
            Instant acceptBy,
            Instant touchBy,
            @Nullable Instant dueAt,
            long businessMinutes,
            double spent,
            boolean breached) {}

    /** What this viewer may do with it. */
    record Can(boolean accept, boolean reject, boolean reassign, boolean dispute, boolean rule) {}

    /** @param actor null when the product did it by itself */
    record Step(
            UUID id,
            HandoffStep.Kind kind,
            Instant at,
            MemberId repId,
            @Nullable MemberId actor,
            Via via,
            @Nullable String reason,
            @Nullable String note) {}

    static HandoffView of(Viewer viewer, Seen seen, Instant now, BusinessCalendar calendar) {
        Handoff handoff = seen.handoff();
        Lead lead = handoff.lead();
        ResponseClock clock = handoff.clock();
        return new HandoffView(
                handoff.id(),
                handoff.version(),
                lead.contactId(),
                seen.contactName(),
                seen.companyName(),
                handoff.rep().id(),
                lead.tier(),
                lead.type(),
                lead.value(),
                knows(viewer, seen) ? lead.source() : null,
                handoff.status(),
                handoff.answer(),
                clock.outcome(),
                lead.mqlOn(),
                clock.startedAt(),
                clock.answerBy(),
                clock.touchBy(),
                clock.dueAt(),
                clock.answeredAt(),
                clock.touchedAt(),
                clock.stoppedAt(),
                clock.breachedAt(),
                clock.minutesWaited(now, calendar),
                clock.spent(now, calendar),
                clock.breachedAt() != null,
                assignee(handoff.assignment(), now, calendar),
                handoff.reason(),
                handoff.note(),
                handoff.dealId(),
                lead.counted() && !handoff.deleted(),
                handoff.deducted(),
                lead.slaId(),
                lead.slaVersion(),
                can(viewer, handoff),
                null);
    }

    HandoffView with(List<TakenStep> taken) {
        List<Step> told = taken.stream()
                .map(step -> new Step(
                        step.step().id(),
                        step.step().kind(),
                        step.step().at(),
                        step.step().rep(),
                        step.actor(),
                        step.via(),
                        step.step().reason(),
                        step.step().note()))
                .toList();
        return new HandoffView(
                id,
                version,
                contactId,
                contactName,
                companyName,
                repId,
                tier,
                leadType,
                leadValue,
                source,
                status,
                answer,
                outcome,
                mqlOn,
                offeredAt,
                acceptBy,
                touchBy,
                dueAt,
                answeredAt,
                firstTouchAt,
                endedAt,
                breachedAt,
                businessMinutes,
                spent,
                breached,
                assignee,
                reason,
                note,
                dealId,
                counted,
                deducted,
                slaId,
                slaVersion,
                can,
                told);
    }

    /** Whoever may see all contacts may also know of those that are deleted. */
    private static boolean knows(Viewer viewer, Seen seen) {
        return seen.contactName() != null || viewer.reach(ContactKinds.CONTACT, Action.READ) == Reach.ALL;
    }

    private static Assignee assignee(Assignment assignment, Instant now, BusinessCalendar calendar) {
        ResponseClock clock = assignment.clock();
        return new Assignee(
                assignment.number(),
                clock.startedAt(),
                clock.answerBy(),
                clock.touchBy(),
                clock.dueAt(),
                clock.minutesWaited(now, calendar),
                clock.spent(now, calendar),
                clock.breachedAt() != null);
    }

    private static Can can(Viewer viewer, Handoff handoff) {
        boolean answer = viewer.may(
                AlignmentKinds.HANDOFF,
                Action.WRITE,
                handoff.rep().id(),
                handoff.rep().team());
        boolean rules = viewer.may(AlignmentKinds.SLA, Action.WRITE, null, null);
        HandoffStatus status = handoff.status();
        return new Can(
                answer && status.next().contains(HandoffStatus.ACCEPTED),
                answer && status.next().contains(HandoffStatus.REJECTED) && status.isOpen(),
                answer && status.next().contains(HandoffStatus.OFFERED),
                handoff.mayBeDisputedBy(viewer) && handoff.canBeDisputed(),
                rules && status == HandoffStatus.DISPUTED);
    }
}
