package vn.songhanh.alignment.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
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

@AlignmentTest
class SlaAgreementTest {

    private static final Map<String, Object> NAME = Map.of("name", "Cam kết quý sau");

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @Autowired
    TestClock clock;

    private String path = "";

    @BeforeEach
    void begin() {
        stage.clear();
        path = "/api/slas/" + stage.sla();
    }

    @AfterEach
    void takeBackWhatIsOpen() {
        JsonNode open = api.get(path).at("proposal");
        if (open.isObject()) {
            api.with("If-Match", open.get("version").asString(""))
                    .post(path + "/proposals/" + open.get("id").asString("") + "/withdraw", null)
                    .expect(200);
        }
    }

    @Test
    void a_version_holds_from_its_day_on_once_both_heads_have_signed_it() {
        Api marketing = stage.hire(Role.MARKETING_MANAGER, "Marketing");
        Api sales = stage.hire(Role.SALES_MANAGER, "Sales");
        clock.set(at("2032-05-10T09:00"));
        Answer before = api.get(path);

        Answer proposed = propose(marketing, sooner("2032-06-01")).expect(200);
        assertThat(proposed.at("version")).isEqualTo(before.at("version"));
        assertThat(proposed.at("terms")).isEqualTo(before.at("terms"));
        String proposal = proposalOf(proposed);
        assertThat(sign(marketing, proposal, "1").expect(200).json("state")).isEqualTo("OPEN");
        assertThat(api.get(path).at("version")).isEqualTo(before.at("version"));
        assertThat(sign(sales, proposal, "1").expect(200).json("state")).isEqualTo("AGREED");

        String may = stage.mql("webinar");
        assertThat(stage.handoffOf(may).json("touchBy")).isEqualTo("2032-05-10T07:00:00Z");
        clock.set(at("2032-06-01T08:00"));
        String june = stage.mql("webinar");
        assertThat(stage.handoffOf(june).json("touchBy")).isEqualTo("2032-06-01T02:00:00Z");
        Answer after = api.get(path);
        assertThat(after.json("startsOn")).isEqualTo("2032-06-01");
        assertThat(after.json("standing")).isEqualTo("IN_FORCE");
        assertThat(sides(after.at("signatures"))).containsExactly("MARKETING", "SALES");
        assertThat(after.json("signatures.1.memberId"))
                .isEqualTo(sales.memberId().toString());
        Answer versions = api.get(path + "/versions");
        assertThat(versions.json("items.1.endsOn")).isEqualTo("2032-05-31");
        assertThat(versions.json("items.1.standing")).isEqualTo("ENDED");
        stage.agree(Map.of("tiers", before.at("terms.tiers")), "2032-06-01");
    }

    @Test
    void a_proposal_tells_field_by_field_what_it_changes() {
        clock.set(at("2032-07-05T09:00"));

        Answer proposed = propose(api, JsonMapper.shared().readTree("""
                        {"startsOn":"2032-08-01","terms":{"goal":{"marketingShare":0.5},"countOnceInDays":90}}""")).expect(200);

        JsonNode changes = proposed.at("proposal.changes");
        assertThat(fields(changes)).containsExactlyInAnyOrder("goal.marketingShare", "countOnceInDays");
        JsonNode days = only(changes, "countOnceInDays");
        assertThat(days.get("before").intValue()).isEqualTo(180);
        assertThat(days.get("after").intValue()).isEqualTo(90);
        assertThat(proposed.at("proposal.against")).isEqualTo(proposed.at("version"));
    }

