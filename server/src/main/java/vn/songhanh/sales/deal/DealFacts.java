package vn.songhanh.sales.deal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.songhanh.contacts.lifecycle.LifecycleFacts;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.shared.RecordKind;

/** What deals prove of their contacts and companies. */
@Component
class DealFacts implements LifecycleFacts {

    private final DealStore store;

    DealFacts(DealStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, LifecycleStage> proven(Collection<UUID> contacts, Collection<UUID> companies) {
        Map<UUID, LifecycleStage> proven = new HashMap<>();
        store.holding(contacts, companies, null).forEach((id, status) -> {
            switch (status) {
                case WON -> proven.put(id, LifecycleStage.CUSTOMER);
                case OPEN -> proven.put(id, LifecycleStage.OPPORTUNITY);
                case LOST -> {}
            }
        });
        return proven;
    }

    @Override
    public boolean isWon(RecordKind kind, UUID id) {
        return store.isWon(kind, id);
    }
}
