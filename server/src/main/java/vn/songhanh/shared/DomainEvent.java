package vn.songhanh.shared;

import java.util.UUID;

/**
 * Something that happened, in the past tense, with the facts that listeners need. A record of plain values, kept as JSON
 * under its {@link EventName}. A bulk change is one event with a list.
 */
public interface DomainEvent {

    /** The record that it happened to; for a bulk change, the operation (an import, say). */
    UUID aggregate();
}
