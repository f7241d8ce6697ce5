package vn.songhanh.alignment.handoff;

import static vn.songhanh.jooq.alignment.Tables.HANDOFF;

import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What figures and lists of hand-offs count while contacts lie in the bin. */
public final class HandoffSql {

    /** Whether the lead's value is delivered, as far as nobody rejected it: not while its contact is in the bin. */
    public static final Condition DELIVERED =
            DSL.condition(HANDOFF.COUNTED).and(DSL.not(DSL.condition(HANDOFF.DELETED)));

    /**
     * Whether the hand-off counts at all. What deleting a contact ended before it was met or missed never was one; what
     * sales had answered, met or missed by then stays, or a breach could be deleted.
     */
    public static final Condition COUNTS = DSL.not(DSL.condition(HANDOFF.DELETED)
            .and(HANDOFF.STATUS.eq(DSL.inline(HandoffStatus.WITHDRAWN.name())))
            .and(HANDOFF.OUTCOME.eq(DSL.inline(Outcome.ENDED.name()))));

    private HandoffSql() {}
}
