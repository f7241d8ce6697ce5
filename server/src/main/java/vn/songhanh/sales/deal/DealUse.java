package vn.songhanh.sales.deal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.contact.ContactUse;

/** A contact of a deal is in use, whatever became of the deal. */
@Component
class DealUse implements ContactUse {

    private final DealStore store;

    DealUse(DealStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, String> used(Collection<UUID> contacts, Instant since) {
        Map<UUID, String> used = new HashMap<>();
        store.withDeals(contacts, since).forEach(id -> used.put(id, "deal-since"));
        return used;
    }
}
