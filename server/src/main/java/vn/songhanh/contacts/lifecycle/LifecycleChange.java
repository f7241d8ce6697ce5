package vn.songhanh.contacts.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Via;

/**
 * One row of a lifecycle's history.
 *
 * @param from null for the first stage, and after a clearing
 * @param otherKindId of a change to {@link LifecycleStage#OTHER}: which kind, when it was said
 * @param to null for a clearing, the first half of a move back by hand
 */
public record LifecycleChange(
        @Nullable LifecycleStage from,
        @Nullable LifecycleStage to,
        Instant at,
        Cause cause,
        @Nullable MemberId actor,
        Via via,
        @Nullable String reason,
        @Nullable OtherKindId otherKindId) {

    LifecycleChange dated(Instant other) {
        return new LifecycleChange(from, to, other, cause, actor, via, reason, otherKindId);
    }
}
