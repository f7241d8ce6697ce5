package vn.songhanh.alignment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.members.Role;

/** Each test has a month of its own, far from the others'. */
@AlignmentTest
class SlaReportTest {

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @Autowired
    TestClock clock;

    @BeforeEach
    void clear() {
        stage.clear();
    }

    @Test
    void a_period_counts_what_was_handed_over_and_what_became_of_it() {
        Api rep = stage.rep();
        clock.set(at("2027-03-01T09:00"));
        String kept = stage.mql("web");
        stage.pass(Duration.ofMinutes(30));
        stage.call(rep, kept);
        String late = stage.mql("web");
        String rejected = stage.mql("facebook");
        rep.post("/api/handoffs/" + stage.handoffId(rejected) + "/reject", Map.of("reason", "NOT_ICP"))
                .expect(200);
        stage.pass(Duration.ofHours(24));
        stage.call(rep, late);
        stage.mql("");

        JsonNode report = report(api, "2027-03-01", "2027-03-31");

        assertThat(figures(report.at("/total"))).isEqualTo(counts(4, 2, 1, 1, 1, 1));
        assertThat(report.at("/total/medianMinutes").decimalValue()).isEqualByComparingTo("255");
        assertThat(report.at("/total/compliance").decimalValue()).isEqualByComparingTo("0.5");
        JsonNode ofRep = only(report.get("perRep"), "repId", rep.memberId().toString());
        assertThat(figures(ofRep.get("figures"))).isEqualTo(counts(4, 2, 1, 1, 1, 1));
        assertThat(figures(only(report.get("perSource"), "source", "Facebook").get("figures")))
                .isEqualTo(counts(1, 0, 1, 0, 0, 0));
        assertThat(figures(only(report.get("perMonth"), "month", "2027-03").get("figures")))
                .isEqualTo(counts(4, 2, 1, 1, 1, 1));
    }

    @Test
    void a_source_is_worth_its_leads_and_what_their_deals_brought_in() {
        Api rep = stage.rep();
        clock.set(at("2027-09-01T09:00"));
        String one = stage.mql("demo");
        String two = stage.mql("demo");
        String bad = stage.mql("demo");
        rep.post("/api/handoffs/" + stage.handoffId(bad) + "/reject", Map.of("reason", "BAD_CONTACT"))
                .expect(200);
        String deal = rep.post(
                        "/api/deals",
                        Map.of(
                                "name",
                                "Hai người một đơn",
                                "contactIds",
                                List.of(one, two),
                                "amount",
                                Map.of("amount", "90000000", "currency", "VND")))
                .expect(201)
                .json("id");
        stage.catchUp();
        rep.post("/api/deals/" + deal + "/win", null).expect(200);
        stage.catchUp();

        JsonNode report = report(api, "2027-09-01", "2027-09-30");
        JsonNode earned = only(report.get("perSource"), "source", "demo").get("earned");
        long each = report.at("/waterfall/net/amount").asLong() / 2;
        assertThat(earned.at("/value/amount").asLong()).isEqualTo(2 * each).isPositive();
        assertThat(earned.get("won").intValue())
                .as("one deal, however many led to it")
                .isEqualTo(1);
        assertThat(earned.at("/revenue/amount").asLong()).isEqualTo(90_000_000);

        String path = "/api/slas/" + sla(api) + "/report.csv?from=2027-09-01&to=2027-09-30";
        assertThat(api.get(path).expect(200).body())
                .contains("Nguồn,demo,3,2,1,")
                .contains(",1,90000000,VND");
        rep.get(path).expect(403);
        assertThat(api.get("/api/exports/handoffs.csv?columns=contact,status,source&filter="
                                + URLEncoder.encode(
                                        report.at("/total/filters/rejected").toString(), StandardCharsets.UTF_8))
                        .expect(200)
                        .body())
                .contains("Bị từ chối,demo");
    }

    @Test
    void a_lead_that_was_passed_on_counts_for_each_rep_by_his_own_clock() {
        Api silent = stage.rep();
        clock.set(at("2027-04-01T09:00"));
        String contact = stage.mql("");
        Api quick = stage.rep();
        stage.pass(Duration.ofHours(24).plusMinutes(1));
        stage.pass(Duration.ofMinutes(10));
        stage.call(quick, contact);

        JsonNode report = report(api, "2027-04-01", "2027-04-30");

        assertThat(figures(report.at("/total"))).isEqualTo(counts(1, 1, 0, 0, 1, 0));
        JsonNode first = only(report.get("perRep"), "repId", silent.memberId().toString());
        JsonNode second = only(report.get("perRep"), "repId", quick.memberId().toString());
        assertThat(figures(first.get("figures"))).isEqualTo(counts(1, 0, 0, 0, 1, 0));
        assertThat(figures(second.get("figures"))).isEqualTo(counts(1, 1, 0, 1, 0, 0));
        assertThat(second.at("/figures/medianMinutes").decimalValue()).isEqualByComparingTo("10");
    }

