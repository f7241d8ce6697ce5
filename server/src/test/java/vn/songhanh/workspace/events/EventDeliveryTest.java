package vn.songhanh.workspace.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;

@SongHanhTest
@Import(EventDeliveryTest.Listeners.class)
class EventDeliveryTest {

    record BellRang(UUID aggregate, String tone) implements DomainEvent {}

    record StringPlucked(UUID aggregate, String tone) implements DomainEvent {}

    /** Hears every tone whose delivery commits, and stumbles over those that it was told to. */
    static class Ear {
        final List<String> heard = new ArrayList<>();
        final List<String> unbearable = new ArrayList<>();

        synchronized void hear(String tone) {
            if (unbearable.contains(tone)) {
                throw new IllegalStateException("cannot bear " + tone);
            }
            TransactionSynchronizationManager.registerSynchronization(Events.afterCommit(() -> heard.add(tone)));
        }

        synchronized List<String> heard() {
            return List.copyOf(heard);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listeners {
        @Bean
        Ear ear() {
            return new Ear();
        }

        @Bean
        EventConsumer bells(Ear ear) {
            return EventConsumer.named("test.bells")
                    .on(BellRang.class, envelope -> ear.hear(envelope.event().tone()));
        }

        /** Comes after the bells, and lets them ring. */
        @Bean
        EventConsumer strings(Events events) {
            return EventConsumer.named("test.strings")
                    .on(
                            StringPlucked.class,
                            envelope -> events.publish(
                                    Viewer.SYSTEM,
                                    new BellRang(Ids.next(), envelope.event().tone())));
        }
    }

    @Autowired
    Events events;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    EventStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ear ear;

    @Autowired
    TestClock clock;

    @BeforeEach
    void silence() {
        dispatcher.catchUp();
        ear.heard.clear();
        ear.unbearable.clear();
    }

    @Test
    void an_event_is_heard_in_order_once_its_transaction_has_committed() {
        transaction.executeWithoutResult(status -> {
            ring("do");
            ring("re");
            assertThat(ear.heard()).isEmpty();
        });
        ringAlone("mi");

        dispatcher.catchUp();

        assertThat(ear.heard()).containsExactly("do", "re", "mi");
    }

    @Test
    void what_follows_from_an_event_is_heard_too_also_by_those_who_were_asked_before() {
        transaction.executeWithoutResult(status -> events.publish(Viewer.SYSTEM, new StringPlucked(Ids.next(), "sol")));

        dispatcher.catchUp();

        assertThat(ear.heard()).containsExactly("sol");
    }

    @Test
    void an_event_of_a_change_that_was_rolled_back_never_happened() {
        transaction.executeWithoutResult(status -> {
            ring("do");
            status.setRollbackOnly();
        });

        dispatcher.catchUp();

        assertThat(ear.heard()).isEmpty();
    }

    @Test
    void an_event_cannot_be_told_outside_a_transaction() {
        assertThatThrownBy(() -> ring("do")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_slow_transaction_that_began_earlier_loses_nothing() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> transaction.executeWithoutResult(status -> {
                    ring("slow");
                    LateWrites.sendWaiting();
                    began.countDown();
                    awaitQuietly(mayCommit);
                }));
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        ringAlone("quick");
        dispatcher.catchUp();
        assertThat(ear.heard()).isEmpty();

        mayCommit.countDown();
        slow.join();
        dispatcher.catchUp();

        assertThat(ear.heard()).containsExactly("slow", "quick");
    }

    @Test
    void a_failing_event_holds_up_nobody_and_is_tried_again() {
        ear.unbearable.add("re");
        ringAlone("do");
        ringAlone("re");
        ringAlone("mi");

        dispatcher.catchUp();
        assertThat(ear.heard()).containsExactly("do", "mi");

        ear.unbearable.clear();
        clock.advance(Duration.ofMinutes(2));
        dispatcher.catchUp();
        assertThat(ear.heard()).containsExactly("do", "mi", "re");
        assertThat(store.failures(10)).isEmpty();
    }

    @Test
    void an_event_that_keeps_failing_is_parked_with_its_reason_until_somebody_replays_it() {
        ear.unbearable.add("re");
        ringAlone("re");
        for (int attempt = 0; attempt < 6; attempt++) {
            dispatcher.catchUp();
            clock.advance(Duration.ofHours(3));
        }

        EventStore.Failure parked = store.failures(10).getFirst();
        assertThat(parked.nextTryAt()).isNull();
        assertThat(parked.attempts()).isEqualTo(5);
        assertThat(parked.error()).contains("cannot bear re");

        ear.unbearable.clear();
        store.tryNow(parked.id(), clock.instant());
        dispatcher.catchUp();
        assertThat(ear.heard()).containsExactly("re");
    }

    @Test
    void old_events_go_only_when_everybody_has_heard_them() {
        ringAlone("do");
        assertThat(store.deleteBefore(clock.instant().plusSeconds(1))).isZero();

        dispatcher.catchUp();
        ringAlone("re");
        dispatcher.catchUp();

        assertThat(store.deleteBefore(clock.instant().plusSeconds(1))).isPositive();
    }

    private void ringAlone(String tone) {
        transaction.executeWithoutResult(status -> ring(tone));
    }

    private void ring(String tone) {
        events.publish(Viewer.SYSTEM, new BellRang(Ids.next(), tone));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
