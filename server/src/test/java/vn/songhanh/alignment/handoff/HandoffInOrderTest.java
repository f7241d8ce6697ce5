package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.Contacts;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.LifecycleStageChanged;
import vn.songhanh.contacts.timeline.TouchInput;
import vn.songhanh.contacts.timeline.TouchKind;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.events.EventDispatcher;
import vn.songhanh.workspace.events.Events;

/**
 * What somebody did first counts first, however late its event comes and whoever waits for whom. It is Monday, nine in
 * the morning; the day after is a holiday.
 */
@AlignmentTest
class HandoffInOrderTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @Autowired
    Handoffs handoffs;

    @Autowired
    Contacts contacts;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    Events events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @BeforeEach
    void clear() {
        stage.clear();
    }

    @Test
    void whoever_waited_for_a_hand_off_sees_it_as_it_is_then() throws Exception {
        Api former = stage.rep();
        String contact = stage.mql("");
        HandoffId id = HandoffId.of(stage.handoffId(contact));
        Api next = stage.rep();
        CountDownLatch passedOn = new CountDownLatch(1);
        CountDownLatch awaited = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> passing = threads.submit(() -> transaction.executeWithoutResult(status -> {
                handoffs.reassign(api.viewer(), id, next.memberId(), null);
                passedOn.countDown();
                await(awaited);
            }));
            await(passedOn);
            Future<Answer> accepting = threads.submit(() -> api.post("/api/handoffs/" + id + "/accept", null));
            untilSomebodyWaitsForALock();
            awaited.countDown();
            passing.get();

            accepting.get().expect(200);
        }
        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("repId")).isEqualTo(next.memberId().toString());
        assertThat(handoff.json("status")).isEqualTo("ACCEPTED");
        assertThat(handoff.at("assignee.number").intValue()).isEqualTo(2);
        assertThat(kinds(handoff)).containsExactly("OFFERED", "REASSIGNED", "ACCEPTED");
        former.get("/api/handoffs/" + id).expect(404);
    }

    @Test
    void a_call_counts_though_the_lead_is_rejected_before_its_event_comes() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        dispatcher.alone(() -> {
            clock.advance(MINUTE);
            call(rep, contact);
            clock.advance(MINUTE);
            rep.post("/api/handoffs/" + stage.handoffId(contact) + "/reject", Map.of("reason", "NOT_ICP"))
                    .expect(200);
        });
        dispatcher.catchUp();

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("status")).isEqualTo("REJECTED");
        assertThat(handoff.json("outcome")).isEqualTo("MET");
        assertThat(handoff.json("firstTouchAt")).isEqualTo("2026-11-23T02:01:00Z");
        assertThat(kinds(handoff)).containsExactly("OFFERED", "TOUCHED", "REJECTED");
        assertThat(handoff.json("steps.1.actor")).isEqualTo(rep.memberId().toString());
    }

    @Test
    void a_call_counts_though_the_lead_is_passed_on_before_its_event_comes() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        Api next = stage.rep();
        dispatcher.alone(() -> {
            clock.advance(MINUTE);
            call(rep, contact);
            clock.advance(MINUTE);
            api.post(
                            "/api/handoffs/" + stage.handoffId(contact) + "/reassign",
                            Map.of("repId", next.memberId().toString()))
                    .expect(200);
        });
        dispatcher.catchUp();

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("status")).isEqualTo("OFFERED");
        assertThat(handoff.json("outcome")).isEqualTo("MET");
        assertThat(kinds(handoff)).containsExactly("OFFERED", "TOUCHED", "REASSIGNED");
        assertThat(handoff.json("assignee.dueAt"))
                .as("the next rep owes his own")
                .isNotEmpty();
    }

    @Test
    void a_call_in_time_is_no_breach_though_its_event_comes_an_hour_later() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        dispatcher.alone(() -> {
            clock.advance(Duration.ofMinutes(14));
            call(rep, contact);
            clock.advance(Duration.ofHours(1));
            handoffs.look();
        });
        dispatcher.catchUp();

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("outcome")).isEqualTo("MET");
        assertThat(kinds(handoff)).containsExactly("OFFERED", "TOUCHED");
    }

    @Test
    void the_breach_that_another_verb_writes_down_knows_of_the_call_too() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        dispatcher.alone(() -> {
            clock.advance(Duration.ofMinutes(14));
            call(rep, contact);
            clock.advance(Duration.ofHours(1));
            rep.post("/api/handoffs/" + stage.handoffId(contact) + "/reject", Map.of("reason", "NOT_ICP"))
                    .expect(200);
        });
        dispatcher.catchUp();

        assertThat(stage.handoffOf(contact).json("outcome")).isEqualTo("MET");
    }

    @Test
    void whoever_took_the_contact_for_his_own_is_not_passed_over_though_that_comes_later() {
        Api rep = stage.rep();
        String contact = stage.mql("ebook");
        stage.rep();
        dispatcher.alone(() -> {
            clock.advance(MINUTE);
            rep.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "SQL"))
                    .expect(200);
            clock.advance(Duration.ofHours(49));
            handoffs.look();
        });
        dispatcher.catchUp();

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("repId")).isEqualTo(rep.memberId().toString());
        assertThat(handoff.json("status")).isEqualTo("ACCEPTED");
        assertThat(handoff.json("answeredAt")).isEqualTo("2026-11-23T02:01:00Z");
    }

    @Test
    void the_clocks_leave_a_contact_alone_at_which_somebody_is_at_work_and_judge_it_afterwards() throws Exception {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        clock.advance(Duration.ofMinutes(14));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> logging = threads.submit(() -> transaction.executeWithoutResult(status -> {
                contacts.log(rep.viewer(), ContactId.of(contact), new TouchInput(TouchKind.CALL, null, null, null));
                held.countDown();
                await(looked);
            }));
            await(held);
            clock.advance(Duration.ofMinutes(2));
            handoffs.look();
            String meanwhile = stage.handoffOf(contact).json("outcome");
            looked.countDown();
            logging.get();
            assertThat(meanwhile).isEqualTo("PENDING");
        }
        handoffs.look();

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("outcome")).isEqualTo("MET");
        assertThat(handoff.json("firstTouchAt")).isEqualTo("2026-11-23T02:14:00Z");
    }

    @Test
    void a_call_of_before_the_offer_stops_nothing_whenever_it_is_entered() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        clock.advance(Duration.ofMinutes(5));

        dated(rep, contact, "2026-11-23T01:00:00Z");
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("OFFERED");
        assertThat(stage.handoffOf(contact).json("firstTouchAt")).isEmpty();

        clock.advance(MINUTE);
        dated(rep, contact, "2026-11-23T02:04:00Z");
        assertThat(stage.handoffOf(contact).json("firstTouchAt")).isEqualTo("2026-11-23T02:06:00Z");
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("TOUCHED");
    }

    @Test
    void people_write_whole_minutes_so_the_minute_of_the_offer_is_after_it() {
        Api rep = stage.rep();
        clock.advance(Duration.ofSeconds(40));
        String contact = stage.mql("demo");
        clock.advance(Duration.ofSeconds(50));

        dated(rep, contact, "2026-11-23T02:00:00Z");

        assertThat(stage.handoffOf(contact).json("outcome")).isEqualTo("MET");
    }

    @Test
    void a_call_of_before_the_lead_was_passed_on_answers_for_the_lead_and_not_for_its_next_rep() {
        Api rep = stage.rep();
        String contact = stage.mql("webinar");
        Api next = stage.rep();
        clock.advance(Duration.ofMinutes(30));
        api.post(
                        "/api/handoffs/" + stage.handoffId(contact) + "/reassign",
                        Map.of("repId", next.memberId().toString()))
                .expect(200);
        clock.advance(Duration.ofMinutes(30));

        dated(api, contact, "2026-11-23T02:10:00Z");

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("firstTouchAt")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(handoff.json("outcome")).isEqualTo("MET");
        assertThat(handoff.json("status")).as("still waits for its rep").isEqualTo("OFFERED");
        assertThat(handoff.json("repId")).isEqualTo(next.memberId().toString());
        stage.call(next, contact);
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("TOUCHED");
        assertThat(stage.handoffOf(contact).json("firstTouchAt")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(rep.get("/api/handoffs/" + handoff.json("id")).status()).isEqualTo(404);
    }

    @Test
    void a_lead_with_whom_a_rep_has_a_deal_before_its_event_comes_is_his() {
        stage.rep();
        Api seller = stage.rep();
        List<String> leads = new ArrayList<>();
        dispatcher.alone(() -> {
            for (int i = 0; i < 2; i++) {
                leads.add(stage.contact("demo", "MQL"));
                clock.advance(MINUTE);
                deal(seller, leads.getLast());
            }
        });
        dispatcher.catchUp();

        assertThat(leads).allSatisfy(lead -> {
            Answer handoff = stage.handoffOf(lead);
            assertThat(handoff.json("repId")).isEqualTo(seller.memberId().toString());
            assertThat(handoff.json("status")).isEqualTo("QUALIFIED");
            assertThat(api.get("/api/contacts/" + lead).json("ownerId"))
                    .isEqualTo(seller.memberId().toString());
        });
    }

    @Test
    void a_lead_whose_event_comes_only_after_that_of_its_deal_is_qualified_all_the_same() {
        stage.rep();
        Api seller = stage.rep();
        String lead = stage.former();
        Instant before = clock.instant();
        clock.advance(MINUTE);
        deal(seller, lead);
        dispatcher.catchUp();

        transaction.executeWithoutResult(status -> events.publish(
                Viewer.SYSTEM,
                new LifecycleStageChanged(
                        ContactId.of(lead).value(),
                        Cause.CREATED,
                        before,
                        false,
                        List.of(new LifecycleStageChanged.Change(
                                ContactKinds.CONTACT, ContactId.of(lead).value(), null, LifecycleStage.MQL))),
                before));
        dispatcher.catchUp();

        Answer handoff = stage.handoffOf(lead);
        assertThat(handoff.json("repId")).isEqualTo(seller.memberId().toString());
        assertThat(handoff.json("status")).isEqualTo("QUALIFIED");
    }

    @Test
    void whoever_is_made_an_mql_again_while_a_deal_is_open_stays_with_whose_deal_it_is() {
        stage.rep();
        Api seller = stage.rep();
        List<String> leads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            leads.add(stage.contact("", "LEAD"));
            deal(seller, leads.getLast());
            api.post(
                            "/api/contacts/" + leads.getLast() + "/lifecycle",
                            Map.of("stage", "MQL", "reason", "xem lại nhu cầu"))
                    .expect(200);
        }
        dispatcher.catchUp();

        assertThat(leads)
                .extracting(lead -> stage.handoffOf(lead).json("repId"))
                .containsOnly(seller.memberId().toString());
    }

    @Test
    void a_lead_that_fell_back_before_its_event_comes_is_offered_to_nobody() {
        stage.rep();
        List<String> leads = new ArrayList<>();
        dispatcher.alone(() -> {
            leads.add(stage.contact("demo", "MQL"));
            api.post(
                            "/api/contacts/" + leads.getFirst() + "/lifecycle",
                            Map.of("stage", "LEAD", "reason", "nhầm người"))
                    .expect(200);
        });
        dispatcher.catchUp();

        assertThat(api.get("/api/handoffs?contactId=" + leads.getFirst())
                        .at("items")
                        .size())
                .isZero();
    }

    private void deal(Api owner, String contact) {
        api.post(
                        "/api/deals",
                        Map.of(
                                "name",
                                "Đơn",
                                "contactIds",
                                List.of(contact),
                                "ownerId",
                                owner.memberId().toString()))
                .expect(201);
    }

    private void call(Api who, String contact) {
        who.post("/api/contacts/" + contact + "/timeline", Map.of("kind", "CALL", "text", "Đã gọi"))
                .expect(201);
    }

    private void dated(Api who, String contact, String at) {
        stage.log(who, contact, Map.of("kind", "CALL", "text", "Đã gọi", "at", at));
    }

    /** Whether a statement waits for what another transaction has locked. */
    private void untilSomebodyWaitsForALock() {
        Instant patience = Instant.now().plusSeconds(30);
        while (db.fetchSingle("select count(*) from pg_locks where not granted").get(0, Long.class) == 0) {
            if (Instant.now().isAfter(patience)) {
                throw new AssertionError("nobody waits");
            }
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> kinds(Answer handoff) {
        return StreamSupport.stream(handoff.json().at("/steps").spliterator(), false)
                .map(step -> step.get("kind").asString(""))
                .toList();
    }
}
