package vn.songhanh.contacts.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a contact or a company stands with us. The stage changes by the rules of the {@link Lifecycle}.
 *
 * @param lifecycleSince when the present stage was entered
 * @param otherKindId of one in {@link LifecycleStage#OTHER}; null when nobody has said which
 * @param recycledAt when sales last gave the lead back; what happened before no longer speaks for it
 * @param lastActivityAt the latest touch on the timeline
 */
public record Standing(
        LifecycleStage lifecycleStage,
        Instant lifecycleSince,
        @Nullable OtherKindId otherKindId,
        int recycleCount,
        @Nullable Instant recycledAt,
        @Nullable Instant lastActivityAt) {

    public static Standing begin(LifecycleStage stage, Instant since, @Nullable OtherKindId kind) {
        return new Standing(stage, since, stage == LifecycleStage.OTHER ? kind : null, 0, null, null);
    }

    /** Only somebody in {@link LifecycleStage#OTHER} is of a kind of it. */
    public Standing ofKind(@Nullable OtherKindId kind) {
        return new Standing(
                lifecycleStage,
                lifecycleSince,
                lifecycleStage == LifecycleStage.OTHER ? kind : null,
                recycleCount,
                recycledAt,
                lastActivityAt);
    }
}