    @Test
    void lead_types_and_reasons_are_added_renamed_ordered_and_removed_like_any_term() {
        clock.set(at("2032-07-05T09:00"));

        Answer compared =
                api.post(path + "/compare", JsonMapper.shared().readTree("""
                {"startsOn":"2032-08-01","terms":{"disputeWithinDays":3,
                 "leadTypes":[
                  {"code":"WEBINAR","name":"Hội thảo","tier":"B","closeRate":0.05,
                   "averageSale":{"amount":"40000000","currency":"VND"},"sources":["webinar","hội chợ"]},
                  {"code":"DEMO","name":"Xin báo giá","tier":"A","closeRate":0.20,
                   "averageSale":{"amount":"50000000","currency":"VND"},
                   "sources":["demo","báo giá","hỏi giá","hotline","form liên hệ","quote","contact form"]},
                  {"code":"ZALO","name":"Nhắn Zalo","tier":"A","closeRate":0.1,
                   "averageSale":{"amount":"30000000","currency":"VND"},"sources":["zalo"]},
                  {"code":"OTHER","name":"Khác","tier":"B","closeRate":0.05,
                   "averageSale":{"amount":"40000000","currency":"VND"},"sources":[]}],
                 "rejectionReasons":[
                  {"code":"DUPLICATE","name":"Trùng","deducts":false,"reroutes":false},
                  {"code":"WRONG_TERRITORY","name":"Sai địa bàn","deducts":false,"reroutes":true}]}}""")).expect(200);

        assertThat(fields(compared.at("changes")))
                .contains(
                        "leadTypes.DEMO.name",
                        "leadTypes.EBOOK",
                        "leadTypes.ZALO",
                        "leadTypes.WEBINAR.sources",
                        "leadTypes.order",
                        "rejectionReasons.DUPLICATE.deducts",
                        "rejectionReasons.BAD_CONTACT",
                        "disputeWithinDays")
                .doesNotContain("leadTypes.OTHER", "rejectionReasons.order");
        assertThat(only(compared.at("changes"), "leadTypes.ZALO")
                        .path("after")
                        .path("sources")
                        .path(0)
                        .asString(""))
                .isEqualTo("zalo");
    }

    @Test
    void words_of_the_contract_are_short_and_can_be_kept() {
        String type = """
                {"code":"OTHER","name":"%s","tier":"B","closeRate":0.05,
                 "averageSale":{"amount":"40000000","currency":"VND"},"sources":[]}""";
        for (String name : List.of("", "  ", "x".repeat(101), "a\\u0000b")) {
            Answer refused = api.post(path + "/compare", "{\"terms\":{\"leadTypes\":[" + type.formatted(name) + "]}}")
                    .expect(400);
            assertThat(refused.json("errors.0.field")).isEqualTo("terms.leadTypes[0].name");
        }
        String reason = "{\"code\":\"X\",\"name\":\"" + "x".repeat(101) + "\",\"deducts\":false,\"reroutes\":false}";
        assertThat(api.post(path + "/compare", "{\"terms\":{\"rejectionReasons\":[" + reason + "]}}")
                        .expect(400)
                        .json("errors.0.field"))
                .isEqualTo("terms.rejectionReasons[0].name");
    }

    @Test
    void what_was_agreed_still_tells_what_it_changed_and_against_which_version() {
        clock.set(at("2033-05-09T09:00"));
        String before = api.get(path).json("version");
        Answer proposed = propose(api, Map.of("name", api.get(path).json("name") + ", mới", "startsOn", "2033-06-01"))
                .expect(200);
        String proposal = proposalOf(proposed);
        for (String side : List.of("SALES", "MARKETING")) {
            api.with("If-Match", "1")
                    .post(proposal + "/sign", Map.of("side", side))
                    .expect(200);
        }

        Answer agreed = api.get(proposal).expect(200);
        assertThat(agreed.json("state")).isEqualTo("AGREED");
        assertThat(agreed.json("against")).isEqualTo(before);
        assertThat(fields(agreed.at("changes"))).containsExactly("name");
        Answer versions = api.get(path + "/versions").expect(200);
        assertThat(versions.json("items.0.against")).isEqualTo(before);
        assertThat(fields(versions.at("items.0.changes"))).containsExactly("name");
        JsonNode first = versions.at("items").get(versions.at("items").size() - 1);
        assertThat(first.path("against").isNull()).isTrue();
        assertThat(first.path("changes")).isEmpty();
    }