    @Test
    void every_number_opens_the_rows_that_it_counts_whoever_looks() {
        Api leader = stage.hire(Role.SALES_MANAGER, "Đội một");
        Api one = stage.rep("Đội một");
        Api two = stage.rep("Đội hai");
        clock.set(at("2027-05-03T09:00"));
        for (String source : List.of("demo", "webinar", "ebook", "", "demo", "ebook")) {
            stage.mql(source);
        }
        String touched = stage.mql("webinar");
        stage.call(stage.repOf(touched).equals(one.memberId()) ? one : two, touched);
        String rejected = stage.mql("demo");
        api.post("/api/handoffs/" + stage.handoffId(rejected) + "/reject", Map.of("reason", "DUPLICATE"))
                .expect(200);
        stage.pass(Duration.ofHours(30));
        List<Api> viewers = List.of(
                api,
                leader,
                one,
                two,
                stage.hire(Role.ADMINISTRATOR, "Khác"),
                stage.hire(Role.MARKETING_MANAGER, "Marketing"),
                stage.hire(Role.MARKETER, "Marketing"),
                stage.hire(Role.OUTSIDE_REP, "Đội hai"),
                stage.hire(Role.VIEWER, "Khác"));

        for (Api viewer : viewers) {
            JsonNode report = report(viewer, "2027-05-01", "2027-05-31");
            assertThat(report.at("/total/handedOver").longValue()).isEqualTo(8);
            assertThat(report.get("perRep").size()).isGreaterThanOrEqualTo(2);
            assertThat(report.get("perSource").size()).isEqualTo(4);
            open(viewer, report.get("total"));
            report.get("perRep").forEach(row -> open(viewer, row.get("figures")));
            report.get("perSource").forEach(row -> open(viewer, row.get("figures")));
            report.get("perMonth").forEach(row -> open(viewer, row.get("figures")));
            JsonNode waterfall = report.get("waterfall");
            opens(viewer, waterfall.at("/filters/leads"), waterfall.get("leads").longValue());
            waterfall.get("types").forEach(type -> {
                opens(viewer, type.at("/filters/leads"), type.get("leads").longValue());
                opens(viewer, type.at("/filters/rejected"), type.get("rejected").longValue());
            });
        }
        Answer hidden = list(one, report(one, "2027-05-01", "2027-05-31").at("/total/filters/handedOver"));
        assertThat(hidden.at("hidden").longValue()).isPositive();
    }

    @Test
    void what_is_hidden_is_told_of_figures_only() {
        Api rep = stage.rep();
        String contact = stage.mql("");
        Api other = stage.rep("Đội khác");

        Answer probe = list(other, json("""
                {"all":[{"field":"contactId","op":"eq","value":"%s"}]}""".formatted(contact)));

        assertThat(probe.json("total")).isEqualTo("0");
        assertThat(probe.at("hidden").isMissingNode()).isTrue();
        assertThat(rep.get("/api/handoffs?contactId=" + contact).at("items").size())
                .isEqualTo(1);
    }

    @Test
    void the_waterfall_adds_up_lead_value_against_the_goal_of_the_month() {
        stage.rep();
        clock.set(at("2027-06-01T09:00"));
        stage.agree(
                Map.of(
                        "goal",
                        Map.of(
                                "revenueTarget",
                                Map.of("amount", "1400000000", "currency", "VND"),
                                "customers",
                                7,
                                "closeRate",
                                0.05)),
                "2027-06-01");
        stage.mql("demo");
        stage.mql("webinar");
        clock.set(at("2027-06-09T09:00"));
        stage.mql("ebook");
        String bad = stage.mql("demo");
        api.post("/api/handoffs/" + stage.handoffId(bad) + "/reject", Map.of("reason", "BAD_CONTACT"))
                .expect(200);

        JsonNode waterfall = report(api, "2027-06-01", "2027-06-30").get("waterfall");

        assertThat(waterfall.at("/goal/amount").stringValue()).isEqualTo("560000000");
        assertThat(waterfall.get("leadsNeeded").intValue()).isEqualTo(140);
        assertThat(waterfall.get("workdays").intValue()).isEqualTo(22);
        assertThat(waterfall.at("/gross/amount").stringValue()).isEqualTo("22400000");
        assertThat(waterfall.at("/deducted/amount").stringValue()).isEqualTo("10000000");
        assertThat(waterfall.at("/net/amount").stringValue()).isEqualTo("12400000");
        assertThat(waterfall.at("/days/0/net/amount").stringValue()).isEqualTo("12000000");
        assertThat(waterfall.at("/days/8/net/amount").stringValue()).isEqualTo("12400000");
        assertThat(waterfall.at("/days/8/goal/amount").stringValue()).isEqualTo("178181818");
        assertThat(waterfall.at("/days/9/net").isNull()).isTrue();
        assertThat(waterfall.at("/days/29/goal/amount").stringValue()).isEqualTo("560000000");
    }

