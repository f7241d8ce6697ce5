package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.TestClock;
import vn.songhanh.testing.TestImports;
import vn.songhanh.workspace.events.EventDispatcher;

/** What becomes of hand-offs whose contacts are deleted, come back, or came by an import that is undone. */
@AlignmentTest
class HandoffBinTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @Autowired
    TestImports imports;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    TestClock clock;

    @BeforeEach
    void clear() {
        stage.clear();
    }

    @Test
    void who_deletes_a_contact_withdraws_its_hand_off_in_the_same_moment() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        clock.advance(MINUTE);

        dispatcher.alone(() -> {
            api.delete("/api/contacts/" + contact).expect(204);

            Answer handoff = stage.handoffOf(contact);
            assertThat(handoff.json("status")).isEqualTo("WITHDRAWN");
            assertThat(handoff.json("outcome")).isEqualTo("ENDED");
            assertThat(handoff.json("endedAt")).isEqualTo("2026-11-23T02:01:00Z");
            assertThat(rep.get("/api/handoffs?mine=true").at("items").size()).isZero();
            assertThat(rep.get("/api/handoffs?open=true&count=true").json("total"))
                    .isEqualTo("0");
        });
    }

    @Test
    void a_call_before_the_deletion_counts_and_a_breach_before_it_stays() {
        Api rep = stage.rep();
        String called = stage.mql("demo");
        String late = stage.mql("demo");
        dispatcher.alone(() -> {
            clock.advance(MINUTE);
            rep.post("/api/contacts/" + called + "/timeline", Map.of("kind", "CALL"))
                    .expect(201);
            clock.advance(Duration.ofMinutes(30));
            api.delete("/api/contacts/" + called).expect(204);
            api.delete("/api/contacts/" + late).expect(204);
        });
        stage.pass(MINUTE);

        assertThat(stage.handoffOf(called).json("outcome")).isEqualTo("MET");
        assertThat(stage.handoffOf(called).json("status")).isEqualTo("WITHDRAWN");
        assertThat(stage.handoffOf(late).json("outcome")).isEqualTo("BREACHED");
    }

    @Test
    void the_value_of_a_deleted_contact_is_not_delivered_and_comes_back_with_it_once() {
        stage.rep();
        stage.mql("demo");
        String deleted = stage.mql("demo");
        String qualified = stage.mql("demo");
        api.post("/api/deals", Map.of("name", "Đơn", "contactIds", List.of(qualified)))
                .expect(201);
        stage.catchUp();
        JsonNode before = report();

        api.delete("/api/contacts/" + deleted).expect(204);
        api.delete("/api/contacts/" + qualified).expect(204);

        JsonNode without = report();
        assertThat(net(without)).isEqualTo(net(before) - 20_000_000);
        assertThat(leads(without)).isEqualTo(leads(before) - 2);
        assertThat(handedOver(without))
                .as("what deleting ended, and not what was answered")
                .isEqualTo(handedOver(before) - 1);
        agree(without);

        api.post("/api/contacts/" + deleted + "/restore", null).expect(200);
        api.post("/api/contacts/" + qualified + "/restore", null).expect(200);

        JsonNode after = report();
        assertThat(net(after)).isEqualTo(net(before));
        assertThat(leads(after)).isEqualTo(leads(before));
        agree(after);
    }

    @Test
    void a_contact_that_comes_back_as_an_mql_is_offered_again_to_the_same_rep_from_then_on() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        String first = stage.handoffId(contact);
        stage.rep();
        api.delete("/api/contacts/" + contact).expect(204);
        clock.advance(Duration.ofHours(1));

        api.post("/api/contacts/" + contact + "/restore", null).expect(200);

        Answer again = stage.handoffOf(contact);
        assertThat(again.json("id")).isNotEqualTo(first);
        assertThat(again.json("status")).isEqualTo("OFFERED");
        assertThat(again.json("repId")).isEqualTo(rep.memberId().toString());
        assertThat(again.json("offeredAt")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(again.at("counted").booleanValue())
                .as("a contact counts once")
                .isFalse();
        assertThat(api.get("/api/handoffs/" + first).json("status")).isEqualTo("WITHDRAWN");
        dispatcher.catchUp();
        assertThat(api.get("/api/handoffs?contactId=" + contact).at("items").size())
                .isEqualTo(2);
    }

    @Test
    void a_contact_that_was_deleted_before_it_was_offered_is_offered_when_it_comes_back_and_once() {
        Api rep = stage.rep();
        List<String> made = new ArrayList<>();
        dispatcher.alone(() -> {
            String contact = stage.contact("demo", "LEAD");
            api.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "MQL"))
                    .expect(200);
            api.delete("/api/contacts/" + contact).expect(204);
            made.add(contact);
        });
        stage.catchUp();
        String contact = made.getFirst();
        clock.advance(Duration.ofHours(1));

        api.post("/api/contacts/" + contact + "/restore", null).expect(200);
        stage.catchUp();

        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("OFFERED");
        assertThat(stage.handoffOf(contact).json("repId"))
                .isEqualTo(rep.memberId().toString());
        assertThat(stage.handoffOf(contact).json("offeredAt")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(api.get("/api/handoffs?contactId=" + contact).at("items").size())
                .isEqualTo(1);
    }

    @Test
    void a_contact_whose_past_was_written_down_is_not_offered_when_it_comes_back() {
        stage.rep();
        String tag = "tệp" + Ids.next();
        imports.file("contacts", "fullName,lifecycleStage\n%s,MQL\n".formatted(tag), Map.of("history", "true"));
        String contact = named(tag);
        api.delete("/api/contacts/" + contact).expect(204);

        api.post("/api/contacts/" + contact + "/restore", null).expect(200);
        stage.catchUp();

        assertThat(api.get("/api/handoffs?contactId=" + contact).at("items").size())
                .isZero();
    }

    @Test
    void a_contact_that_comes_back_as_something_else_is_not_offered() {
        Api rep = stage.rep();
        String contact = stage.mql("demo");
        rep.post("/api/handoffs/" + stage.handoffId(contact) + "/reject", Map.of("reason", "NOT_ICP"))
                .expect(200);
        api.delete("/api/contacts/" + contact).expect(204);

        api.post("/api/contacts/" + contact + "/restore", null).expect(200);
        stage.catchUp();

        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("REJECTED");
        assertThat(api.get("/api/handoffs?contactId=" + contact).at("items").size())
                .isEqualTo(1);
    }

    @Test
    void undoing_an_import_takes_back_what_the_product_did_with_it_and_keeps_and_tells_what_people_used() {
        stage.rep();
        JsonNode before = report();
        String tag = "tệp" + Ids.next();
        String rows =
                "%1$s-A,demo,MQL,%1$s\n%1$s-B,demo,MQL,%1$s\n%1$s-C,demo,MQL,%1$s\n%1$s-D,demo,MQL,%1$s\n%1$s-E,demo,MQL,%1$s\n";
        JsonNode done = imports.file(
                "contacts",
                ("fullName,source,lifecycleStage,tags\n" + rows).formatted(tag),
                Map.of("history", "false"));
        stage.catchUp();
        assertThat(net(report())).isEqualTo(net(before) + 50_000_000);
        api.post("/api/contacts/" + named(tag + "-B") + "/timeline", Map.of("kind", "NOTE", "text", "Nhớ gọi"))
                .expect(201);
        api.post("/api/deals", Map.of("name", "Đơn", "contactIds", List.of(named(tag + "-C"))))
                .expect(201);
        api.post("/api/handoffs/" + stage.handoffId(named(tag + "-D")) + "/accept", null)
                .expect(200);
        String edited = "/api/contacts/" + named(tag + "-E");
        api.patch(edited, api.get(edited).etag(), Map.of("jobTitle", "Giám đốc"))
                .expect(200);
        String gone = named(tag + "-A");

        JsonNode undone = imports.undo(done);

        assertThat(undone.get("kept").intValue()).isEqualTo(4);
        api.get("/api/contacts/" + gone).expect(404);
        assertThat(stage.handoffOf(gone).json("status")).isEqualTo("WITHDRAWN");
        assertThat(net(report())).isEqualTo(net(before) + 40_000_000);
        agree(report());
        String path = "/api/imports/" + done.get("id").stringValue() + "/kept";
        Answer kept = api.get(path).expect(200);
        assertThat(texts(kept.at("items"), "code"))
                .containsExactly("logged-since", "deal-since", "answered-since", "changed-since");
        assertThat(texts(kept.at("items"), "name")).containsExactly(tag + "-B", tag + "-C", tag + "-D", tag + "-E");
        assertThat(kept.json("items.0.reason")).contains("ghi chú");
        assertThat(api.inEnglish().get(path).json("items.1.reason")).contains("deal");
        Answer page = api.get(path + "?limit=3").expect(200);
        assertThat(api.get(path + "?limit=3&cursor=" + page.json("nextCursor")).json("items.0.code"))
                .isEqualTo("changed-since");
        api.get(path + "?cursor=x").expect(400);
        stage.hire(vn.songhanh.workspace.members.Role.INSIDE_REP, "Đội lạ")
                .get(path)
                .expect(404);
    }

    @Test
    void undoing_an_import_sets_back_whom_it_made_an_mql_and_withdraws_what_was_offered() {
        stage.rep();
        String name = "tệp" + Ids.next();
        String email = Ids.next() + "@khach.vn";
        String contact = api.post("/api/contacts", Map.of("fullName", name, "email", email))
                .expect(201)
                .json("id");
        clock.advance(MINUTE);
        JsonNode done = imports.file(
                "contacts",
                "fullName,email,lifecycleStage\n%s,%s,MQL\n".formatted(name, email),
                Map.of("history", "false", "duplicates", "update"));
        stage.catchUp();
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("OFFERED");
        clock.advance(MINUTE);

        imports.undo(done);
        stage.catchUp();

        assertThat(api.get("/api/contacts/" + contact).json("lifecycleStage")).isEqualTo("LEAD");
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void an_import_that_is_undone_before_its_leads_were_offered_offers_none() {
        stage.rep();
        String tag = "tệp" + Ids.next();
        dispatcher.alone(() -> {
            JsonNode done = imports.file(
                    "contacts", "fullName,lifecycleStage\n%s,MQL\n".formatted(tag), Map.of("history", "false"));
            String contact = named(tag);
            imports.undo(done);
            assertThat(api.get("/api/contacts/" + contact).status()).isEqualTo(404);
        });
        dispatcher.catchUp();

        assertThat(api.get("/api/handoffs?open=true").at("items").toString()).doesNotContain(tag);
    }

    private String named(String name) {
        String filter = "{\"field\":\"fullName\",\"op\":\"eq\",\"value\":\"" + name + "\"}";
        return api.get("/api/contacts?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .expect(200)
                .json("items.0.id");
    }

    private JsonNode report() {
        String sla = api.get("/api/slas").expect(200).json("items.0.id");
        return api.get("/api/slas/" + sla + "/report?from=2026-11-01&to=2026-11-30")
                .expect(200)
                .json();
    }

    /** Each figure counts exactly what its list shows and says that it hides. */
    private void agree(JsonNode report) {
        report.at("/total/filters").properties().forEach(each -> {
            if (!each.getKey().equals("compliance")) {
                assertThat(count(each.getValue()))
                        .as(each.getKey())
                        .isEqualTo(report.at("/total/" + each.getKey()).longValue());
            }
        });
        assertThat(count(report.at("/waterfall/filters/leads"))).isEqualTo(leads(report));
    }

    private long count(JsonNode filter) {
        Answer page = api.get("/api/handoffs?count=true&filter="
                        + URLEncoder.encode(filter.toString(), StandardCharsets.UTF_8))
                .expect(200);
        return page.at("total").longValue() + page.at("hidden").longValue();
    }

    private static long net(JsonNode report) {
        return Long.parseLong(report.at("/waterfall/net/amount").asString("0"));
    }

    private static long leads(JsonNode report) {
        return report.at("/waterfall/leads").longValue();
    }

    private static long handedOver(JsonNode report) {
        return report.at("/total/handedOver").longValue();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asString(""))
                .toList();
    }
}
