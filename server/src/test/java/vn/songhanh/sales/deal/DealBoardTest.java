package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;

@SongHanhTest
class DealBoardTest {

    @Autowired
    Api api;

    @Autowired
    TestClock clock;

    Sale sale;
    String tag;

    @BeforeEach
    void a_board_of_its_own() {
        sale = new Sale(api);
        tag = "bảng " + Ids.next();
    }

    @Test
    void columns_hold_count_sum_and_weighted_sum() {
        deal("A", 100_000_000, 0);
        deal("B", 200_000_000, 0);
        deal("C", 80_000_000, 4);
        JsonNode first = column(0);
        assertThat(first.path("count").asInt()).isEqualTo(2);
        assertThat(first.path("sums").path(0).path("amount").asString()).isEqualTo("300000000");
        assertThat(first.path("weighted").path(0).path("amount").asString()).isEqualTo("30000000");
        assertThat(column(4).path("weighted").path(0).path("amount").asString()).isEqualTo("72000000");
        assertThat(column(1).path("count").asInt()).isZero();
    }

    @Test
    void a_deal_itself_says_what_it_weighs_while_it_is_open() {
        String id = deal("A", 80_000_001, 4);

        assertThat(api.get("/api/deals/" + id).json("weighted.amount")).isEqualTo("72000001");
        assertThat(api.get("/api/deals?filter="
                                + java.net.URLEncoder.encode(
                                        "{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag + "\"}",
                                        java.nio.charset.StandardCharsets.UTF_8))
                        .json("items.0.weighted.amount"))
                .isEqualTo("72000001");
        assertThat(sale.win(id).expect(200).at("weighted").isNull()).isTrue();
    }

    @Test
    void the_dearest_deals_that_there_can_be_are_summed_too() {
        deal("A", 999_999_999_999_999L, 0);
        deal("B", 999_999_999_999_999L, 0);

        assertThat(column(0).path("sums").path(0).path("amount").asString()).isEqualTo("1999999999999998");
        api.post("/api/deals", Map.of("name", "C", "amount", Map.of("amount", "1000000000000000")))
                .expect(400);
    }

    @Test
    void currencies_are_summed_apart() {
        deal("Đồng", 1_000_000, 0);
        api.post(
                        "/api/deals",
                        Map.of(
                                "name",
                                "Đô",
                                "tags",
                                List.of(tag),
                                "amount",
                                Map.of("amount", "10.50", "currency", "USD")))
                .expect(201);
        assertThat(Sale.texts(column(0).path("sums"), "currency")).containsExactlyInAnyOrder("VND", "USD");
    }

    @Test
    void what_was_won_stands_in_the_last_column_outside_the_forecast_and_what_was_lost_nowhere() {
        sale.win(deal("Thắng", 5_000_000, 1)).expect(200);
        sale.lose(deal("Thua", 7_000_000, 1), "TIMING").expect(200);
        JsonNode care = column(5);
        assertThat(care.path("kind").asString()).isEqualTo("AFTER_SALES");
        assertThat(Sale.texts(care.path("cards"), "name")).containsExactly("Thắng");
        assertThat(care.path("weighted").isEmpty()).isTrue();
        assertThat(column(1).path("count").asInt()).isZero();
    }

    @Test
    void a_card_knows_its_people_and_whether_it_is_rotting() {
        String company = sale.company("Công ty Minh Phát");
        String hoa = sale.contact("Nguyễn Thị Hoa");
        api.post(
                        "/api/deals",
                        Map.of(
                                "name",
                                "Sữa",
                                "tags",
                                List.of(tag),
                                "companyId",
                                company,
                                "contactIds",
                                List.of(hoa),
                                "nextStep",
                                "Gửi báo giá"))
                .expect(201);
        JsonNode fresh = column(0).path("cards").path(0);
        assertThat(fresh.path("companyName").asString()).isEqualTo("Công ty Minh Phát");
        assertThat(fresh.path("contacts").path(0).path("fullName").asString()).isEqualTo("Nguyễn Thị Hoa");
        assertThat(fresh.path("nextStep").asString()).isEqualTo("Gửi báo giá");
        assertThat(fresh.path("rotting").asBoolean()).isFalse();
        clock.advance(Duration.ofDays(15));
        JsonNode old = column(0).path("cards").path(0);
        assertThat(old.path("daysInStage").asInt()).isEqualTo(15);
        assertThat(old.path("rotting").asBoolean()).isTrue();
    }

    @Test
    void a_long_column_goes_on_in_the_list() {
        for (int i = 1; i <= 5; i++) {
            deal("Đơn " + i, 1_000, 2);
            clock.advance(Duration.ofMinutes(1));
        }
        JsonNode board = api.get("/api/deals/board?limit=2&filter=" + tagged())
                .expect(200)
                .json();
        JsonNode column = board.path("columns").path(2);
        assertThat(column.path("count").asInt()).isEqualTo(5);
        assertThat(Sale.texts(column.path("cards"), "name")).containsExactly("Đơn 5", "Đơn 4");
        String more = encoded("{\"all\":[{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag
                + "\"},{\"field\":\"stageId\",\"op\":\"eq\",\"value\":\""
                + sale.stages().get(2) + "\"}]}");
        Api.Answer rest = api.get("/api/deals?sort=-stageSince&limit=2&filter=" + more + "&cursor="
                        + column.path("nextCursor").asString())
                .expect(200);
        assertThat(Sale.texts(rest.at("items"), "name")).containsExactly("Đơn 3", "Đơn 2");
    }

    @Test
    void there_is_a_board_for_each_pipeline() {
        String pipeline = api.get("/api/pipelines").json("items.0.id");
        api.get("/api/deals/board?pipelineId=" + pipeline).expect(200);
        api.get("/api/deals/board?pipelineId=" + Ids.next()).expect(404);
    }

    private String deal(String name, long amount, int stage) {
        return api.post(
                        "/api/deals",
                        Map.of(
                                "name",
                                name,
                                "tags",
                                List.of(tag),
                                "stageId",
                                sale.stages().get(stage),
                                "amount",
                                Map.of("amount", amount, "currency", "VND")))
                .expect(201)
                .json("id");
    }

    private JsonNode column(int index) {
        return api.get("/api/deals/board?filter=" + tagged())
                .expect(200)
                .json()
                .path("columns")
                .path(index);
    }

    private String tagged() {
        return encoded("{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag + "\"}");
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
