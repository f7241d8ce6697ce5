package vn.songhanh.workspace.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.LateWrites;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;

@SongHanhTest
@Import(EventDeliveryTest.Listeners.class)
class EventDeliveryTest {

    /** Version 1 had no loudness, and called the tone a note. */
    @EventName(value = "test.bell-rang", version = 3)
    record BellRang(UUID aggregate, String tone, int loudness) implements DomainEvent {}

    @EventName("test.string-plucked")
    record StringPlucked(UUID aggregate, String tone) implements DomainEvent {}

    @EventName("test.unheard")
    record Unheard(UUID aggregate) implements DomainEvent {}

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
        EventUpcaster notesAreTones() {
            return new EventUpcaster(BellRang.class, 1, facts -> (ObjectNode) facts.set("tone", facts.remove("note")));
        }

        @Bean
        EventUpcaster bellsWereQuiet() {
            return new EventUpcaster(BellRang.class, 2, facts -> facts.put("loudness", 0));
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
                                    new BellRang(Ids.next(), envelope.event().tone(), 1)));
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
    DSLContext db;

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
        pluck("sol");

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
        Instant later = clock.instant().plusSeconds(1);
        dispatcher.forgetBefore(later);
        dispatcher.alone(() -> {
            ringAlone("do");
            dispatcher.forgetBefore(later);
            assertThat(stored("test.bell-rang")).isEqualTo(1);
        });

        dispatcher.catchUp();
        dispatcher.forgetBefore(later);

        assertThat(ear.heard()).containsExactly("do");
        assertThat(stored("test.bell-rang")).isZero();
    }

    @Test
    void an_event_is_stored_under_its_own_name_with_its_version() {
        ringAlone("do");

        assertThat(db.fetchSingle("select type, version from workspace.event order by xid desc, id desc limit 1")
                        .intoList())
                .containsExactly("test.bell-rang", (short) 3);
    }

    @Test
    void an_event_of_an_older_form_is_read_through_its_owners_upcasters() {
        stored(1, "{\"aggregate\": \"%s\", \"note\": \"la\"}".formatted(Ids.next()));
        stored(2, "{\"aggregate\": \"%s\", \"tone\": \"si\"}".formatted(Ids.next()));

        dispatcher.catchUp();

        assertThat(ear.heard()).containsExactly("la", "si");
    }

    @Test
    void an_event_of_a_newer_form_is_set_aside_and_not_guessed_at() {
        stored(4, "{\"aggregate\": \"%s\", \"tone\": \"si\", \"loudness\": 1}".formatted(Ids.next()));

        dispatcher.catchUp();

        assertThat(ear.heard()).isEmpty();
        EventStore.Failure failure = store.failures(1).getFirst();
        assertThat(failure.error()).contains("version 4");
        store.succeeded(failure.id());
    }

    @Test
    void whoever_changes_an_event_says_how_the_older_ones_are_read() {
        EventForms forms = new EventForms(new JsonMapper(), List.of());

        assertThatThrownBy(() -> forms.requireReadable(BellRang.class)).hasMessageContaining("version 1");
    }

    @Test
    void a_consumer_is_given_only_what_it_wants() {
        ringAlone("do");
        pluck("sol");

        List<String> given =
                store.after(new EventStore.Place(0, new UUID(0, 0)), Set.of("test.string-plucked"), 1_000).stream()
                        .map(EventStore.Stored::type)
                        .distinct()
                        .toList();

        assertThat(given).containsExactly("test.string-plucked");
        dispatcher.catchUp();
    }

    @Test
    void a_consumer_that_is_not_there_any_more_holds_nothing_up_and_is_forgotten_in_time() {
        db.execute(
                "insert into workspace.event_cursor (consumer, xid, updated_at) values ('test.gone', 0, {0})",
                DSL.val(now().plusDays(6)));
        db.execute("""
                insert into workspace.event_failure (consumer, event_id, type, version, payload, via, at, attempts, error, created_at)
                values ('test.gone', {0}, 'test.bell-rang', 3, '{}', 'API', {1}, 5, 'broken', {1})""", DSL.val(Ids.next()), DSL.val(now()));
        ringAlone("do");
        dispatcher.catchUp();

        clock.advance(Duration.ofDays(10));
        dispatcher.forgetBefore(clock.instant().minus(Duration.ofDays(5)));
        assertThat(stored("test.bell-rang")).isZero();
        assertThat(consumers()).as("it could come back").contains("test.gone");
        assertThat(store.failures(10)).isNotEmpty();

        clock.advance(Duration.ofDays(31));
        dispatcher.forgetBefore(clock.instant().minus(EventRetention.KEPT));

        assertThat(consumers()).contains("test.bells").doesNotContain("test.gone");
        assertThat(store.failures(10)).isEmpty();
    }

    @Test
    void what_nobody_wants_is_let_go_by_its_age_alone() {
        transaction.executeWithoutResult(status -> events.publish(Viewer.SYSTEM, new Unheard(Ids.next())));

        dispatcher.forgetBefore(clock.instant().plusSeconds(1));

        assertThat(stored("test.unheard")).isZero();
    }

    private void pluck(String tone) {
        transaction.executeWithoutResult(status -> events.publish(Viewer.SYSTEM, new StringPlucked(Ids.next(), tone)));
    }

    private void stored(int version, String payload) {
        db.execute("""
                insert into workspace.event (id, at, type, version, aggregate, via, payload)
                values (uuidv7(), {0}, 'test.bell-rang', {1}, uuidv7(), 'API', {2}::jsonb)""", DSL.val(now()), DSL.val((short) version), DSL.val(payload));
    }

    private int stored(String type) {
        return db.fetchCount(DSL.table("workspace.event"), DSL.condition("type = {0}", DSL.val(type)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private List<String> consumers() {
        return db.resultQuery("select consumer from workspace.event_cursor").fetchInto(String.class);
    }

    private void ringAlone(String tone) {
        transaction.executeWithoutResult(status -> ring(tone));
    }

    private void ring(String tone) {
        events.publish(Viewer.SYSTEM, new BellRang(Ids.next(), tone, 1));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
