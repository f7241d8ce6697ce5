package vn.songhanh.shared;

import java.util.UUID;

/**
 * Something that happened, in the past tense, with the facts that listeners need. A record of plain values: it is kept
 * as JSON under its simple class name. A bulk change is one event with a list.
 */
public interface DomainEvent {

    /** The record that it happened to; for a bulk change, the operation (an import, say). */
    UUID aggregate();

    /** Grows when a change of this record's shape would mislead a reader of older ones. */
    default int version() {
        return 1;
    }
}
