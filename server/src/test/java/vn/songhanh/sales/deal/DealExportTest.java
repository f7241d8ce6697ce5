package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.ExportedFile;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class DealExportTest {

    @Autowired
    Api api;

    @Autowired
    TestTimers timers;

    private final String tag = Ids.next().toString();
    private final String tagged = "{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag + "\"}";

    Sale sale;

    @BeforeEach
    void the_owner_sells() {
        sale = new Sale(api);
    }

    @Test
    void the_file_has_what_the_list_shows_in_its_order() {
        deal(api, "Sữa học đường", Map.of("amount", Map.of("amount", "150000000", "currency", "VND")));
        deal(api, "Đường tinh luyện", Map.of("amount", Map.of("amount", "1234.50", "currency", "USD")));
        deal(api, "Chưa có giá", Map.of("expectedCloseDate", "2026-12-31"));

        for (String sort : List.of("name", "-amount", "expectedCloseDate", "-createdAt")) {
            assertThat(exported(api, Map.of("filter", tagged, "sort", sort)).column("Tên thương vụ"))
                    .as(sort)
                    .hasSize(3)
                    .isEqualTo(listed("&sort=" + sort));
        }
        ExportedFile file = exported(
                api, Map.of("filter", tagged, "q", "duong", "sort", "-name", "columns", "name,amount,currency"));
        assertThat(file.headings()).containsExactly("Tên thương vụ", "Giá trị", "Loại tiền");
        assertThat(file.rows())
                .containsExactlyInAnyOrder(
                        List.of("Sữa học đường", "150000000", "VND"), List.of("Đường tinh luyện", "1234.5", "USD"));
        assertThat(file.column("Tên thương vụ")).isEqualTo(listed("&sort=-name&q=duong"));
        assertThat(exported(api, Map.of("filter", tagged, "columns", "expectedCloseDate"))
                        .column("Ngày chốt dự kiến"))
                .contains("31/12/2026");
    }

    @Test
    void the_weighted_value_is_that_of_the_list_in_every_currency() {
        deal(api, "Đồng", Map.of("amount", Map.of("amount", "333", "currency", "VND")));
        deal(api, "Yên", Map.of("amount", Map.of("amount", "335", "currency", "JPY")));
        deal(api, "Đô la", Map.of("amount", Map.of("amount", "3.35", "currency", "USD")));
        deal(api, "Dinar", Map.of("amount", Map.of("amount", "0.335", "currency", "KWD")));

        List<String> listed = api.get(
                        "/api/deals?sort=name&filter=" + URLEncoder.encode(tagged, StandardCharsets.UTF_8))
                .expect(200)
                .at("items")
                .valueStream()
                .map(deal -> new BigDecimal(deal.at("/weighted/amount").asString())
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
        assertThat(exported(api, Map.of("filter", tagged, "sort", "name", "columns", "weighted"))
                        .column("Giá trị theo xác suất")
                        .stream()
                        .map(cell -> new BigDecimal(cell).stripTrailingZeros().toPlainString()))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void everybody_exports_as_far_as_his_role_goes_and_sees_no_strangers_in_it() {
        Api lan = api.as("Lan " + tag, Role.SALES_MANAGER, "Đội " + tag);
        String secret = sale.contact("Người Bí Mật");
        String known = new Sale(lan).contact("Người Quen");
        deal(api, "Của chủ", Map.of());
        String shared = deal(api, "Chung", Map.of("contactIds", List.of(secret, known)));
        String etag = api.get("/api/deals/" + shared).etag();
        api.patch(
                        "/api/deals/" + shared,
                        etag.replace("\"", ""),
                        Map.of("ownerId", lan.memberId().toString()))
                .expect(200);

        ExportedFile file = exported(lan, Map.of("filter", tagged));

        assertThat(file.column("Tên thương vụ")).containsExactly("Chung");
        assertThat(file.column("Người liên quan")).containsExactly("Người Quen");
        assertThat(file.column("Email liên hệ")).containsExactly("");
        assertThat(file.answer().body()).doesNotContain("Bí Mật");
        assertThat(exported(api, Map.of("filter", tagged, "columns", "contacts"))
                        .column("Người liên quan"))
                .contains("Người Bí Mật; Người Quen");
        api.as(Role.INSIDE_REP).get("/api/exports/deals.csv").expect(403);
        api.as(Role.MARKETER).get("/api/exports/deals.csv").expect(403);
    }

    @Test
    void the_import_knows_every_column_of_the_file_again_and_finds_nothing_changed() {
        String company = sale.company("Công ty " + tag);
        String contact = sale.contact("Lê Hoa");
        String mail = api.get("/api/contacts/" + contact).json("email");
        String csv = """
                Mã,Tên,Công ty,E-mail liên hệ,Giai đoạn,Giá trị,Loại tiền,Ngày mở,Ngày đóng,Nhãn
                A-%1$s,Thắng,Công ty %1$s,%2$s,WON,1500000,VND,05/01/2026,06/02/2026,%1$s
                B-%1$s,Thua,,,LOST,99.5,USD,2026-01-05T01:02:03Z,2026-03-04T05:06:07Z,%1$s
                C-%1$s,Mở,,%2$s,%3$s,,,05/01/2026,,%1$s; gấp
                """.formatted(tag, mail, api.get("/api/pipelines").json("items.0.stages.2.name"));
        assertThat(taken(csv)).isEqualTo("3 created, 0 updated, 0 skipped, 0 failed");

        ExportedFile file = exported(api, Map.of("filter", tagged, "sort", "name"));

        assertThat(file.column("Mã thương vụ")).containsExactlyInAnyOrder("A-" + tag, "B-" + tag, "C-" + tag);
        assertThat(file.column("Giai đoạn")).contains("Thắng", "Thua");
        assertThat(file.column("Ngày mở")).contains("05/01/2026 08:02");
        assertThat(file.column("Công ty")).contains("Công ty " + tag);
        assertThat(file.column("Email liên hệ")).containsExactlyInAnyOrder(mail, mail, "");
        for (Api reader : List.of(api, api.inEnglish())) {
            ExportedFile again = exported(reader, Map.of("filter", tagged));
            assertThat(new TreeMap<>(again.guessed())).isEqualTo(new TreeMap<>(again.importable()));
            assertThat(again.imported(timers, Map.of("dryRun", "true", "duplicates", "create")))
                    .isEqualTo("3 created, 0 updated, 0 skipped, 0 failed");
            assertThat(again.imported(timers, Map.of("duplicates", "update")))
                    .isEqualTo("0 created, 0 updated, 3 skipped, 0 failed");
        }
        assertThat(company).isNotEmpty();
    }

    @Test
    void a_deal_that_no_other_system_knows_is_found_again_by_its_record_id() {
        String id = deal(api, "Không mã", Map.of());
        ExportedFile file = exported(api, Map.of("filter", tagged));

        assertThat(file.imported(timers, Map.of("duplicates", "update")))
                .isEqualTo("0 created, 0 updated, 1 skipped, 0 failed");
        assertThat(file.column("Mã bản ghi")).containsExactly(id);
        assertThat(taken("Mã bản ghi,Tên\n%s,Tên mới\n".formatted(id), Map.of("duplicates", "update")))
                .isEqualTo("0 created, 1 updated, 0 skipped, 0 failed");
        assertThat(api.get("/api/deals/" + id).json("name")).isEqualTo("Tên mới");
        assertThat(taken("Mã bản ghi,Tên\nxyz,Tên mới\n", Map.of()))
                .startsWith("0 created, 0 updated, 0 skipped, 1 failed");
    }

    @Test
    void an_amount_without_a_currency_stays_in_that_of_the_deal_that_the_row_names() {
        String id = deal(api, "Đơn châu Âu", Map.of("amount", Map.of("amount", "12.50", "currency", "EUR")));

        assertThat(taken("Mã bản ghi,Giá trị\n%s,\"13,50\"\n".formatted(id), Map.of("duplicates", "update")))
                .isEqualTo("0 created, 1 updated, 0 skipped, 0 failed");

        assertThat(taken("Mã bản ghi,Giá trị\n%s,7\n".formatted(id), Map.of("duplicates", "create")))
                .startsWith("0 created, 0 updated, 0 skipped, 1 failed");
        assertThat(api.get("/api/deals/" + id).json("name")).isEqualTo("Đơn châu Âu");
        assertThat(api.get("/api/deals/" + id).json("amount.currency")).isEqualTo("EUR");
        assertThat(api.get("/api/deals/" + id).json("amount.amount")).isEqualTo("13.50");
    }

    @Test
    void fields_that_the_company_added_stand_in_it_too() {
        String key = api.post(
                        "/api/custom-fields",
                        Map.of(
                                "kind",
                                "DEAL",
                                "key",
                                "k" + tag.replace("-", "").substring(10, 30),
                                "type",
                                "NUMBER",
                                "label",
                                Map.of("vi", "Số thùng", "en", "Boxes")))
                .expect(201)
                .json("key");
        deal(api, "Sữa", Map.of("custom", Map.of(key, 1200)));
        assertThat(exported(api, Map.of("filter", tagged)).column("Số thùng")).containsExactly("1200");
        assertThat(exported(api, Map.of("filter", tagged, "columns", "custom." + key))
                        .rows())
                .containsExactly(List.of("1200"));

        String code = "M" + tag;
        assertThat(taken("Mã thương vụ,Tên thương vụ,Số thùng,Nội dung trao đổi\n%s,Sữa chua,35,Giao buổi sáng\n"
                        .formatted(code)))
                .startsWith("1 created");
        Api.Answer found = api.get("/api/deals?q=sua%20chua").expect(200);
        String id = found.json("items.0.id");
        assertThat(found.at("items.0.custom").get(key).intValue()).isEqualTo(35);
        assertThat(api.get("/api/deals/" + id + "/timeline").json("items.0.text"))
                .isEqualTo("Giao buổi sáng");
    }

    private String taken(String csv) {
        return taken(csv, Map.of());
    }

    private String taken(String csv, Map<String, String> more) {
        return ExportedFile.written(api, "deals", csv).imported(timers, more);
    }

    private ExportedFile exported(Api reader, Map<String, String> query) {
        return ExportedFile.of(reader, "deals", query);
    }

    private List<String> listed(String more) {
        return Sale.texts(
                api.get("/api/deals?limit=200&filter=" + URLEncoder.encode(tagged, StandardCharsets.UTF_8) + more)
                        .expect(200)
                        .at("items"),
                "name");
    }

    private String deal(Api owner, String name, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("name", name);
        input.put("tags", List.of(tag));
        return owner.post("/api/deals", input).expect(201).json("id");
    }
}
