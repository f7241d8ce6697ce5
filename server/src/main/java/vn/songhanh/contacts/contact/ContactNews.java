package vn.songhanh.contacts.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.timeline.Direction;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Via;

/** Something that was written down of a contact, by the moment at which it was: what promises are measured by. */
public sealed interface ContactNews {

    ContactId contact();

    /** When it was written down, whatever day it speaks of. */
    Instant loggedAt();

    /** Null when the product did it by itself. */
    @Nullable
    MemberId by();

    Via via();

    /** @param at when it took place, as whoever logged it says */
    record Touched(
            ContactId contact,
            Direction direction,
            Instant at,
            Instant loggedAt,
            @Nullable MemberId by,
            Via via) implements ContactNews {}

    /**
     * @param from null for the first stage, and after a clearing by hand
     * @param ref the deal, hand-off or import that it came by
     */
    record Moved(
            ContactId contact,
            @Nullable LifecycleStage from,
            LifecycleStage to,
            Cause cause,
            @Nullable UUID ref,
            Instant loggedAt,
            @Nullable MemberId by,
            Via via)
            implements ContactNews {}
}
