package vn.songhanh.alignment.handoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.songhanh.alignment.sla.RejectionReason;
import vn.songhanh.alignment.sla.SlaTerms;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.sales.deal.DealId;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Conflict;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Reach;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.calendar.BusinessCalendar;

/**
 * A lead passed from marketing to sales, under a running clock: offered to a rep, accepted or rejected, touched, and
 * qualified by a deal.
 *
 * @param clock the lead's own; it never restarts
 * @param assignment the present rep's
 * @param deducted whether a rejection takes its value off what marketing delivered
 * @param ruled whether a dispute about its rejection was decided
 * @param deleted whether its contact is in the bin
 * @param left assignments that ended and are not written down yet
 * @param news the steps that are not written down yet
 */
record Handoff(
        HandoffId id,
        long version,
        Lead lead,
        HandoffStatus status,
        ResponseClock clock,
        Assignment assignment,
        @Nullable String reason,
        @Nullable String note,
        @Nullable DealId dealId,
        boolean deducted,
        boolean ruled,
        boolean deleted,
        List<Assignment> left,
        List<HandoffStep> news) {

    private static final String DELETED = "DELETED";

    /** The clock starts when the contact became MQL, however long it took to find a rep. */
    static Handoff offer(Lead lead, Rep rep, SlaTerms terms, BusinessCalendar calendar) {
        SlaTerms.TierTerms promised = terms.of(lead.tier());
        Handoff offered = new Handoff(
                HandoffId.next(),
                1,
                lead,
                HandoffStatus.OFFERED,
                ResponseClock.start(lead.at(), promised, calendar),
                Assignment.of(1, rep, terms, promised, lead.at(), calendar),
                null,
                null,
                null,
                false,
                false,
                false,
                List.of(),
                List.of());
        return offered.and(HandoffStep.Kind.OFFERED, lead.at(), null, null);
    }

    ContactId contactId() {
        return lead.contactId();
    }

    Rep rep() {
        return assignment.rep();
    }

    /** Whether what its contact does can still change it. */
    boolean hears() {
        return status.isOpen() || (status == HandoffStatus.QUALIFIED && clock.touchedAt() == null);
    }

    Answer answer() {
        return switch (status) {
            case REJECTED, DISPUTED -> Answer.REJECTED;
            case OFFERED, ACCEPTED, TOUCHED, QUALIFIED, WITHDRAWN ->
                clock.answeredAt() == null ? Answer.NONE : Answer.ACCEPTED;
        };
    }

    Handoff accept(Instant at) {
        requireNext(HandoffStatus.ACCEPTED);
        Handoff seen = look(at);
        return seen.with(
                        HandoffStatus.ACCEPTED,
                        seen.clock.answer(at),
                        seen.assignment.accepted(seen.assignment.clock().answer(at)))
                .and(HandoffStep.Kind.ACCEPTED, at, null, null);
    }

    /**
     * An outbound call, e-mail, message or meeting was logged. The first that took place after the offer stops the
     * lead's clock; it accepts, and stops the rep's own clock, if it took place after he got the lead. After a deal was
     * opened it still counts: the deal says that the lead was good, not that it was answered.
     *
     * @param at when it took place, as whoever logged it says; in whole minutes, as people write it
     * @param loggedAt when it was written down: the moment that counts
     */
    Handoff touch(Instant at, Instant loggedAt, BusinessCalendar calendar) {
        boolean stillCounts = status.isOpen() || status == HandoffStatus.QUALIFIED;
        boolean leads = clock.touchedAt() == null && clock.isSince(at, loggedAt);
        boolean reps = assignment.clock().touchedAt() == null && assignment.hears(at, loggedAt);
        if (!stillCounts || !(leads || reps)) {
            return this;
        }
        Handoff seen = look(loggedAt);
        HandoffStatus next = reps && status.isOpen() ? HandoffStatus.TOUCHED : status;
        return seen.with(
                        next,
                        leads ? seen.clock.touch(loggedAt, calendar) : seen.clock,
                        reps
                                ? seen.assignment.accepted(
                                        seen.assignment.clock().touch(loggedAt, calendar))
                                : seen.assignment)
                .and(HandoffStep.Kind.TOUCHED, loggedAt, null, null);
    }

    /** Sales took the contact for its own, which says more than accepting it; the time to touch it runs on. */
    Handoff takenOver(Instant at) {
        return status == HandoffStatus.OFFERED && assignment.hears(at, at) ? accept(at) : this;
    }

    /** The contact left the MQLs, and sales did not say so. What it was before it was offered changes nothing. */
    Handoff gone(Instant at) {
        return status.isOpen() && at.isAfter(clock.startedAt()) ? withdraw(null, at) : this;
    }

    /** @param deal the deal that made the contact an opportunity or a customer; null when it was said by hand */
    Handoff qualified(@Nullable DealId deal, Instant at) {
        return status.isOpen() && !at.isBefore(clock.startedAt()) ? qualify(deal, at) : this;
    }

    /** Sales gives the lead back. */
    Handoff reject(RejectionReason why, @Nullable String explanation, Instant at) {
        requireNext(HandoffStatus.REJECTED);
        Handoff seen = look(at);
        return new Handoff(
                        id,
                        version,
                        lead,
                        HandoffStatus.REJECTED,
                        seen.clock.answer(at).stop(at),
                        seen.assignment.rejected(at),
                        why.code(),
                        explanation,
                        dealId,
                        why.deducts(),
                        ruled,
                        deleted,
                        left,
                        seen.news)
                .and(HandoffStep.Kind.REJECTED, at, why.code(), explanation);
    }

    /**
     * Another rep gets it and has the full time of an assignee; the lead's clock goes on.
     *
     * @param why the reason for which the rep passed it on; null when silence or a manager took it away
     */
    Handoff reassign(
            Rep to,
            @Nullable RejectionReason why,
            @Nullable String explanation,
            SlaTerms terms,
            Instant at,
            BusinessCalendar calendar) {
        requireNext(HandoffStatus.OFFERED);
        if (to.id().equals(rep().id())) {
            throw new Conflict("handoff-is-theirs");
        }
        Handoff seen = look(at);
        Assignment ended = why == null
                ? seen.assignment.ended(at)
                : seen.assignment.with(seen.assignment.clock().answer(at)).ended(at);
        List<Assignment> ends = new ArrayList<>(left);
        ends.add(ended);
        return new Handoff(
                        id,
                        version,
                        lead,
                        HandoffStatus.OFFERED,
                        seen.clock,
                        Assignment.of(assignment.number() + 1, to, terms, terms.of(lead.tier()), at, calendar),
                        reason,
                        note,
                        dealId,
                        deducted,
                        ruled,
                        deleted,
                        List.copyOf(ends),
                        seen.news)
                .and(HandoffStep.Kind.REASSIGNED, at, why == null ? null : why.code(), explanation);
    }

    /** A deal was opened for the contact: sales took the lead. Only a touch stops the clock, so it runs on. */
    Handoff qualify(@Nullable DealId deal, Instant at) {
        requireNext(HandoffStatus.QUALIFIED);
        Handoff seen = look(at);
        return new Handoff(
                        id,
                        version,
                        lead,
                        HandoffStatus.QUALIFIED,
                        seen.clock.answer(at),
                        seen.assignment.accepted(seen.assignment.clock().answer(at)),
                        reason,
                        note,
                        deal,
                        deducted,
                        ruled,
                        deleted,
                        left,
                        seen.news)
                .and(HandoffStep.Kind.QUALIFIED, at, null, null);
    }

    /** The contact left the MQLs without sales having answered for it. */
    Handoff withdraw(@Nullable String why, Instant at) {
        requireNext(HandoffStatus.WITHDRAWN);
        Handoff seen = look(at);
        return seen.with(
                        HandoffStatus.WITHDRAWN,
                        seen.clock.stop(at),
                        seen.assignment.with(seen.assignment.clock().stop(at)))
                .and(HandoffStep.Kind.WITHDRAWN, at, why, null);
    }

    /**
     * The contact went into the bin: nothing more is expected of anybody, and while it is there its value is not
     * delivered.
     */
    Handoff binned(Instant at) {
        Handoff ended = status.isOpen() ? withdraw(DELETED, at) : look(at);
        return ended.with(
                        ended.status,
                        ended.clock.stopUnlessTouched(at),
                        ended.assignment.with(ended.assignment.clock().stopUnlessTouched(at)))
                .inBin(true);
    }

    /** The contact was deleted before the clocks knew of it. A deadline that passed since then is held against nobody. */
    Handoff drop(Instant now) {
        Instant at = Stream.of(now, clock.dueAt(), assignment.clock().dueAt())
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(now);
        return binned(at);
    }

    /** The contact came back. What was withdrawn stays so. */
    Handoff unbinned() {
        return inBin(false);
    }

    private Handoff inBin(boolean inBin) {
        return new Handoff(
                id, version, lead, status, clock, assignment, reason, note, dealId, deducted, ruled, inBin, left, news);
    }

    /** As it is once everything new of it has been written down. */
    Handoff written() {
        return new Handoff(
                id,
                version + 1,
                lead,
                status,
                clock,
                assignment,
                reason,
                note,
                dealId,
                deducted,
                ruled,
                deleted,
                List.of(),
                List.of());
    }

    /** Marketing speaks for all contacts: not the rep who gave this one back, nor those who tend their own or a team's. */
    boolean mayBeDisputedBy(Viewer viewer) {
        return viewer.reach(ContactKinds.CONTACT, Action.WRITE) == Reach.ALL
                && !viewer.member().equals(rep().id());
    }

    /** Whether a dispute is open to whoever may dispute: what was ruled on is settled. */
    boolean canBeDisputed() {
        return status.next().contains(HandoffStatus.DISPUTED) && !ruled;
    }

    /** @throws Conflict when the days for it are over, or it was ruled on */
    Handoff dispute(@Nullable String why, SlaTerms terms, Instant at, BusinessCalendar calendar) {
        requireNext(HandoffStatus.DISPUTED);
        if (ruled) {
            throw new Conflict("dispute-settled");
        }
        Instant rejectedAt = clock.stoppedAt();
        if (rejectedAt != null && at.isAfter(calendar.plusBusinessDays(rejectedAt, terms.disputeWithinDays()))) {
            throw new Conflict("dispute-too-late", Map.of("days", terms.disputeWithinDays()));
        }
        return with(HandoffStatus.DISPUTED, clock, assignment).and(HandoffStep.Kind.DISPUTED, at, null, why);
    }

    /**
     * @param stands whether the rejection was right; if not, the lead's value counts as delivered again
     * @param countsElsewhere whether another hand-off of the contact was counted meanwhile: a contact counts once
     */
    Handoff rule(boolean stands, boolean countsElsewhere, @Nullable String why, Instant at) {
        if (status != HandoffStatus.DISPUTED) {
            throw new HandoffNotOpen(id, status);
        }
        return new Handoff(
                        id,
                        version,
                        !stands && countsElsewhere ? lead.uncounted() : lead,
                        HandoffStatus.REJECTED,
                        clock,
                        assignment,
                        reason,
                        note,
                        dealId,
                        stands && deducted,
                        true,
                        deleted,
                        left,
                        news)
                .and(stands ? HandoffStep.Kind.UPHELD : HandoffStep.Kind.OVERTURNED, at, null, why);
    }

    /** What the clocks have to say by now: a breach or, while there is still time, a reminder. */
    Handoff tick(Instant now) {
        Handoff seen = look(now);
        if (!status.isOpen() || !seen.assignment.wantsReminder(now)) {
            return seen;
        }
        return seen.with(status, seen.clock, seen.assignment.reminded(now))
                .and(HandoffStep.Kind.REMINDED, now, null, null);
    }

    /** Writes down a breach with the deadline that was missed, before anything later is. */
    private Handoff look(Instant now) {
        ResponseClock leads = clock.look(now);
        Handoff seen = with(status, leads, assignment.with(assignment.clock().look(now)));
        Instant missed = clock.breachedAt() == null ? leads.breachedAt() : null;
        return missed == null ? seen : seen.and(HandoffStep.Kind.BREACHED, missed, null, null);
    }

    /** Whether the rep let the time to accept pass without a word: the lead goes to another. */
    boolean silent(Instant now) {
        return status == HandoffStatus.OFFERED && assignment.silent(now);
    }

    /** When the clocks want to be looked at next; never, once nothing can be reminded of, missed or reassigned. */
    @Nullable
    Instant nextLook(Instant now) {
        Instant due = clock.breachedAt() == null ? clock.dueAt() : null;
        Instant repDue =
                assignment.clock().breachedAt() == null ? assignment.clock().dueAt() : null;
        boolean open = status.isOpen();
        Instant remind = open && repDue != null && assignment.remindedAt() == null && now.isBefore(repDue)
                ? assignment.remindAt()
                : null;
        Instant silence = status == HandoffStatus.OFFERED
                        && now.isBefore(assignment.clock().acceptBy())
                ? assignment.clock().acceptBy()
                : null;
        return Stream.of(due, repDue, remind, silence)
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** As the audit trail tells it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("status", status);
        facts.put("repId", rep().id());
        facts.put("reason", reason);
        facts.put("note", note);
        facts.put("deducted", deducted);
        return facts;
    }

    private Handoff with(HandoffStatus next, ResponseClock leads, Assignment reps) {
        return new Handoff(
                id, version, lead, next, leads, reps, reason, note, dealId, deducted, ruled, deleted, left, news);
    }

    private Handoff and(HandoffStep.Kind kind, Instant at, @Nullable String why, @Nullable String explanation) {
        List<HandoffStep> steps = new ArrayList<>(news);
        steps.add(new HandoffStep(Ids.next(), kind, at, rep().id(), why, explanation));
        return new Handoff(
                id,
                version,
                lead,
                status,
                clock,
                assignment,
                reason,
                note,
                dealId,
                deducted,
                ruled,
                deleted,
                left,
                List.copyOf(steps));
    }

    private void requireNext(HandoffStatus next) {
        if (!status.next().contains(next)) {
            throw new HandoffNotOpen(id, status);
        }
    }
}