    @Test
    void what_would_change_can_be_seen_before_anything_is_proposed() {
        clock.set(at("2032-07-05T09:00"));

        Answer compared = api.post(path + "/compare", sooner("2032-08-01")).expect(200);

        assertThat(fields(compared.at("changes"))).contains("tiers.B.touchWithin");
        assertThat(api.get(path).at("proposal").isNull()).isTrue();
        api.post(path + "/compare", Map.of("terms", Map.of("goal", Map.of("marketingShare", 2.5))))
                .expect(400);
        stage.rep().post(path + "/compare", sooner("2032-08-01")).expect(403);
    }

    @Test
    void each_head_signs_for_his_own_side_and_the_owner_for_either() {
        Api marketing = stage.hire(Role.MARKETING_MANAGER, "Marketing");
        Api administrator = stage.hire(Role.ADMINISTRATOR, "IT");
        Api rep = stage.rep();
        clock.set(at("2032-09-06T09:00"));
        String proposal = proposalOf(propose(administrator, NAME).expect(200));

        rep.with("If-Match", "1").post(proposal + "/sign", null).expect(403);
        administrator.with("If-Match", "1").post(proposal + "/sign", null).expect(403);
        marketing
                .with("If-Match", "1")
                .post(proposal + "/sign", Map.of("side", "SALES"))
                .expect(403);
        api.with("If-Match", "1").post(proposal + "/sign", null).expect(400);
        assertThat(api.get(proposal).at("can.sign")).hasSize(2);
        assertThat(texts(marketing.get(proposal).at("can.sign"))).containsExactly("MARKETING");
        assertThat(administrator.get(proposal).at("can.sign")).isEmpty();
        sign(marketing, proposal, "1").expect(200);
        sign(marketing, proposal, "1").expect(409);
        assertThat(texts(api.get(proposal).at("can.sign"))).containsExactly("SALES");
    }

    @Test
    void a_key_of_limited_scopes_does_not_sign() {
        clock.set(at("2032-09-06T09:00"));
        String proposal = proposalOf(propose(api, NAME).expect(200));

        api.scopes("slas:read", "slas:write")
                .with("If-Match", "1")
                .post(proposal + "/sign", Map.of("side", "SALES"))
                .expect(403);
    }

    @Test
    void editing_takes_the_signatures_away_and_nobody_signs_a_text_he_has_not_seen() {
        Api marketing = stage.hire(Role.MARKETING_MANAGER, "Marketing");
        Api sales = stage.hire(Role.SALES_MANAGER, "Sales");
        clock.set(at("2032-10-04T09:00"));
        String proposal = proposalOf(propose(marketing, NAME).expect(200));
        sign(marketing, proposal, "1").expect(200);

        Answer edited =
                sales.patch(proposal, "1", Map.of("name", "Cam kết khác")).expect(200);

        assertThat(edited.at("signatures")).isEmpty();
        assertThat(edited.json("version")).isEqualTo("2");
        sign(sales, proposal, "1").expect(412);
        sales.post(proposal + "/sign", null).expect(428);
        marketing.patch(proposal, "1", NAME).expect(412);
        assertThat(notices(marketing)).anyMatch(text -> text.contains("chờ bạn ký"));
    }

    @Test
    void the_other_head_hears_that_a_signature_is_waited_for_and_both_that_it_is_agreed() {
        Api marketing = stage.hire(Role.MARKETING_MANAGER, "Marketing");
        Api sales = stage.hire(Role.SALES_MANAGER, "Sales");
        clock.set(at("2032-11-01T09:00"));

        String proposal = proposalOf(propose(marketing, Map.of("name", "Cam kết cuối năm", "startsOn", "2032-12-01"))
                .expect(200));
        assertThat(notices(sales)).anyMatch(text -> text.contains("01/12/2032, chờ bạn ký"));
        assertThat(notices(marketing)).isEmpty();
        sign(marketing, proposal, "1").expect(200);
        sign(sales, proposal, "1").expect(200);

        assertThat(notices(marketing)).anyMatch(text -> text.contains("đủ hai chữ ký"));
        assertThat(StreamSupport.stream(
                                api.get("/api/audit?recordId=" + stage.sla())
                                        .at("items")
                                        .spliterator(),
                                false)
                        .filter(line -> line.get("at").asString("").startsWith("2032-11-01"))
                        .map(line -> line.get("action").asString("")))
                .containsExactly("agreed", "signed", "signed", "proposed");
    }