    @Test
    void a_contact_counts_once_in_180_days_however_often_it_is_recycled() {
        Api rep = stage.rep();
        clock.set(at("2027-07-01T09:00"));
        String contact = stage.mql("demo");
        again(rep, contact, "2027-07-05T09:00", "WRONG");
        assertThat(stage.handoffOf(contact).at("counted").booleanValue()).isFalse();

        again(rep, contact, "2028-01-03T09:00", "WRONG");

        assertThat(stage.handoffOf(contact).at("counted").booleanValue()).isTrue();
        JsonNode july = report(api, "2027-07-01", "2027-07-31").get("waterfall");
        assertThat(july.get("leads").longValue()).isEqualTo(1);
        assertThat(july.at("/net/amount").stringValue()).isEqualTo("10000000");
    }

    @Test
    void a_contract_changed_for_the_next_month_leaves_the_months_before_as_they_were_promised() {
        stage.rep();
        clock.set(at("2029-09-03T09:00"));
        stage.agree(goal("600000000", "0.4"), "2029-09-03");
        clock.set(at("2029-10-15T09:00"));
        stage.mql("demo");
        JsonNode before = report(api, "2029-10-01", "2029-10-31");
        assertThat(before.at("/waterfall/goal/amount").stringValue()).isEqualTo("240000000");

        stage.agree(goal("1500000000", "0.4"), "2029-11-01");
        clock.set(at("2029-11-05T09:00"));

        JsonNode after = report(api, "2029-10-01", "2029-10-31");
        assertThat(after.at("/waterfall/goal")).isEqualTo(before.at("/waterfall/goal"));
        assertThat(after.at("/waterfall/types")).isEqualTo(before.at("/waterfall/types"));
        assertThat(after.get("slaVersion")).isEqualTo(before.get("slaVersion"));
        assertThat(report(api, "2029-11-01", "2029-11-30")
                        .at("/waterfall/goal/amount")
                        .stringValue())
                .isEqualTo("600000000");
    }

    @Test
    void a_closed_month_keeps_the_value_and_the_names_of_its_lead_types() {
        stage.rep();
        clock.set(at("2030-03-04T09:00"));
        stage.mql("demo");
        JsonNode march = report(api, "2030-03-01", "2030-03-31").at("/waterfall/types");
        JsonNode types = json("""
                [{"code":"CALL","name":"Gọi đến","tier":"A","closeRate":0.5,
                  "averageSale":{"amount":"90000000","currency":"VND"},"sources":[]}]""");

        JsonNode before = api.get("/api/slas/" + stage.sla()).at("terms.leadTypes");
        stage.agree(Map.of("leadTypes", types), "2030-04-01");
        clock.set(at("2030-04-01T09:00"));
        String contact = stage.mql("demo");

        assertThat(report(api, "2030-03-01", "2030-03-31").at("/waterfall/types"))
                .isEqualTo(march);
        assertThat(only(march, "code", "DEMO").at("/value/amount").stringValue())
                .isEqualTo("10000000");
        assertThat(stage.handoffOf(contact).json("leadValue.amount")).isEqualTo("45000000");
        stage.agree(Map.of("leadTypes", before), "2030-05-01");
    }

    @Test
    void a_version_that_begins_within_a_month_changes_the_promise_of_the_days_from_there_on() {
        clock.set(at("2031-08-01T09:00"));
        stage.agree(goal("210000000", "1"), "2031-08-01");
        clock.set(at("2031-08-13T09:00"));
        JsonNode before = report(api, "2031-08-01", "2031-08-31").at("/waterfall/days");

        stage.agree(goal("420000000", "1"), "2031-08-18");

        // 21 working days, eleven of them before the 18th.
        JsonNode waterfall = report(api, "2031-08-01", "2031-08-31").get("waterfall");
        assertThat(waterfall.at("/goal/amount").stringValue()).isEqualTo("310000000");
        for (int day = 0; day < 17; day++) {
            assertThat(waterfall.at("/days/" + day + "/goal")).isEqualTo(before.at("/" + day + "/goal"));
        }
    }

