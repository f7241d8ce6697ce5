package vn.songhanh.contacts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.contact.ContactsTest.unique;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.ContactsTest;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.events.EventDispatcher;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class LifecycleTest {

    @Autowired
    Api api;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EventDispatcher events;

    @Autowired
    TestClock clock;

    @Test
    void forward_by_hand_needs_no_reason_and_leaves_its_row() {
        String path = contact("LEAD");

        Answer moved = api.post(path + "/lifecycle", Map.of("stage", "SQL")).expect(200);

        assertThat(moved.json("stage")).isEqualTo("SQL");
        assertThat(moved.json("changes.0.to")).isEqualTo("LEAD");
        assertThat(moved.json("changes.0.cause")).isEqualTo("CREATED");
        assertThat(moved.json("changes.1.from")).isEqualTo("LEAD");
        assertThat(moved.json("changes.1.to")).isEqualTo("SQL");
        assertThat(moved.json("changes.1.cause")).isEqualTo("MANUAL");
        assertThat(moved.json("changes.1.actor")).isEqualTo(api.memberId().toString());
        assertThat(api.get(path).json("lifecycleStage")).isEqualTo("SQL");
    }

    @Test
    void back_by_hand_needs_a_reason_and_leaves_two_rows() {
        String path = contact("SQL");

        Answer refused = api.post(path + "/lifecycle", Map.of("stage", "LEAD")).expect(400);
        assertThat(ContactsTest.fields(refused)).containsExactly("reason");

        Answer moved = api.post(path + "/lifecycle", Map.of("stage", "LEAD", "reason", "nhầm người"))
                .expect(200);
        assertThat(moved.json("changes.1.from")).isEqualTo("SQL");
        assertThat(moved.at("changes.1.to").isNull()).isTrue();
        assertThat(moved.at("changes.2.from").isNull()).isTrue();
        assertThat(moved.json("changes.2.to")).isEqualTo("LEAD");
        assertThat(moved.json("changes.2.reason")).isEqualTo("nhầm người");
    }

    @Test
    void back_by_hand_is_for_those_who_lead() {
        Api rep = api.as(Role.INSIDE_REP);
        String path = "/api/contacts/"
                + rep.post("/api/contacts", Map.of("fullName", "Lê Lùi", "lifecycleStage", "SQL"))
                        .expect(201)
                        .json("id");

        assertThat(rep.get(path).at("can.moveBack").booleanValue()).isFalse();
        rep.post(path + "/lifecycle", Map.of("stage", "LEAD", "reason", "x")).expect(403);
        rep.post(path + "/lifecycle", Map.of("stage", "OTHER", "reason", "đối thủ", "otherKindId", kind()))
                .expect(200);
    }

    @Test
    void a_patch_may_move_forward_only() {
        String path = contact("LEAD");
        api.patch(path, 1, Map.of("lifecycleStage", "MQL")).expect(200);

        Answer refused = api.patch(path, 3, Map.of("lifecycleStage", "LEAD")).expect(400);

        assertThat(ContactsTest.fields(refused)).containsExactly("reason");
    }

    @Test
    void automation_brings_forward_who_stands_below_and_leaves_the_others() {
        ContactId lead = id(contact("LEAD"));
        ContactId customer = id(contact("CUSTOMER"));
        ContactId other = id(contact("OTHER"));

        List<LifecycleStageChanged.Change> changes =
                advance(List.of(lead, customer, other), null, LifecycleStage.OPPORTUNITY, Cause.DEAL_OPENED);

        assertThat(changes).extracting(LifecycleStageChanged.Change::id).containsExactly(lead.value());
        assertThat(stage(lead)).isEqualTo("OPPORTUNITY");
        assertThat(stage(customer)).isEqualTo("CUSTOMER");
        assertThat(stage(other)).isEqualTo("OTHER");
        advance(List.of(other), null, LifecycleStage.CUSTOMER, Cause.DEAL_WON);
        assertThat(stage(other)).as("a won deal outweighs it").isEqualTo("CUSTOMER");
    }

    @Test
    void what_a_won_deal_proves_cannot_be_taken_back_by_hand() {
        ContactId contact = id(contact("LEAD"));
        api.post("/api/deals/" + deal(contact) + "/win", null).expect(200);

        Answer refused = api.post(
                        "/api/contacts/" + contact + "/lifecycle", Map.of("stage", "LEAD", "reason", "trả hàng"))
                .expect(409);

        assertThat(refused.json("type")).endsWith("won-deal-stands");
    }

    @Test
    void a_reversed_win_is_worked_out_from_what_is_left() {
        ContactId sole = id(contact("MQL"));
        ContactId open = id(contact("LEAD"));
        ContactId byHand = id(contact("CUSTOMER"));
        advance(List.of(sole, open, byHand), null, LifecycleStage.CUSTOMER, Cause.DEAL_WON);

        deal(open);

        transaction.executeWithoutResult(status -> lifecycle.recompute(
                Viewer.SYSTEM, List.of(sole, open, byHand), List.of(), Ids.next(), clock.instant(), false));

        assertThat(stage(sole)).isEqualTo("MQL");
        assertThat(stage(open)).isEqualTo("OPPORTUNITY");
        assertThat(stage(byHand)).isEqualTo("CUSTOMER");
    }

    private String kind() {
        return api.get("/api/other-kinds").json("items.0.id");
    }

    private String deal(ContactId contact) {
        return api.post("/api/deals", Map.of("name", "Đơn", "contactIds", List.of(contact.toString())))
                .expect(201)
                .json("id");
    }

    @Test
    void a_recycled_lead_is_counted() {
        ContactId contact = id(contact("MQL"));

        transaction.executeWithoutResult(status -> lifecycle.recycle(
                Viewer.SYSTEM,
                List.of(contact),
                null,
                LifecycleStage.LEAD,
                Cause.REJECTED,
                "không đúng vùng",
                null,
                clock.instant()));

        Answer read = api.get("/api/contacts/" + contact);
        assertThat(read.json("lifecycleStage")).isEqualTo("LEAD");
        assertThat(read.at("recycleCount").intValue()).isEqualTo(1);
        assertThat(read.json("recycledAt")).isNotEmpty();
    }

    @Test
    void people_follow_their_company_but_never_lead_it() {
        String company = api.post("/api/companies", Map.of("name", "Công ty " + unique()))
                .expect(201)
                .json("id");
        ContactId colleague = id("/api/contacts/"
                + api.post("/api/contacts", Map.of("fullName", "Đồng nghiệp", "companyId", company))
                        .expect(201)
                        .json("id"));
        ContactId evangelist = id("/api/contacts/"
                + api.post(
                                "/api/contacts",
                                Map.of("fullName", "Người khen", "companyId", company, "lifecycleStage", "EVANGELIST"))
                        .expect(201)
                        .json("id"));
        advance(List.of(colleague), null, LifecycleStage.SQL, Cause.QUALIFIED);
        assertThat(api.get("/api/companies/" + company).json("lifecycleStage")).isEqualTo("LEAD");

        advance(List.of(), CompanyId.of(company), LifecycleStage.CUSTOMER, Cause.DEAL_WON);
        events.catchUp();

        assertThat(stage(colleague)).isEqualTo("CUSTOMER");
        assertThat(stage(evangelist)).isEqualTo("EVANGELIST");
    }

    @Test
    void people_do_not_follow_a_company_that_was_set_back_before_its_event_comes() {
        String company = "/api/companies/"
                + api.post("/api/companies", Map.of("name", "Công ty " + unique()))
                        .expect(201)
                        .json("id");
        ContactId colleague = id("/api/contacts/"
                + api.post(
                                "/api/contacts",
                                Map.of(
                                        "fullName",
                                        "Đồng nghiệp",
                                        "companyId",
                                        company.substring(company.lastIndexOf('/') + 1)))
                        .expect(201)
                        .json("id"));

        events.alone(() -> {
            api.post(company + "/lifecycle", Map.of("stage", "SQL")).expect(200);
            api.post(company + "/lifecycle", Map.of("stage", "LEAD", "reason", "nhầm công ty"))
                    .expect(200);
        });
        events.catchUp();

        assertThat(stage(colleague)).isEqualTo("LEAD");
    }

    @Test
    void what_an_import_brings_forward_keeps_its_own_dates() {
        ContactId early = id(contact("LEAD"));
        ContactId late = id(contact("LEAD"));
        Instant january = Instant.parse("2026-01-05T00:00:00Z");
        Instant march = Instant.parse("2026-03-05T00:00:00Z");
        UUID deal = Ids.next();

        List<LifecycleStageChanged.Change> changes = transaction.execute(status -> lifecycle.advanceEach(
                Viewer.SYSTEM,
                List.of(
                        new Lifecycle.Advance(ContactKinds.CONTACT, early.value(), march, null),
                        new Lifecycle.Advance(ContactKinds.CONTACT, early.value(), january, deal),
                        new Lifecycle.Advance(ContactKinds.CONTACT, late.value(), march, null)),
                LifecycleStage.CUSTOMER,
                Cause.DEAL_WON,
                Ids.next(),
                true));

        assertThat(changes).hasSize(2);
        assertThat(api.get("/api/contacts/" + early).json("lifecycleSince")).isEqualTo(january.toString());
        assertThat(api.get("/api/contacts/" + late + "/lifecycle").body()).contains(march.toString());
    }

    @Test
    void the_timeline_tells_touches_and_stages_latest_first() {
        String path = contact("LEAD");
        clock.advance(Duration.ofHours(1));
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        api.post(path + "/timeline", Map.of("kind", "CALL", "text", "Hẹn thứ Năm"))
                .expect(201);
        clock.advance(Duration.ofMinutes(5));
        Answer late = api.post(
                        path + "/timeline", Map.of("kind", "VISIT", "at", yesterday.toString(), "direction", "IN"))
                .expect(201);
        api.post(path + "/lifecycle", Map.of("stage", "SQL")).expect(200);

        Answer page = api.get(path + "/timeline?limit=2").expect(200);
        assertThat(page.json("items.0.kind")).isEqualTo("LIFECYCLE");
        assertThat(page.json("items.0.to")).isEqualTo("SQL");
        assertThat(page.json("items.1.kind")).isEqualTo("CALL");
        assertThat(page.json("items.1.direction")).isEqualTo("OUT");
        Answer rest = api.get(path + "/timeline?limit=2&cursor=" + page.json("nextCursor"))
                .expect(200);
        assertThat(rest.json("items.0.kind")).isEqualTo("LIFECYCLE");
        assertThat(rest.json("items.1.kind")).isEqualTo("VISIT");
        assertThat(rest.at("nextCursor").isNull()).isTrue();
        assertThat(late.json("at")).isEqualTo(yesterday.toString());
        assertThat(late.json("loggedAt")).isEqualTo(clock.instant().toString());
        assertThat(api.get(path).json("lastActivityAt"))
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(5)).toString());
    }

    @Test
    void nothing_is_logged_in_the_future_or_without_a_kind() {
        String path = contact("LEAD");
        String tomorrow = clock.instant().plus(Duration.ofDays(1)).toString();

        assertThat(ContactsTest.fields(api.post(path + "/timeline", Map.of("kind", "CALL", "at", tomorrow))
                        .expect(400)))
                .containsExactly("at");
        assertThat(ContactsTest.fields(
                        api.post(path + "/timeline", Map.of("text", "x")).expect(400)))
                .containsExactly("kind");
        api.post(path + "/timeline", Map.of("kind", "DEAL_WON")).expect(400);
        api.post(path + "/timeline", Map.of("kind", "NOTE")).expect(400);
        api.get(path + "/timeline?cursor=xyz").expect(400);
        api.as(Role.VIEWER).post(path + "/timeline", Map.of("kind", "CALL")).expect(403);
    }

    private String contact(String stage) {
        return "/api/contacts/"
                + api.post(
                                "/api/contacts",
                                stage.equals("OTHER")
                                        ? Map.of("fullName", "Lê Bước", "lifecycleStage", stage, "otherKindId", kind())
                                        : Map.of("fullName", "Lê Bước", "lifecycleStage", stage))
                        .expect(201)
                        .json("id");
    }

    private String stage(ContactId contact) {
        return api.get("/api/contacts/" + contact).expect(200).json("lifecycleStage");
    }

    private List<LifecycleStageChanged.Change> advance(
            List<ContactId> contacts,
            @org.jspecify.annotations.Nullable CompanyId company,
            LifecycleStage to,
            Cause cause) {
        return java.util.Objects.requireNonNull(transaction.execute(
                status -> lifecycle.advance(Viewer.SYSTEM, contacts, company, to, cause, Ids.next(), clock.instant())));
    }

    private static ContactId id(String path) {
        return ContactId.of(path.substring(path.lastIndexOf('/') + 1));
    }
}
