package vn.songhanh.shared;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is delivered: at least once, in the order of commits as long as no earlier one was parked. Whoever
 * handles it must cope with seeing the same {@code id} again.
 *
 * @param actor the member who acted; none when the product did by itself
 * @param at when it happened
 */
public record Envelope<E extends DomainEvent>(
        UUID id, E event, @Nullable MemberId actor, Via via, Instant at) {}
