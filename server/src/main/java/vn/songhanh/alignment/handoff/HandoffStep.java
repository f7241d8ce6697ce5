package vn.songhanh.alignment.handoff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;

/**
 * Something that happened to a hand-off. Steps are only ever added.
 *
 * @param rep whose hand-off it was then; for a reassignment, the new rep
 */
public record HandoffStep(
        UUID id,
        Kind kind,
        Instant at,
        MemberId rep,
        @Nullable String reason,
        @Nullable String note) {

    public enum Kind {
        OFFERED,
        REMINDED,
        ACCEPTED,
        TOUCHED,
        BREACHED,
        REASSIGNED,
        QUALIFIED,
        REJECTED,
        DISPUTED,
        /** The dispute was ruled on: the rejection stands. */
        UPHELD,
        /** The dispute was ruled on: the lead was good, and its value counts. */
        OVERTURNED,
        WITHDRAWN;

        /** Whether somebody did it; the clocks remind and note a breach by themselves, whoever happens to look. */
        boolean isByPerson() {
            return switch (this) {
                case OFFERED, REMINDED, BREACHED -> false;
                case ACCEPTED, TOUCHED, REASSIGNED, QUALIFIED, REJECTED, DISPUTED, UPHELD, OVERTURNED, WITHDRAWN ->
                    true;
            };
        }
    }
}
