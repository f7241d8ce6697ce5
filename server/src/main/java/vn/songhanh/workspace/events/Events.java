package vn.songhanh.workspace.events;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.Viewer;

/** Where a module says what happened. */
@Component
public class Events {

    private final EventStore store;
    private final EventDispatcher dispatcher;
    private final Clock clock;

    Events(EventStore store, EventDispatcher dispatcher, Clock clock) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /**
     * Records the event in the caller's transaction: it is delivered if, and only if, that commits.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void publish(Viewer viewer, DomainEvent event) {
        publish(viewer, event, clock.instant());
    }

    /** As {@link #publish(Viewer, DomainEvent)}, of something that happened at a known moment. */
    public void publish(Viewer viewer, DomainEvent event, Instant at) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event needs the transaction of the change that it tells of: " + event);
        }
        store.append(viewer, event, at);
        dispatcher.wakeAfter(TransactionSynchronizationManager::registerSynchronization);
    }

    /** Something to do once the present transaction has committed. */
    static TransactionSynchronization afterCommit(Runnable action) {
        return new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        };
    }
}
