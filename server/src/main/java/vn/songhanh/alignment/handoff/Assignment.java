package vn.songhanh.alignment.handoff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.songhanh.alignment.sla.SlaTerms;
import vn.songhanh.workspace.calendar.BusinessCalendar;

/**
 * A rep's turn at a hand-off, with a clock that started when the rep got it.
 *
 * @param number 1 for the first assignee
 */
record Assignment(
        int number,
        Rep rep,
        ResponseClock clock,
        Answer answer,
        Instant remindAt,
        @Nullable Instant remindedAt) {

    static Assignment of(
            int number, Rep rep, SlaTerms terms, SlaTerms.TierTerms promised, Instant at, BusinessCalendar calendar) {
        ResponseClock clock = ResponseClock.start(at, promised, calendar);
        Instant due = Objects.requireNonNull(clock.dueAt());
        long minutes = BigDecimal.valueOf(calendar.minutesBetween(at, due))
                .multiply(terms.remindAt())
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        return new Assignment(number, rep, clock, Answer.NONE, calendar.plus(at, minutes), null);
    }

    /**
     * Whether what took place and was written down then is the rep's doing. Whoever got the lead from another begins
     * after the very moment in which he got it: what was done until then is the other's.
     */
    boolean hears(Instant at, Instant loggedAt) {
        return clock.isSince(at, loggedAt) && (number == 1 || loggedAt.isAfter(clock.startedAt()));
    }

    Assignment with(ResponseClock changed) {
        return new Assignment(number, rep, changed, answer, remindAt, remindedAt);
    }

    Assignment accepted(ResponseClock changed) {
        return new Assignment(number, rep, changed, Answer.ACCEPTED, remindAt, remindedAt);
    }

    Assignment ended(Instant at) {
        return with(clock.stop(at));
    }

    Assignment rejected(Instant at) {
        return new Assignment(number, rep, clock.answer(at).stop(at), Answer.REJECTED, remindAt, remindedAt);
    }

    Assignment reminded(Instant at) {
        return new Assignment(number, rep, clock, answer, remindAt, at);
    }

    /** Whether the rep should hear that the time is running out: once, while it still is. */
    boolean wantsReminder(Instant now) {
        Instant due = clock.dueAt();
        return remindedAt == null && due != null && now.isAfter(remindAt) && !now.isAfter(due);
    }

    /** Whether the rep said nothing at all in the time to accept. */
    boolean silent(Instant now) {
        return clock.answeredAt() == null && clock.stoppedAt() == null && now.isAfter(clock.acceptBy());
    }
}