    @Test
    void nobody_agrees_on_anything_for_days_that_are_over() {
        clock.set(at("2033-01-10T09:00"));
        propose(api, Map.of("name", "Muộn rồi", "startsOn", "2033-01-09")).expect(400);
        propose(api, Map.of("name", "Xa quá", "startsOn", "2099-01-01")).expect(400);
        String proposal = proposalOf(propose(api, Map.of("name", "Hôm nay", "startsOn", "2033-01-10"))
                .expect(200));
        api.with("If-Match", "1")
                .post(proposal + "/sign", Map.of("side", "SALES"))
                .expect(200);

        clock.set(at("2033-01-11T00:05"));

        Answer late = api.with("If-Match", "1").post(proposal + "/sign", Map.of("side", "MARKETING"));
        assertThat(late.expect(409).json("type")).contains("sla-start-passed");
        assertThat(api.get(proposal).at("late").booleanValue()).isTrue();
        assertThat(api.get(proposal).at("can.sign")).isEmpty();
    }

    @Test
    void only_one_proposal_waits_at_a_time_and_one_that_was_taken_back_cannot_be_signed() {
        clock.set(at("2033-02-07T09:00"));
        String first = proposalOf(propose(api, NAME).expect(200));
        assertThat(propose(api, Map.of("name", "Thứ hai")).expect(409).json("type"))
                .contains("sla-proposal-open");

        api.with("If-Match", "1").post(first + "/withdraw", null).expect(200);

        api.with("If-Match", "1").post(first + "/sign", Map.of("side", "SALES")).expect(409);
        propose(api, Map.of("name", "Thứ hai")).expect(200);
        propose(api, Map.of("name", api.get(path).json("name"))).expect(409);
    }

