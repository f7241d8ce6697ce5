package vn.songhanh.alignment.handoff;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.songhanh.alignment.sla.SlaTerms;
import vn.songhanh.workspace.calendar.BusinessCalendar;

/**
 * Two deadlines, accept by and touch by, and what happened to them. A hand-off has one for the lead, which no
 * reassignment restarts, and one for each assignee. A deadline is kept up to and including its moment.
 *
 * @param acceptBy when silence ends the turn of a rep; what is promised is {@link #answerBy}
 * @param touchMinutes business minutes from the start to the first touch, late or not
 * @param stoppedAt when it was rejected, given to another or withdrawn: nothing more is expected
 * @param breachedAt the first deadline that was missed
 */
public record ResponseClock(
        Instant startedAt,
        Instant acceptBy,
        Instant touchBy,
        @Nullable Instant answeredAt,
        @Nullable Instant touchedAt,
        @Nullable Integer touchMinutes,
        @Nullable Instant stoppedAt,
        @Nullable Instant breachedAt) {

    static ResponseClock start(Instant at, SlaTerms.TierTerms promised, BusinessCalendar calendar) {
        return new ResponseClock(
                at,
                promised.acceptWithin().after(at, calendar),
                promised.touchWithin().after(at, calendar),
                null,
                null,
                null,
                null,
                null);
    }

    ResponseClock answer(Instant at) {
        if (answeredAt != null || stoppedAt != null) {
            return this;
        }
        ResponseClock then = look(at);
        return new ResponseClock(startedAt, acceptBy, touchBy, at, touchedAt, touchMinutes, null, then.breachedAt);
    }

    /**
     * Whether this clock ran when something was written down, and when it took place: neither what was done before the
     * promise nor what was entered before it keeps it. People write whole minutes, so the minute of the start is after
     * it.
     */
    boolean isSince(Instant at, Instant loggedAt) {
        return !loggedAt.isBefore(startedAt) && !at.isBefore(startedAt.truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * @param at when the touch was written down. What took place earlier and was entered later counts from its entry,
     *     or the clock could be stopped in the past.
     */
    ResponseClock touch(Instant at, BusinessCalendar calendar) {
        if (touchedAt != null || stoppedAt != null || at.isBefore(startedAt)) {
            return this;
        }
        ResponseClock then = look(at);
        return new ResponseClock(
                startedAt,
                acceptBy,
                touchBy,
                answeredAt == null ? at : answeredAt,
                at,
                Math.toIntExact(calendar.minutesBetween(startedAt, at)),
                null,
                then.breachedAt);
    }

    ResponseClock stop(Instant at) {
        if (stoppedAt != null) {
            return this;
        }
        ResponseClock then = look(at);
        return new ResponseClock(
                startedAt, acceptBy, touchBy, answeredAt, touchedAt, touchMinutes, at, then.breachedAt);
    }

    /** What was touched has nothing left that could be stopped. */
    ResponseClock stopUnlessTouched(Instant at) {
        return touchedAt == null ? stop(at) : this;
    }

    /** Writes down the deadline that has passed by now, if one has. */
    ResponseClock look(Instant now) {
        Instant due = dueAt();
        if (breachedAt != null || due == null || !now.isAfter(due)) {
            return this;
        }
        return new ResponseClock(startedAt, acceptBy, touchBy, answeredAt, touchedAt, touchMinutes, stoppedAt, due);
    }

    /** Who has touched has accepted, so an answer is never promised for later than the touch. */
    public Instant answerBy() {
        return acceptBy.isAfter(touchBy) ? touchBy : acceptBy;
    }

    /** The nearer of the deadlines that are still open; none once touched or stopped. */
    public @Nullable Instant dueAt() {
        if (touchedAt != null || stoppedAt != null) {
            return null;
        }
        return answeredAt == null ? answerBy() : touchBy;
    }

    public Outcome outcome() {
        if (breachedAt != null) {
            return Outcome.BREACHED;
        }
        if (touchedAt != null) {
            return Outcome.MET;
        }
        return stoppedAt == null ? Outcome.PENDING : Outcome.ENDED;
    }

    /** Business minutes that the contact waited: to the first touch, to the end, or until now. */
    public long minutesWaited(Instant now, BusinessCalendar calendar) {
        if (touchMinutes != null) {
            return touchMinutes;
        }
        return calendar.minutesBetween(startedAt, stoppedAt == null ? now : stoppedAt);
    }

    /** How much of the time to the nearer deadline has passed: 0 at the start, 1 when due, more when late. */
    public double spent(Instant now, BusinessCalendar calendar) {
        Instant due = dueAt();
        if (due == null) {
            return 0;
        }
        long whole = Math.max(1, calendar.minutesBetween(startedAt, due));
        return (double) calendar.minutesBetween(startedAt, now) / whole;
    }
}
