package vn.songhanh.workspace.access;

import org.jspecify.annotations.Nullable;

/** Work must stop, since whoever it was done for may not do it any more. */
public final class MandateEnded extends RuntimeException {

    public enum Why {
        /** The member may not come in any more. */
        MEMBER,
        /** The key was revoked, or its time is over. */
        KEY,
        /** The role, or the team, does not reach that far any more. */
        RIGHTS
    }

    private final Why why;

    public MandateEnded(Why why, @Nullable Throwable cause) {
        super("the mandate has ended: " + why, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
