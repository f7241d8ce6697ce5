package vn.songhanh.workspace.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.Envelope;

/**
 * Brings recorded events to their consumers: at least once, through crashes, in order. Each consumer's place moves in
 * the transaction of its handlers. An event whose handler fails is set aside and tried again after 1, 5, 30 and 120
 * minutes; then it is parked until a person replays it. The events behind it go on meanwhile.
 *
 * <p>The thread sleeps until a transaction that published commits on this node. Every ten seconds it
 * also looks by itself, for what another node left when it died.
 */
@Component
public class EventDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);

    private static final int BATCH = 100;
    private static final long IDLE_MILLIS = 10_000;
    private static final long HELD_BACK_MILLIS = 100;
    private static final Duration CATCH_UP = Duration.ofSeconds(1);
    /** What happens within this time is delivered together: a delivery costs as much as a change of a record. */
    private static final long GATHER_MILLIS = 100;

    private static final List<Duration> PATIENCE =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(120));

    private final EventStore store;
    private final ObjectProvider<EventConsumer> declared;
    private final EventForms forms;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Semaphore bell = new Semaphore(0);
    private final TransactionSynchronization ring = Events.afterCommit(bell::release);
    private final ReentrantLock delivering = new ReentrantLock();
    private final Map<String, EventConsumer> consumers = new LinkedHashMap<>();
    private @Nullable Thread thread;

    EventDispatcher(
            EventStore store,
            ObjectProvider<EventConsumer> declared,
            EventForms forms,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.declared = declared;
        this.forms = forms;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void wakeAfter(Consumer<TransactionSynchronization> register) {
        register.accept(ring);
    }

    /** Looks for work at once. */
    void ring() {
        bell.release();
    }

    /** Does some work while nobody but {@link #catchUp} delivers on this node. */
    public void alone(Runnable work) {
        delivering.lock();
        try {
            work.run();
        } finally {
            delivering.unlock();
        }
        ring();
    }

    /**
     * Delivers in the calling thread everything that has committed, and what follows from it, and returns when it is
     * done. What a transaction that began earlier holds back is waited for, but no longer than a second.
     */
    public void catchUp() {
        delivering.lock();
        try {
            long patience = System.nanoTime() + CATCH_UP.toNanos();
            boolean heard;
            do {
                heard = false;
                for (EventConsumer consumer : consumers.values()) {
                    heard |= drain(consumer, true);
                }
                retryDue();
            } while (heard || (someHeldBack() && System.nanoTime() < patience));
        } finally {
            delivering.unlock();
        }
    }

    /**
     * Lets go of what happened before the given moment and is heard by all who are there and want it. A consumer that is
     * not there any more holds nothing up, and is forgotten when it has been away since before that moment: until then it
     * could come back and miss nothing.
     */
    int forgetBefore(Instant moment) {
        store.register(consumers.keySet(), clock.instant());
        store.forgetAbsent(consumers.keySet(), moment);
        return store.deleteBefore(moment, consumers.values());
    }

    @Override
    public void start() {
        consumers.clear();
        declared.orderedStream().forEach(consumer -> {
            if (consumers.put(consumer.name(), consumer) != null) {
                throw new IllegalStateException("two event consumers are named " + consumer.name());
            }
            consumer.handlers().forEach(handler -> forms.requireReadable(handler.type()));
        });
        store.register(consumers.keySet(), clock.instant());
        // Known before it runs: a thread that finds none here takes it for the order to stop.
        Thread deliverer = Thread.ofVirtual().name("events").unstarted(this::run);
        thread = deliverer;
        deliverer.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread != null) {
            try {
                delivering.lock();
                try {
                    for (EventConsumer consumer : consumers.values()) {
                        drain(consumer, false);
                    }
                    retryDue();
                } finally {
                    delivering.unlock();
                }
                long patience = someHeldBack() ? HELD_BACK_MILLIS : IDLE_MILLIS;
                if (bell.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                    TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                }
                bell.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (thread == null) {
                    return;
                }
                log.warn("Event delivery stumbled; it goes on in a moment", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there was anything for the consumer: it may have made something for one that came before */
    private boolean someHeldBack() {
        return store.someHeldBack(consumers.values().stream()
                .flatMap(consumer -> consumer.types().stream())
                .collect(Collectors.toSet()));
    }

    private boolean drain(EventConsumer consumer, boolean wait) {
        boolean some = false;
        boolean more = true;
        while (more && store.someAfterPlaceOf(consumer)) {
            some = true;
            more = deliverBatch(consumer, wait);
        }
        return some;
    }

    /**
     * All in one go; when a handler fails, once more, each event on its own.
     *
     * @return whether there may be more
     */
    private boolean deliverBatch(EventConsumer consumer, boolean wait) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> deliverBatch(consumer, wait, this::together)));
        } catch (RuntimeException oneFailed) {
            log.debug("{} failed on a batch", consumer.name(), oneFailed);
            return Boolean.TRUE.equals(transaction.execute(status -> deliverBatch(consumer, wait, this::deliver)));
        }
    }

    /** How a batch is delivered: gives what went wrong with an event, or null when nothing did. */
    private interface Delivery {
        @Nullable
        String of(EventConsumer consumer, EventStore.Stored event);
    }

    private boolean deliverBatch(EventConsumer consumer, boolean wait, Delivery delivery) {
        EventStore.Place place = store.lockPlace(consumer.name(), wait).orElse(null);
        if (place == null) {
            return false;
        }
        store.flushLater();
        List<EventStore.Stored> batch = store.after(place, consumer.types(), BATCH);
        for (EventStore.Stored event : batch) {
            String error = delivery.of(consumer, event);
            if (error != null) {
                Instant now = clock.instant();
                store.fail(consumer.name(), event, error, now, now.plus(PATIENCE.getFirst()));
            }
        }
        if (!batch.isEmpty()) {
            store.moveTo(consumer.name(), batch.getLast().place(), clock.instant());
        }
        return batch.size() == BATCH;
    }

    private @Nullable String together(EventConsumer consumer, EventStore.Stored event) {
        handle(consumer, event);
        return null;
    }

    /** @return what went wrong, or null when nothing did */
    private @Nullable String deliver(EventConsumer consumer, EventStore.Stored event) {
        try {
            savepoint.executeWithoutResult(status -> handle(consumer, event));
            return null;
        } catch (RuntimeException e) {
            log.warn(
                    "{} failed on {} {}",
                    consumer.name(),
                    event.type(),
                    event.place().id(),
                    e);
            return e.toString();
        }
    }

    private void handle(EventConsumer consumer, EventStore.Stored event) {
        EventConsumer.Handler<?> handler = consumer.handler(event.type());
        if (handler != null) {
            handle(handler, event);
        }
    }

    private <E extends DomainEvent> void handle(EventConsumer.Handler<E> handler, EventStore.Stored event) {
        E facts = forms.read(handler.type(), event);
        handler.consumer().accept(new Envelope<>(event.place().id(), facts, event.actor(), event.via(), event.at()));
    }

    private void retryDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> retryOne()))) {
            // the next one
        }
    }

    private boolean retryOne() {
        Instant now = clock.instant();
        EventStore.Failure failure = store.lockDueFailure(now).orElse(null);
        if (failure == null) {
            return false;
        }
        EventConsumer consumer = consumers.get(failure.consumer());
        String error =
                consumer == null ? "no consumer of this name is there any more" : deliver(consumer, failure.event());
        if (error == null) {
            store.succeeded(failure.id());
        } else {
            int attempts = failure.attempts() + 1;
            boolean patient = attempts <= PATIENCE.size();
            store.failedAgain(failure.id(), attempts, error, patient ? now.plus(PATIENCE.get(attempts - 1)) : null);
        }
        return true;
    }
}