    @Test
    void of_two_who_propose_at_once_one_is_told_that_the_other_was_first() throws Exception {
        clock.set(at("2033-03-07T09:00"));
        Api marketing = stage.hire(Role.MARKETING_MANAGER, "Marketing");
        Api sales = stage.hire(Role.SALES_MANAGER, "Sales");

        List<Integer> statuses = atOnce(
                () -> propose(marketing, Map.of("name", "Của marketing")).status(),
                () -> propose(sales, Map.of("name", "Của bán hàng")).status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void a_signature_at_the_moment_of_an_edit_is_for_one_of_the_two_texts_and_never_for_the_unseen() throws Exception {
        clock.set(at("2033-04-04T09:00"));
        Api marketing = stage.hire(Role.MARKETING_MANAGER, "Marketing");
        Api sales = stage.hire(Role.SALES_MANAGER, "Sales");
        String proposal = proposalOf(propose(marketing, NAME).expect(200));

        List<Integer> statuses = atOnce(
                () -> sign(sales, proposal, "1").status(),
                () -> marketing
                        .patch(proposal, "1", Map.of("name", "Sửa vào phút chót"))
                        .status());

        assertThat(statuses.get(1)).isEqualTo(200);
        assertThat(statuses.get(0)).isIn(200, 412);
        assertThat(api.get(proposal).at("signatures")).isEmpty();
    }

    @Test
    void only_heads_propose_and_a_proposal_is_made_on_the_version_that_was_seen() {
        String etag = api.get(path).etag();

        stage.rep().patch(path, etag, NAME).expect(403);
        api.send("PATCH", path, NAME).expect(428);
        api.patch(path, "999", NAME).expect(412);
        stage.hire(Role.MARKETING_MANAGER, "Marketing").patch(path, etag, NAME).expect(200);
    }

    @Test
    void nothing_is_guessed_of_what_cannot_be_read() {
        for (String goal : List.of(
                "{\"marketingShare\":\"abc\"}",
                "{\"marketingShare\":\"\"}",
                "{\"marketingShare\":\"0,4\"}",
                "{\"marketingShare\":2.5}",
                "{\"customers\":7.5}",
                "{\"customers\":\"bảy\"}",
                "{\"revenueTarget\":{\"amount\":\"abc\",\"currency\":\"VND\"}}",
                "{\"revenueTarget\":{\"amount\":\"\",\"currency\":\"VND\"}}",
                "{\"revenueTarget\":\"600000000\"}")) {
            api.patch(path, api.get(path).etag(), "{\"terms\":{\"goal\":" + goal + "}}")
                    .expect(400);
        }
        assertThat(api.get(path).at("proposal").isNull()).isTrue();
    }

    @Test
    void the_time_to_accept_may_not_be_longer_than_the_time_to_touch() {
        JsonNode tiers = JsonMapper.shared().readTree("""
                [{"tier":"A","name":"A","touchWithin":{"minutes":15},"acceptWithin":{"minutes":30}},
                 {"tier":"B","name":"B","touchWithin":{"minutes":60},"acceptWithin":{"days":1}},
                 {"tier":"C","name":"C","touchWithin":{"days":1},"acceptWithin":{"days":2}}]""");

        Answer refused = propose(api, Map.of("terms", Map.of("tiers", tiers))).expect(400);

        assertThat(StreamSupport.stream(refused.at("errors").spliterator(), false)
                        .map(error -> error.get("field").asString("")))
                .containsExactly("terms.tiers[0].acceptWithin", "terms.tiers[2].acceptWithin");
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> started = List.of(one, other).stream()
                    .map(work -> both.submit(() -> {
                        barrier.await();
                        return work.call();
                    }))
                    .toList();
            return List.of(started.get(0).get(), started.get(1).get());
        }
    }

    private Answer propose(Api who, Object patch) {
        return who.patch(path, api.get(path).etag(), patch);
    }

    private String proposalOf(Answer contract) {
        return path + "/proposals/" + contract.json("proposal.id");
    }

    private static Answer sign(Api who, String proposal, String version) {
        return who.with("If-Match", version).post(proposal + "/sign", null);
    }

    /** Tier B touched in an hour, from that day on. */
    private static Map<String, Object> sooner(String startsOn) {
        JsonNode tiers = JsonMapper.shared().readTree("""
                [{"tier":"A","name":"A","touchWithin":{"minutes":15},"acceptWithin":{"days":1}},
                 {"tier":"B","name":"B","touchWithin":{"minutes":60},"acceptWithin":{"days":1}},
                 {"tier":"C","name":"C","touchWithin":{"days":1},"acceptWithin":{"days":1}}]""");
        return Map.of("startsOn", startsOn, "terms", Map.of("tiers", tiers));
    }

    private static List<String> fields(JsonNode changes) {
        return StreamSupport.stream(changes.spliterator(), false)
                .map(change -> change.get("field").asString(""))
                .toList();
    }

    private static JsonNode only(JsonNode changes, String field) {
        return StreamSupport.stream(changes.spliterator(), false)
                .filter(change -> change.get("field").asString("").equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> sides(JsonNode signatures) {
        return StreamSupport.stream(signatures.spliterator(), false)
                .map(signature -> signature.get("side").asString(""))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.asString(""))
                .toList();
    }

    private static List<String> notices(Api who) {
        return StreamSupport.stream(
                        who.get("/api/notices").expect(200).at("items").spliterator(), false)
                .map(notice -> notice.get("text").asString(""))
                .toList();
    }

    private static Instant at(String localTime) {
        return Instant.parse(localTime + ":00Z").minus(Duration.ofHours(7));
    }
}
