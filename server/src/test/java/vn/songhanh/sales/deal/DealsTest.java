package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class DealsTest {

    @Autowired
    Api api;

    @Autowired
    TestClock clock;

    Sale sale;

    @BeforeEach
    void the_owner_sells() {
        sale = new Sale(api);
    }

    @Test
    void a_deal_starts_open_in_the_first_stage_with_whoever_opens_it() {
        Api.Answer deal =
                api.post("/api/deals", Map.of("name", "  Sữa học đường ")).expect(201);
        assertThat(deal.json("name")).isEqualTo("Sữa học đường");
        assertThat(deal.json("status")).isEqualTo("OPEN");
        assertThat(deal.json("stageId")).isEqualTo(sale.stages().getFirst());
        assertThat(deal.json("ownerId")).isEqualTo(api.memberId().toString());
        assertThat(deal.header("Location")).isEqualTo("/api/deals/" + deal.json("id"));
        assertThat(deal.etag()).isEqualTo("\"1\"");
    }

    @Test
    void a_call_about_a_deal_stands_with_the_deal_and_with_those_who_took_part() {
        String mai = sale.contact("Mai", "LEAD");
        String deal = api.post("/api/deals", Map.of("name", "Gọi đi", "contactIds", List.of(mai)))
                .expect(201)
                .json("id");
        api.post("/api/deals/" + deal + "/timeline", Map.of("kind", "CALL", "text", "Chốt giá thứ Hai"))
                .expect(201);

        assertThat(api.get("/api/deals/" + deal + "/timeline").expect(200).json("items.0.text"))
                .isEqualTo("Chốt giá thứ Hai");
        assertThat(api.get("/api/contacts/" + mai + "/timeline")
                        .expect(200)
                        .at("items")
                        .valueStream()
                        .map(entry -> entry.at("/text").asString("")))
                .contains("Chốt giá thứ Hai");
        assertThat(api.get("/api/contacts/" + mai).expect(200).json("lastActivityAt"))
                .isNotNull();
        Api reader = api.scopes("contacts:read");
        assertThat(reader.get("/api/contacts/" + mai + "/timeline").expect(200).body())
                .as("who may not see the deal hears of the call, and not what was said")
                .contains("CALL")
                .doesNotContain("Chốt giá thứ Hai");
        Api viewer = api.as(Role.VIEWER);
        viewer.post("/api/deals/" + deal + "/timeline", Map.of("kind", "NOTE", "text", "không"))
                .expect(403);
    }

    @Test
    void who_changed_what_of_a_deal_is_told_to_whoever_may_see_it() {
        Api.Answer deal = api.post("/api/deals", Map.of("name", "Bút bi")).expect(201);
        String path = "/api/deals/" + deal.json("id");
        api.patch(path, deal.etag(), Map.of("nextStep", "Gửi mẫu")).expect(200);

        Api.Answer history = api.get(path + "/history").expect(200);
        assertThat(history.json("items.0.action")).isEqualTo("updated");
        assertThat(history.json("items.0.after.nextStep")).isEqualTo("Gửi mẫu");
        assertThat(history.json("items.1.action")).isEqualTo("created");
        api.as(Role.OUTSIDE_REP).get(path + "/history").expect(404);
    }

    @Test
    void the_same_idempotency_key_opens_one_deal() {
        Api once = api.with("Idempotency-Key", Ids.next().toString());
        Map<String, String> input = Map.of("name", "Một lần thôi");
        String first = once.post("/api/deals", input).expect(201).json("id");
        assertThat(once.post("/api/deals", input).expect(201).json("id")).isEqualTo(first);
        once.post("/api/deals", Map.of("name", "Khác")).expect(409);
    }

    @Test
    void what_is_wrong_with_a_deal_is_told_at_once() {
        Api.Answer refused = api.post(
                        "/api/deals",
                        Map.of(
                                "name",
                                " ",
                                "amount",
                                Map.of("amount", "-1", "currency", "VND"),
                                "nextStep",
                                "x".repeat(201)))
                .expect(400);
        assertThat(Sale.texts(refused.at("errors"), "field")).contains("name", "amount.amount", "nextStep");
        api.post("/api/deals", Map.of("name", "x", "colour", "red")).expect(400);
        api.post("/api/deals", Map.of("name", "x", "stageId", Ids.next().toString()))
                .expect(400);
        api.post(
                        "/api/deals",
                        Map.of("name", "x", "contactIds", List.of(Ids.next().toString())))
                .expect(400);
        api.post("/api/deals", Map.of("name", "x", "ownerId", Ids.next().toString()))
                .expect(400);
        api.post("/api/deals", Map.of("name", "x", "amount", Map.of("amount", "1.5", "currency", "VND")))
                .expect(400);
    }

    @Test
    void an_edit_needs_the_version_that_it_was_made_on() {
        String deal = sale.deal("Sữa học đường", "");
        api.send("PATCH", "/api/deals/" + deal, Map.of("nextStep", "Gọi lại")).expect(428);
        Api.Answer edited = api.patch("/api/deals/" + deal, 1, Map.of("nextStep", "Gọi lại"))
                .expect(200);
        assertThat(edited.json("nextStep")).isEqualTo("Gọi lại");
        assertThat(edited.json("amount.amount")).isEqualTo("150000000");
        Api.Answer stale = api.patch("/api/deals/" + deal, 1, Map.of("nextStep", "Gửi báo giá"))
                .expect(412);
        assertThat(stale.json("current.nextStep")).isEqualTo("Gọi lại");
        assertThat(api.patch("/api/deals/" + deal, 2, "{\"nextStep\":null,\"amount\":null}")
                        .expect(200)
                        .at("amount")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_stage_is_changed_by_moving_and_not_by_editing() {
        String deal = sale.deal("Sữa học đường", "");
        api.patch("/api/deals/" + deal, 1, Map.of("stageId", sale.stages().get(2)))
                .expect(400);
    }

    @Test
    void a_deal_moves_and_its_way_is_kept() {
        String deal = sale.deal("Sữa học đường", "");
        clock.advance(Duration.ofDays(3));
        Api.Answer moved = api.post(
                        "/api/deals/" + deal + "/move",
                        Map.of("stageId", sale.stages().get(3)))
                .expect(200);
        assertThat(moved.json("stageId")).isEqualTo(sale.stages().get(3));
        assertThat(moved.at("daysInStage").asInt()).isZero();
        sale.win(deal).expect(200);
        assertThat(Sale.texts(api.get("/api/deals/" + deal + "/moves").at("items"), "kind"))
                .containsExactly("WON", "MOVED", "OPENED");
    }

    @Test
    void dragging_a_card_into_the_care_after_the_sale_asks_to_win_it() {
        String deal = sale.deal("Sữa học đường", "");
        Api.Answer refused = api.post(
                        "/api/deals/" + deal + "/move",
                        Map.of("stageId", sale.stages().getLast()))
                .expect(409);
        assertThat(refused.json("type")).endsWith("win-to-enter");
        assertThat(sale.win(deal).expect(200).json("stageId"))
                .isEqualTo(sale.stages().getLast());
    }

    @Test
    void a_deal_changes_its_pipeline_by_moving_to_a_stage_of_another() {
        Api.Answer other = api.post(
                        "/api/pipelines",
                        Map.of(
                                "name",
                                "Bán lẻ",
                                "stages",
                                List.of(
                                        Map.of("name", "Hỏi giá", "probability", 20),
                                        Map.of("name", "Sau bán", "kind", "AFTER_SALES", "probability", 100))))
                .expect(201);
        String deal = sale.deal("Sữa học đường", "");
        Api.Answer moved = api.post("/api/deals/" + deal + "/move", Map.of("stageId", other.json("stages.0.id")))
                .expect(200);
        assertThat(moved.json("pipelineId")).isEqualTo(other.json("id"));
        assertThat(moved.json("stageId")).isEqualTo(other.json("stages.0.id"));
        assertThat(sale.win(deal).expect(200).json("stageId")).isEqualTo(other.json("stages.1.id"));
        assertThat(sale.reopen(deal).expect(200).json("stageId")).isEqualTo(other.json("stages.0.id"));
    }

    @Test
    void a_reopened_deal_stands_where_it_was_closed() {
        String deal = sale.deal("Sữa học đường", "");
        api.post("/api/deals/" + deal + "/move", Map.of("stageId", sale.stages().get(2)))
                .expect(200);
        sale.win(deal).expect(200);
        Api.Answer reopened = sale.reopen(deal).expect(200);
        assertThat(reopened.json("status")).isEqualTo("OPEN");
        assertThat(reopened.json("stageId")).isEqualTo(sale.stages().get(2));
        assertThat(reopened.at("closedAt").isNull()).isTrue();
        sale.reopen(deal).expect(409);
    }

    @Test
    void a_second_click_on_won_says_that_it_is_closed_already() {
        String deal = sale.deal("Sữa học đường", "");
        sale.win(deal).expect(200);
        Api.Answer again = sale.win(deal).expect(409);
        assertThat(again.json("type")).endsWith("deal-already-closed");
        assertThat(again.body().split("\"status\""))
                .as("RFC 9457 has one status")
                .hasSize(2);
        assertThat(again.json("dealStatus")).isEqualTo("WON");
        assertThat(sale.lose(deal, "TIMING").expect(409).json("type")).endsWith("deal-already-closed");
    }

    @Test
    void of_many_who_close_a_deal_at_once_one_does() throws Exception {
        String deal = sale.deal("Ai nhanh hơn", "", sale.contact("Nguyễn Thị Hoa"));
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService reps = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                boolean wins = i % 2 == 0;
                answers.add(reps.submit(() -> (wins ? sale.win(deal) : sale.lose(deal, "TIMING")).status()));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(api.get("/api/deals/" + deal + "/moves").at("items").size()).isEqualTo(2);
    }

    @Test
    void losing_needs_a_reason_that_exists() {
        String deal = sale.deal("Sữa học đường", "");
        api.post("/api/deals/" + deal + "/lose", Map.of()).expect(400);
        Api.Answer refused = sale.lose(deal, "MOOD").expect(400);
        assertThat(refused.json("errors.0.field")).isEqualTo("reason");
        assertThat(sale.lose(deal, "TIMING").expect(200).json("lostNote")).isEqualTo("khách nói vậy");
        assertThat(Sale.texts(api.get("/api/deals/loss-reasons").at("items"), "code"))
                .contains("TIMING", "NOT_ICP");
    }

    @Test
    void a_deleted_deal_is_gone_until_it_is_restored() {
        String deal = sale.deal("Sữa học đường", "");
        api.delete("/api/deals/" + deal).expect(204);
        api.get("/api/deals/" + deal).expect(404);
        sale.win(deal).expect(404);
        assertThat(Sale.texts(api.get("/api/deals?deleted=true").at("items"), "id"))
                .contains(deal);
        api.post("/api/deals/" + deal + "/restore", null).expect(200);
        api.get("/api/deals/" + deal).expect(200);
    }

    @Test
    void lists_are_filtered_sorted_counted_and_paged_by_cursor() {
        String tag = "lô " + Ids.next();
        for (int i = 1; i <= 5; i++) {
            api.post(
                            "/api/deals",
                            Map.of("name", "Đơn " + i, "tags", List.of(tag), "amount", Map.of("amount", i * 1000)))
                    .expect(201);
        }
        String filter = "filter="
                + java.net.URLEncoder.encode(
                        "{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag + "\"}",
                        java.nio.charset.StandardCharsets.UTF_8);
        Api.Answer first =
                api.get("/api/deals?sort=-amount&limit=3&count=true&" + filter).expect(200);
        assertThat(Sale.texts(first.at("items"), "name")).containsExactly("Đơn 5", "Đơn 4", "Đơn 3");
        assertThat(first.at("total").asInt()).isEqualTo(5);
        Api.Answer rest = api.get("/api/deals?sort=-amount&limit=3&" + filter + "&cursor=" + first.json("nextCursor"))
                .expect(200);
        assertThat(Sale.texts(rest.at("items"), "name")).containsExactly("Đơn 2", "Đơn 1");
        assertThat(rest.at("nextCursor").isNull()).isTrue();
        api.get("/api/deals?sort=colour").expect(400);
        api.get("/api/deals?cursor=xyz").expect(400);
        api.get("/api/deals?limit=0").expect(400);
        for (String sort : List.of(
                "name",
                "-name",
                "createdAt",
                "updatedAt",
                "openedAt",
                "-stageSince",
                "closedAt",
                "expectedCloseDate")) {
            Api.Answer page =
                    api.get("/api/deals?limit=2&sort=" + sort + "&" + filter).expect(200);
            api.get("/api/deals?limit=2&sort=" + sort + "&" + filter + "&cursor=" + page.json("nextCursor"))
                    .expect(200);
        }
    }

    @Test
    void deals_are_found_without_accents() {
        String deal = sale.deal("Đặng gia trang " + Ids.next(), "");
        assertThat(Sale.texts(api.get("/api/deals?q=dang+gia").expect(200).at("items"), "id"))
                .contains(deal);
        assertThat(Sale.texts(api.get("/api/deals?q=gi+da").expect(200).at("items"), "id"))
                .contains(deal);
    }

    @Test
    void contacts_and_companies_can_be_asked_for_their_deals() {
        String hoa = sale.contact("Nguyễn Thị Hoa");
        String binh = sale.contact("Trần Văn Bình");
        String company = sale.company("Công ty Minh Phát");
        sale.win(sale.deal("Đơn thắng", company, hoa)).expect(200);
        sale.deal("Đơn mở", "", binh);
        String won = java.net.URLEncoder.encode(
                "{\"all\":[{\"field\":\"deals.status\",\"op\":\"eq\",\"value\":\"WON\"},"
                        + "{\"field\":\"deals.amount\",\"op\":\"gte\",\"value\":150000000}]}",
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Sale.texts(
                        api.get("/api/contacts?limit=200&filter=" + won)
                                .expect(200)
                                .at("items"),
                        "id"))
                .contains(hoa)
                .doesNotContain(binh);
        assertThat(Sale.texts(
                        api.get("/api/companies?limit=200&filter=" + won)
                                .expect(200)
                                .at("items"),
                        "id"))
                .contains(company);
        String nobody = sale.contact("Lê Không Đơn");
        String notWon = java.net.URLEncoder.encode(
                "{\"field\":\"deals.status\",\"op\":\"ne\",\"value\":\"WON\"}",
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Sale.texts(
                        api.get("/api/contacts?limit=200&filter=" + notWon)
                                .expect(200)
                                .at("items"),
                        "id"))
                .as("who has a deal that is so")
                .contains(binh)
                .doesNotContain(hoa, nobody);
    }

    @Test
    void a_rep_sees_his_own_deals_a_lead_his_teams_and_the_owner_all() {
        Api lan = api.as("Lan", Role.INSIDE_REP, "Miền Bắc");
        Api minh = api.as("Minh", Role.OUTSIDE_REP, "Miền Bắc");
        Api lead = api.as("Trưởng Bắc", Role.SALES_MANAGER, "Miền Bắc");
        Api south = api.as("Trưởng Nam", Role.SALES_MANAGER, "Miền Nam");
        String deal = new Sale(lan).deal("Đơn của Lan", "");
        lan.get("/api/deals/" + deal).expect(200);
        lead.get("/api/deals/" + deal).expect(200);
        api.get("/api/deals/" + deal).expect(200);
        for (Api stranger : List.of(minh, south)) {
            stranger.get("/api/deals/" + deal).expect(404);
            stranger.patch("/api/deals/" + deal, 1, Map.of("name", "của tôi")).expect(404);
            stranger.delete("/api/deals/" + deal).expect(404);
            for (String verb : List.of("win", "reopen", "recycle", "restore")) {
                stranger.post("/api/deals/" + deal + "/" + verb, null).expect(404);
            }
            stranger.post("/api/deals/" + deal + "/lose", Map.of("reason", "TIMING"))
                    .expect(404);
            stranger.post(
                            "/api/deals/" + deal + "/move",
                            Map.of("stageId", sale.stages().get(1)))
                    .expect(404);
            stranger.get("/api/deals/" + deal + "/moves").expect(404);
            assertThat(Sale.texts(stranger.get("/api/deals").at("items"), "id")).doesNotContain(deal);
            assertThat(stranger.get("/api/deals/board").expect(200).body()).doesNotContain(deal);
        }
    }

    @Test
    void what_is_seen_but_may_not_be_done_is_forbidden_and_the_record_says_so() {
        String deal = new Sale(api.as("Lan", Role.INSIDE_REP, "Miền Bắc")).deal("Đơn của Lan", "");
        Api marketer = api.as(Role.MARKETER);
        Api.Answer read = marketer.get("/api/deals/" + deal).expect(200);
        assertThat(read.at("can.edit").asBoolean()).isFalse();
        marketer.post("/api/deals/" + deal + "/win", null).expect(403);
        marketer.post("/api/deals", Map.of("name", "x")).expect(403);
        Api lan = api.as("Lan", Role.INSIDE_REP, "Miền Bắc");
        assertThat(lan.get("/api/deals/" + deal).at("can.win").asBoolean()).isTrue();
        assertThat(lan.get("/api/deals/" + deal).at("can.delete").asBoolean()).isFalse();
        lan.delete("/api/deals/" + deal).expect(403);
    }

    @Test
    void a_rep_gives_no_deal_to_others_and_takes_no_contact_that_he_cannot_see() {
        Api lan = api.as("Lan", Role.INSIDE_REP, "Miền Bắc");
        Api minh = api.as("Minh", Role.OUTSIDE_REP, "Miền Bắc");
        lan.post("/api/deals", Map.of("name", "x", "ownerId", minh.memberId().toString()))
                .expect(403);
        String his = new Sale(minh).contact("Khách của Minh");
        lan.post("/api/deals", Map.of("name", "x", "contactIds", List.of(his))).expect(400);
    }

    @Test
    void names_of_people_whom_the_viewer_may_not_see_stay_hidden() {
        Api minh = api.as("Minh", Role.OUTSIDE_REP, "Miền Bắc");
        String secret = sale.contact("Khách Bí Mật");
        String deal = sale.deal("Đơn chung", "", secret);
        api.patch("/api/deals/" + deal, 1, Map.of("ownerId", minh.memberId().toString()))
                .expect(200);
        Api.Answer read = minh.get("/api/deals/" + deal).expect(200);
        assertThat(read.body()).doesNotContain("Bí Mật");
        assertThat(api.get("/api/deals/" + deal).json("contacts.0.fullName")).isEqualTo("Khách Bí Mật");
        minh.patch("/api/deals/" + deal, 2, Map.of("nextStep", "Gọi")).expect(200);
    }
}
