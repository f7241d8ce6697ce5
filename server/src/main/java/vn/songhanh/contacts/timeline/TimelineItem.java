package vn.songhanh.contacts.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKindId;
import vn.songhanh.shared.MemberId;

/**
 * One thing on a timeline, as it is shown.
 *
 * @param kind a {@link TouchKind}, {@code LIFECYCLE}, or what another module put there
 * @param at when it happened; may have been written down later, at {@code loggedAt}
 * @param text what was said; of a lifecycle change, its reason
 * @param ref the record that it speaks of; without it and its text when the viewer may not see that record
 * @param from of a lifecycle change
 * @param to of a lifecycle change
 * @param cause of a lifecycle change
 * @param otherKindId of a lifecycle change to {@link LifecycleStage#OTHER}: which kind, when it was said
 */
public record TimelineItem(
        UUID id,
        String kind,
        Instant at,
        Instant loggedAt,
        @Nullable MemberId actor,
        @Nullable Direction direction,
        @Nullable String text,
        @Nullable UUID ref,
        @Nullable LifecycleStage from,
        @Nullable LifecycleStage to,
        @Nullable Cause cause,
        @Nullable OtherKindId otherKindId) {

    /** As it is told to somebody who may not see the record; the text of a lifecycle change is the contact's own. */
    TimelineItem withoutRef() {
        return new TimelineItem(
                id,
                kind,
                at,
                loggedAt,
                actor,
                direction,
                cause == null ? null : text,
                null,
                from,
                to,
                cause,
                otherKindId);
    }
}
