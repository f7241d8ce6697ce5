package vn.songhanh.alignment.handoff;

import java.util.EnumSet;
import java.util.Set;

/** Where a hand-off stands between marketing and sales. */
public enum HandoffStatus {
    /** It waits for its rep's answer. */
    OFFERED,
    ACCEPTED,
    /** The contact was called, written to or met. */
    TOUCHED,
    /** A deal was opened for the contact. */
    QUALIFIED,
    REJECTED,
    /** Marketing says that it was rejected without cause. */
    DISPUTED,
    /** The contact left the MQLs by another door: moved by hand, or merged into somebody with a hand-off. */
    WITHDRAWN;

    public static final Set<HandoffStatus> OPEN = EnumSet.of(OFFERED, ACCEPTED, TOUCHED);

    /** A reassigned hand-off is offered again. */
    Set<HandoffStatus> next() {
        return switch (this) {
            case OFFERED -> EnumSet.of(OFFERED, ACCEPTED, TOUCHED, QUALIFIED, REJECTED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(OFFERED, TOUCHED, QUALIFIED, REJECTED, WITHDRAWN);
            case TOUCHED -> EnumSet.of(OFFERED, QUALIFIED, REJECTED, WITHDRAWN);
            case REJECTED -> EnumSet.of(DISPUTED);
            case DISPUTED -> EnumSet.of(REJECTED);
            case QUALIFIED, WITHDRAWN -> EnumSet.noneOf(HandoffStatus.class);
        };
    }

    boolean isOpen() {
        return OPEN.contains(this);
    }
}
