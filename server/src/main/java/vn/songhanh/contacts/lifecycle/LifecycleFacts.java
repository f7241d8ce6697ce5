package vn.songhanh.contacts.lifecycle;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.songhanh.shared.RecordKind;

/**
 * What decides how far somebody has come and lies in another module: deals that are open, deals that were won. That
 * module declares a bean of this type, which is asked inside the transaction of the change.
 */
public interface LifecycleFacts {

    /**
     * How far the facts of the contacts and companies themselves bring them by now: {@link LifecycleStage#CUSTOMER}
     * while a won deal stands, {@link LifecycleStage#OPPORTUNITY} while one is open; whoever has neither is absent.
     * Asked when they are held: whoever makes such a fact holds them too ({@link Lifecycle#advance}), so it waits for
     * nobody.
     */
    Map<UUID, LifecycleStage> proven(Collection<UUID> contacts, Collection<UUID> companies);

    /** Whether a won deal of the contact's or company's own stands; waits for nobody. */
    boolean isWon(RecordKind kind, UUID id);
}
