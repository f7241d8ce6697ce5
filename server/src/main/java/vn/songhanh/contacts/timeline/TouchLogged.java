package vn.songhanh.contacts.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;
import vn.songhanh.shared.MemberId;

/**
 * Somebody called, wrote to, met or visited a contact and logged it; notes are no touch.
 *
 * @param at when it took place, as the person says
 * @param loggedAt when it was written down: the moment that counts against a promise
 * @param member who logged it; null when the product did
 */
@EventName("contacts.touch-logged")
public record TouchLogged(
        ContactId contact,
        TouchKind kind,
        Direction direction,
        Instant at,
        Instant loggedAt,
        @Nullable MemberId member) implements DomainEvent {

    @Override
    public UUID aggregate() {
        return contact.value();
    }
}
