package vn.songhanh.alignment.handoff;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.contact.ContactUse;

/** That a contact was offered is the product's doing; that a person answered is use. */
@Component
class HandoffUse implements ContactUse {

    private final HandoffStore store;

    HandoffUse(HandoffStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, String> used(Collection<UUID> contacts, Instant since) {
        Map<UUID, String> used = new HashMap<>();
        store.answeredByPeople(contacts, since).forEach(id -> used.put(id, "answered-since"));
        return used;
    }
}
