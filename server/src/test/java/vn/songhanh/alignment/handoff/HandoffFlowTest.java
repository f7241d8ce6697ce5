package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.events.EventDispatcher;
import vn.songhanh.workspace.members.Role;

/** It is Monday, nine in the morning; the day after is a holiday. */
@AlignmentTest
class HandoffFlowTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @Autowired
    Handoffs handoffs;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    TestClock clock;

    @BeforeEach
    void clear() {
        stage.clear();
    }

    @Test
    void a_new_holiday_moves_the_deadlines_of_leads_to_come_and_leaves_those_that_were_given() {
        stage.rep();
        String before = stage.mql("ebook");
        assertThat(stage.handoffOf(before).json("acceptBy")).isEqualTo("2026-11-25T02:00:00Z");

        api.post("/api/calendar/days", Map.of("date", "2026-11-25", "kind", "HOLIDAY", "name", "Bão"))
                .expect(201);

        assertThat(stage.handoffOf(before).json("acceptBy")).isEqualTo("2026-11-25T02:00:00Z");
        assertThat(stage.handoffOf(stage.mql("ebook")).json("acceptBy")).isEqualTo("2026-11-26T02:00:00Z");
        api.delete("/api/calendar/days/2026-11-25").expect(204);
    }

    @Test
    void a_contact_that_becomes_mql_is_offered_to_a_rep_who_owns_it_from_then_on() {
        Api rep = stage.rep();

        String contact = stage.mql("Báo giá");

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("status")).isEqualTo("OFFERED");
        assertThat(handoff.json("tier")).isEqualTo("A");
        assertThat(handoff.json("leadType")).isEqualTo("DEMO");
        assertThat(handoff.json("leadValue.amount")).isEqualTo("10000000");
        assertThat(handoff.json("repId")).isEqualTo(rep.memberId().toString());
        assertThat(handoff.json("offeredAt")).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(handoff.json("touchBy")).isEqualTo("2026-11-23T02:15:00Z");
        assertThat(handoff.json("acceptBy")).isEqualTo(handoff.json("touchBy"));
        assertThat(handoff.json("dueAt")).isEqualTo(handoff.json("touchBy"));
        assertThat(handoff.json("contactName")).startsWith("Khách Hàng");
        assertThat(handoff.at("breached").booleanValue()).isFalse();
        assertThat(handoff.json("steps.0.kind")).isEqualTo("OFFERED");
        assertThat(api.get("/api/contacts/" + contact).expect(200).json("ownerId"))
                .isEqualTo(rep.memberId().toString());
        assertThat(timelineOf(contact)).contains("HANDOFF_OFFERED");
        assertThat(notices(rep, contact)).contains("handoff-offered");
    }

    @Test
    void an_mql_moved_by_hand_is_offered_too_and_the_source_decides_the_tier() {
        stage.rep();
        String contact = stage.contact("", "LEAD");
        dispatcher.catchUp();
        assertThat(api.get("/api/handoffs?contactId=" + contact)
                        .json()
                        .at("/items")
                        .size())
                .isZero();

        api.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "MQL"))
                .expect(200);
        dispatcher.catchUp();

        assertThat(stage.handoffOf(contact).json("tier")).isEqualTo("B");
        assertThat(stage.handoffOf(stage.mql("ebook")).json("tier")).isEqualTo("C");
    }

    @Test
    void imported_history_starts_no_clock() {
        stage.rep();
        String contact = stage.contact("", "LEAD");

        stage.wasMql(contact);
        dispatcher.catchUp();

        assertThat(api.get("/api/handoffs?contactId=" + contact)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void an_event_that_comes_twice_offers_once() {
        stage.rep();
        String contact = stage.former();
        UUID cause = Ids.next();

        offer(contact, cause);
        String first = stage.handoffId(contact);
        api.post("/api/handoffs/" + first + "/reject", Map.of("reason", "NOT_ICP"))
                .expect(200);
        stage.wasMql(contact);
        offer(contact, cause);

        assertThat(stage.handoffId(contact)).isEqualTo(first);
    }

    @Test
    void leads_go_round_the_reps_in_turn() {
        List<MemberId> reps = List.of(
                stage.rep().memberId(), stage.rep().memberId(), stage.rep().memberId());

        List<MemberId> got = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            got.add(stage.repOf(stage.mql("")));
        }

        assertThat(got.subList(0, 3)).containsExactlyInAnyOrderElementsOf(reps);
        assertThat(got.subList(3, 6)).isEqualTo(got.subList(0, 3));
    }

    @Test
    void whoever_is_away_gets_no_lead() {
        Api away = stage.rep();
        Api there = stage.rep();
        api.post("/api/members/" + away.memberId() + "/absences", Map.of("from", "2026-11-20", "until", "2026-11-23"))
                .expect(201);

        assertThat(List.of(stage.repOf(stage.mql("")), stage.repOf(stage.mql(""))))
                .containsOnly(there.memberId());
    }

    @Test
    void with_no_rep_there_the_sales_manager_gets_the_lead_and_without_one_the_owner() {
        assertThat(stage.repOf(stage.mql(""))).isEqualTo(api.memberId());

        Api manager = stage.hire(Role.SALES_MANAGER, "Đội bán hàng");

        assertThat(stage.repOf(stage.mql(""))).isEqualTo(manager.memberId());
    }

    @Test
    void leads_that_come_at_once_are_dealt_out_evenly() throws Exception {
        for (int i = 0; i < 4; i++) {
            stage.rep();
        }
        List<String> contacts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            contacts.add(stage.former());
        }

        atOnce(contacts.stream()
                .map(contact -> (Callable<Boolean>) () -> {
                    offer(contact, Ids.next());
                    return true;
                })
                .toList());

        Map<MemberId, Long> leads =
                contacts.stream().collect(Collectors.groupingBy(stage::repOf, Collectors.counting()));
        assertThat(leads).hasSize(4);
        assertThat(leads.values()).containsOnly(5L);
    }

    @Test
    void a_bulk_of_leads_is_dealt_out_as_evenly() {
        stage.rep();
        stage.rep();
        List<String> contacts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            contacts.add(stage.former());
        }

        handoffs.offer(Viewer.SYSTEM, contacts.stream().map(ContactId::of).toList(), Ids.next(), clock.instant());

        assertThat(contacts.stream()
                        .collect(Collectors.groupingBy(stage::repOf, Collectors.counting()))
                        .values())
                .containsOnly(3L);
    }

    @Test
    void a_rep_who_gets_many_leads_at_once_is_told_once() {
        Api rep = stage.rep();
        List<ContactId> contacts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            contacts.add(ContactId.of(stage.former()));
        }

        handoffs.offer(Viewer.SYSTEM, contacts, Ids.next(), clock.instant());

        assertThat(texts(rep.get("/api/notices").expect(200).at("items"), "text"))
                .containsExactly("6 khách mới chờ bạn");
    }

    @Test
    void a_notice_names_a_contact_only_while_its_reader_may_see_it() {
        Api rep = stage.rep();
        String contact = stage.mql("Báo giá");
        String name = stage.handoffOf(contact).json("contactName");
        assertThat(rep.get("/api/notices").json("items.0.text")).contains(name);

        Api next = stage.rep("Đội kế tiếp");
        rep.post("/api/handoffs/" + stage.handoffId(contact) + "/accept", null).expect(200);
        api.post(
                        "/api/handoffs/" + stage.handoffId(contact) + "/reassign",
                        Map.of("repId", next.memberId().toString()))
                .expect(200);
        dispatcher.catchUp();
        rep.get("/api/contacts/" + contact).expect(404);
        assertThat(rep.get("/api/notices").expect(200).body())
                .doesNotContain(name)
                .contains("không còn trong phạm vi của bạn");
        assertThat(next.get("/api/notices").json("items.0.text")).contains(name);
    }

    @Test
    void the_source_of_a_contact_out_of_sight_is_told_and_found_on_no_row() {
        stage.rep();
        String contact = stage.mql("Báo giá");
        Api marketer = api.as("Marketing hẹp", Role.MARKETER, "Đội hẹp");
        JsonNode before = permissions("MARKETER");
        Map<String, Object> narrower = new HashMap<>();
        before.properties().forEach(kind -> narrower.put(kind.getKey(), kind.getValue()));
        narrower.put("CONTACT", Map.of("READ", "OWN", "WRITE", "OWN"));
        String figure = "?count=true&filter="
                + URLEncoder.encode(
                        "{\"field\":\"source\",\"op\":\"eq\",\"value\":\"Báo giá\"}", StandardCharsets.UTF_8);
        long counted = api.get("/api/handoffs" + figure).expect(200).at("total").longValue();
        assertThat(counted).isPositive();
        api.put("/api/roles/MARKETER", Map.of("permissions", narrower)).expect(200);
        try {
            Answer row = marketer.get("/api/handoffs?contactId=" + contact).expect(200);
            assertThat(row.at("items.0.contactName").isNull()).isTrue();
            assertThat(row.at("items.0.source").isNull()).isTrue();
            assertThat(row.body()).doesNotContain("Báo giá");
            Answer found = marketer.get("/api/handoffs" + figure).expect(200);
            assertThat(found.at("items")).isEmpty();
            assertThat(found.at("total").longValue()).isZero();
            assertThat(found.at("hidden").longValue()).isEqualTo(counted);
        } finally {
            api.put("/api/roles/MARKETER", Map.of("permissions", before)).expect(200);
        }
    }

    private JsonNode permissions(String role) {
        for (JsonNode one : api.get("/api/roles").expect(200).at("items")) {
            if (one.get("role").asString().equals(role)) {
                return one.get("permissions");
            }
        }
        throw new AssertionError(role);
    }

    @Test
    void of_two_who_accept_at_once_one_does() throws Exception {
        Api rep = stage.rep();
        String path = "/api/handoffs/" + stage.handoffId(stage.mql("")) + "/accept";

        List<Integer> answers = atOnce(List.of(
                () -> rep.post(path, null).status(), () -> api.post(path, null).status()));

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void another_rep_sees_nothing_of_it() {
        Api rep = stage.rep();
        String id = stage.handoffId(stage.mql(""));
        Api other = stage.rep("Đội khác");

        other.get("/api/handoffs/" + id).expect(404);
        other.post("/api/handoffs/" + id + "/accept", null).expect(404);
        assertThat(other.get("/api/handoffs?count=true").json("total")).isEqualTo("0");
        rep.post("/api/handoffs/" + id + "/accept", null).expect(200);
    }

    @Test
    void marketing_sees_the_hand_off_and_does_not_answer_it() {
        stage.rep();
        String id = stage.handoffId(stage.mql(""));
        Api marketer = stage.hire(Role.MARKETING_MANAGER, "Marketing");

        Answer seen = marketer.get("/api/handoffs/" + id).expect(200);

        assertThat(seen.at("can.accept").booleanValue()).isFalse();
        marketer.post("/api/handoffs/" + id + "/accept", null).expect(403);
    }

    @Test
    void the_first_call_stops_the_clock_and_accepts() {
        Api rep = stage.rep();
        String contact = stage.mql("webinar");

        clock.advance(HOUR);
        stage.call(rep, contact);

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("status")).isEqualTo("TOUCHED");
        assertThat(handoff.json("outcome")).isEqualTo("MET");
        assertThat(handoff.json("firstTouchAt")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(handoff.at("businessMinutes").longValue()).isEqualTo(60);
        assertThat(handoff.json("steps.1.actor")).isEqualTo(rep.memberId().toString());
    }

    @Test
    void a_call_that_is_entered_later_counts_from_its_entry() {
        Api rep = stage.rep();
        String contact = stage.mql("báo giá");

        clock.advance(HOUR);
        stage.log(rep, contact, Map.of("kind", "CALL", "text", "Gọi lúc 9:05", "at", "2026-11-23T02:05:00Z"));

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("firstTouchAt")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(handoff.at("breached").booleanValue()).isTrue();
    }

    @Test
    void neither_notes_nor_incoming_calls_stop_the_clock() {
        Api rep = stage.rep();
        String contact = stage.mql("");

        stage.log(rep, contact, Map.of("kind", "NOTE", "text", "Sẽ gọi"));
        stage.log(rep, contact, Map.of("kind", "CALL", "text", "Khách gọi", "direction", "IN"));

        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("OFFERED");
    }

    @Test
    void a_call_before_the_offer_stops_nothing() {
        Api rep = stage.rep();
        String contact = stage.contact("", "LEAD");
        stage.call(api, contact);
        clock.advance(MINUTE);

        api.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "MQL"))
                .expect(200);
        dispatcher.catchUp();

        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("OFFERED");
        assertThat(stage.repOf(contact)).isEqualTo(rep.memberId());
    }

    @Test
    void a_rejected_lead_is_marketings_again_and_may_come_back() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        String id = stage.handoffId(contact);

        Answer rejected = rep.post("/api/handoffs/" + id + "/reject", Map.of("reason", "NOT_ICP", "note", "Quá nhỏ"))
                .expect(200);

        assertThat(rejected.json("status")).isEqualTo("REJECTED");
        assertThat(rejected.json("outcome")).isEqualTo("ENDED");
        assertThat(rejected.at("deducted").booleanValue()).isTrue();
        Answer lead = api.get("/api/contacts/" + contact).expect(200);
        assertThat(lead.json("lifecycleStage")).isEqualTo("LEAD");
        assertThat(lead.at("recycleCount").intValue()).isEqualTo(1);
        assertThat(timelineOf(contact)).contains("HANDOFF_REJECTED");

        dispatcher.catchUp();
        clock.advance(MINUTE);
        api.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "MQL"))
                .expect(200);
        dispatcher.catchUp();
        assertThat(stage.handoffId(contact)).isNotEqualTo(id);
    }

    @Test
    void a_rejection_needs_one_of_the_contracts_reasons() {
        stage.rep();
        String path = "/api/handoffs/" + stage.handoffId(stage.mql("")) + "/reject";

        assertThat(api.post(path, Map.of()).expect(400).json("errors.0.field")).isEqualTo("reason");
        assertThat(api.post(path, Map.of("reason", "BAD_MOOD")).expect(400).json("errors.0.code"))
                .isEqualTo("unknown-choice");
    }

    @Test
    void a_lead_of_the_wrong_territory_goes_to_another_rep_at_full_value() {
        Api first = stage.rep();
        Api second = stage.rep();
        String contact = stage.mql("");
        Api has = stage.repOf(contact).equals(first.memberId()) ? first : second;
        Api next = has == first ? second : first;

        has.post("/api/handoffs/" + stage.handoffId(contact) + "/reject", Map.of("reason", "WRONG_TERRITORY"))
                .expect(200);

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("status")).isEqualTo("OFFERED");
        assertThat(handoff.json("repId")).isEqualTo(next.memberId().toString());
        assertThat(handoff.at("deducted").booleanValue()).isFalse();
        assertThat(api.get("/api/contacts/" + contact).json("lifecycleStage")).isEqualTo("MQL");
        assertThat(api.get("/api/contacts/" + contact).json("ownerId"))
                .isEqualTo(next.memberId().toString());
        has.get("/api/handoffs/" + handoff.json("id")).expect(404);
    }

    @Test
    void a_manager_passes_a_lead_on_by_hand() {
        Api rep = stage.rep();
        String contact = stage.mql("");
        Api other = stage.rep();
        String path = "/api/handoffs/" + stage.handoffId(contact) + "/reassign";

        rep.post(path, Map.of("repId", api.memberId().toString())).expect(403);
        api.post(path, Map.of("repId", rep.memberId().toString())).expect(409);
        api.post(path, Map.of("repId", other.memberId().toString())).expect(200);

        assertThat(stage.repOf(contact)).isEqualTo(other.memberId());
    }

    @Test
    void opening_a_deal_qualifies_the_lead_and_the_contact_goes_on() {
        Api rep = stage.rep();
        String contact = stage.mql("");
        stage.call(rep, contact);

        String deal = rep.post("/api/deals", Map.of("name", "Đơn đầu tiên", "contactIds", List.of(contact)))
                .expect(201)
                .json("id");
        dispatcher.catchUp();

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("status")).isEqualTo("QUALIFIED");
        assertThat(handoff.json("dealId")).isEqualTo(deal);
        assertThat(handoff.json("outcome")).isEqualTo("MET");
        assertThat(api.get("/api/contacts/" + contact).json("lifecycleStage")).isEqualTo("OPPORTUNITY");
    }

    @Test
    void a_contact_moved_aside_by_hand_takes_its_hand_off_along() {
        stage.rep();
        String contact = stage.mql("");
        clock.advance(MINUTE);

        api.post(
                        "/api/contacts/" + contact + "/lifecycle",
                        Map.of(
                                "stage",
                                "OTHER",
                                "reason",
                                "Nhà cung cấp",
                                "otherKindId",
                                api.get("/api/other-kinds").json("items.1.id")))
                .expect(200);
        dispatcher.catchUp();

        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void nobody_is_chased_for_a_contact_that_was_deleted() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        api.delete("/api/contacts/" + contact).expect(204);

        stage.pass(HOUR);

        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("WITHDRAWN");
        assertThat(stage.handoffOf(contact).at("breached").booleanValue()).isFalse();
        assertThat(notices(rep, contact)).containsExactly("handoff-offered");
    }

    @Test
    void the_rep_is_reminded_at_four_fifths_and_the_manager_hears_of_a_breach() {
        Api leader = stage.hire(Role.SALES_MANAGER, "Quản lý");
        String team = api.team("Đội có trưởng").toString();
        api.patch(
                        "/api/teams/" + team,
                        api.get("/api/teams/" + team).etag(),
                        Map.of("leaderId", leader.memberId().toString()))
                .expect(200);
        Api rep = stage.rep("Đội có trưởng");
        String contact = stage.mql("demo");

        stage.pass(Duration.ofMinutes(11));
        assertThat(notices(rep, contact)).doesNotContain("handoff-reminded");
        stage.pass(Duration.ofMinutes(2));
        assertThat(notices(rep, contact)).contains("handoff-reminded");
        assertThat(notices(leader, contact)).doesNotContain("handoff-breached");
        stage.pass(Duration.ofMinutes(3));
        assertThat(notices(leader, contact)).contains("handoff-breached");
        stage.pass(Duration.ofMinutes(30));

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("breachedAt")).isEqualTo("2026-11-23T02:15:00Z");
        assertThat(kinds(handoff)).containsExactly("OFFERED", "REMINDED", "BREACHED");
        assertThat(timelineOf(contact)).contains("HANDOFF_BREACHED");
        assertThat(notices(leader, contact)).containsExactly("handoff-breached");
    }

    @Test
    void silence_for_a_business_day_passes_the_lead_on_and_its_clock_runs_on() {
        Api silent = stage.rep();
        String contact = stage.mql("ebook");
        Api next = stage.rep();

        stage.pass(Duration.ofHours(48));
        assertThat(stage.repOf(contact)).isEqualTo(silent.memberId());
        stage.pass(MINUTE);

        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("repId")).isEqualTo(next.memberId().toString());
        assertThat(handoff.json("offeredAt")).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(handoff.at("breached").booleanValue()).isTrue();
        assertThat(handoff.json("assignee.assignedAt")).isEqualTo("2026-11-25T02:01:00Z");
        assertThat(handoff.at("assignee.breached").booleanValue()).isFalse();
        assertThat(api.get("/api/contacts/" + contact).json("ownerId"))
                .isEqualTo(next.memberId().toString());
        assertThat(notices(next, contact)).contains("handoff-reassigned");

        stage.call(next, contact);
        assertThat(stage.handoffOf(contact).json("outcome")).isEqualTo("BREACHED");
    }

    @Test
    void with_nobody_else_there_a_silent_lead_stays_where_it_is() {
        String contact = stage.mql("ebook");

        stage.pass(Duration.ofHours(49));
        stage.pass(Duration.ofHours(49));

        assertThat(stage.repOf(contact)).isEqualTo(api.memberId());
        assertThat(kinds(stage.handoffOf(contact))).endsWith("BREACHED");
    }

    @Test
    void marketing_disputes_a_rejection_and_wins() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        String path = "/api/handoffs/" + stage.handoffId(contact);
        rep.post(path + "/reject", Map.of("reason", "BAD_CONTACT")).expect(200);
        Api marketer = stage.hire(Role.MARKETING_MANAGER, "Marketing");

        marketer.post(path + "/dispute", Map.of("note", "Số này gọi được")).expect(200);
        rep.post(path + "/rule", Map.of("stands", true)).expect(403);
        Answer ruled = api.post(path + "/rule", Map.of("stands", false)).expect(200);

        assertThat(ruled.json("status")).isEqualTo("REJECTED");
        assertThat(ruled.at("deducted").booleanValue()).isFalse();
    }

    @Test
    void what_waits_for_me_comes_by_the_nearest_deadline() {
        Api rep = stage.rep();
        String slow = stage.mql("ebook");
        String quick = stage.mql("demo");

        Answer mine = rep.get("/api/handoffs?mine=true&open=true&sort=dueAt").expect(200);

        assertThat(mine.json("items.0.contactId")).isEqualTo(quick);
        assertThat(mine.json("items.1.contactId")).isEqualTo(slow);
    }

    @Test
    void what_is_wrong_with_a_request_is_said() {
        api.get("/api/handoffs/not-an-id").expect(404);
        api.get("/api/handoffs?status=SOMETHING").expect(400);
        api.get("/api/handoffs?filter={\"field\":\"reps.x.answer\",\"op\":\"eq\",\"value\":\"ACCEPTED\"}"
                        .replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace("\"", "%22"))
                .expect(400);
        api.get("/api/handoffs?cursor=abc").expect(400);
        api.anonymous().get("/api/handoffs").expect(401);
    }

    private void offer(String contact, UUID cause) {
        handoffs.offer(Viewer.SYSTEM, List.of(ContactId.of(contact)), cause, clock.instant());
    }

    private List<String> timelineOf(String contact) {
        return texts(api.get("/api/contacts/" + contact + "/timeline").json().at("/items"), "kind");
    }

    /** What somebody was told about this contact. */
    private static List<String> notices(Api who, String contact) {
        return StreamSupport.stream(
                        who.get("/api/notices").expect(200).at("items").spliterator(), false)
                .filter(notice -> notice.get("path").asString("").equals("/contacts/" + contact))
                .map(notice -> notice.get("kind").asString(""))
                .toList();
    }

    private static List<String> kinds(Answer handoff) {
        return texts(handoff.json().at("/steps"), "kind");
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asString(""))
                .toList();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