    @Test
    void a_contract_that_cannot_be_kept_is_refused_with_every_fault() {
        String path = "/api/slas/" + sla(api);
        String etag = api.get(path).etag();

        Answer refused = api.patch(path, etag, json("""
                        {"terms":{"remindAt":1.5,"tiers":[
                          {"tier":"A","name":"A","touchWithin":{"minutes":0},"acceptWithin":{"days":1}}]}}""")).expect(400);

        assertThat(StreamSupport.stream(refused.at("errors").spliterator(), false)
                        .map(error -> error.get("field").asString("")))
                .contains("terms.remindAt", "terms.tiers", "terms.tiers[0].touchWithin");
        api.patch(path, etag, json("{\"terms\":{\"tiers\":null}}")).expect(400);
        api.patch(path, etag, json("{\"terms\":{\"tears\":[]}}")).expect(400);
    }

    @Test
    void a_period_must_make_sense() {
        String path = "/api/slas/" + sla(api) + "/report";

        api.get(path + "?from=2027-02-01&to=2027-01-01").expect(400);
        api.get(path + "?from=2000-01-01&to=2027-01-01").expect(400);
        api.get(path + "?from=yesterday").expect(400);
        assertThat(api.get(path).expect(200).json("from")).isEqualTo("2026-11-01");
        api.scopes("contacts:read").get(path).expect(403);
    }

    private static Map<String, Object> goal(String target, String share) {
        return Map.of(
                "goal",
                Map.of(
                        "revenueTarget",
                        Map.of("amount", target, "currency", "VND"),
                        "marketingShare",
                        new BigDecimal(share)));
    }

    private void again(Api rep, String contact, String when, String note) {
        clock.set(at(when));
        api.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "LEAD", "reason", note))
                .expect(200);
        stage.catchUp();
        api.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", "MQL"))
                .expect(200);
        stage.catchUp();
        assertThat(stage.repOf(contact)).isEqualTo(rep.memberId());
    }

    private static void open(Api viewer, JsonNode figures) {
        figures.get("filters").properties().forEach(entry -> {
            JsonNode figure = figures.get(entry.getKey());
            long expected = entry.getKey().equals("compliance")
                    ? figures.get("met").longValue() + figures.get("breached").longValue()
                    : figure.longValue();
            opens(viewer, entry.getValue(), expected);
        });
    }

    private static void opens(Api viewer, JsonNode filter, long figure) {
        Answer rows = list(viewer, filter);
        assertThat(rows.at("items").size())
                .as(filter.toString())
                .isEqualTo(rows.at("total").intValue());
        assertThat(rows.at("total").longValue() + rows.at("hidden").longValue())
                .as(filter.toString())
                .isEqualTo(figure);
    }

    private static Answer list(Api viewer, JsonNode filter) {
        String encoded = URLEncoder.encode(filter.toString(), StandardCharsets.UTF_8);
        return viewer.get("/api/handoffs?count=true&limit=200&filter=" + encoded)
                .expect(200);
    }

    private JsonNode report(Api viewer, String from, String to) {
        return viewer.get("/api/slas/" + sla(viewer) + "/report?from=" + from + "&to=" + to)
                .expect(200)
                .json();
    }

    private static String sla(Api viewer) {
        return viewer.get("/api/slas").expect(200).json("items.0.id");
    }

    private static JsonNode only(JsonNode rows, String field, String value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.get(field).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row with " + field + " " + value + " in " + rows));
    }

    private static Map<String, Long> figures(JsonNode figures) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String name : List.of("handedOver", "accepted", "rejected", "met", "breached", "pending")) {
            values.put(name, figures.get(name).longValue());
        }
        return values;
    }

    private static Map<String, Long> counts(
            long handedOver, long accepted, long rejected, long met, long breached, long pending) {
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("handedOver", handedOver);
        values.put("accepted", accepted);
        values.put("rejected", rejected);
        values.put("met", met);
        values.put("breached", breached);
        values.put("pending", pending);
        return values;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Instant at(String localTime) {
        return Instant.parse(localTime + ":00Z").minus(Duration.ofHours(7));
    }
}
