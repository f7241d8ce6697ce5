package vn.songhanh.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.contact.ContactsTest.fields;
import static vn.songhanh.contacts.contact.ContactsTest.query;
import static vn.songhanh.contacts.contact.ContactsTest.unique;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.ExportedFile;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class ContactExportTest {

    @Autowired
    Api api;

    @Autowired
    TestTimers timers;

    private final String tag = unique();
    private final String tagged = "{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag + "\"}";

    @Test
    void the_file_has_what_the_list_shows_in_its_order() {
        for (String name : List.of("Trần An", "Lê Văn Ổn", "Đỗ Thị Ánh", "Nguyễn Bình", "Phạm Ân")) {
            create(api, name, Map.of());
        }
        create(api, "Người Khác", Map.of("tags", List.of("khác")));

        for (String sort : List.of("name", "-name", "-createdAt", "createdAt", "-fullName,createdAt")) {
            ExportedFile file = exported(api, Map.of("filter", tagged, "sort", sort));
            assertThat(file.column("Họ và tên")).as(sort).hasSize(5).isEqualTo(listed("&sort=" + sort));
        }
        Answer answer = exported(api, Map.of("filter", tagged)).answer();
        assertThat(answer.body()).startsWith("\uFEFFHọ và tên,Họ và tên đệm,Tên gọi,Email,Điện thoại,");
        assertThat(answer.body()).contains("\r\n");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"lien-he-2026-11-23.csv\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(exported(api.inEnglish(), Map.of("filter", tagged)).answer().header("Content-Disposition"))
                .contains("contacts-2026-11-23.csv");
    }

    @Test
    void a_search_brings_everyone_who_matches_the_best_first() {
        String word = "Hoa" + tag.replaceAll("[^a-z]", "");
        for (int i = 0; i < 60; i++) {
            create(api, "Lê %s Số %d".formatted(word, i), Map.of());
        }
        create(api, "Trần " + word, Map.of());

        List<String> found = exported(api, Map.of("q", word)).column("Họ và tên");

        List<String> shown = new ArrayList<>();
        api.get("/api/contacts?limit=50&q=" + word)
                .at("items")
                .forEach(item -> shown.add(item.get("fullName").stringValue()));
        assertThat(found).hasSize(61).contains("Trần " + word);
        assertThat(shown).hasSize(50);
        assertThat(found).containsAll(shown);
    }

    @Test
    void a_formula_behind_another_separator_goes_out_harmless_and_comes_in_unchanged() {
        String title = "x;=cmd|'/c calc'!A0";
        create(api, "＝Hoa", Map.of("jobTitle", title, "emails", List.of(tag + "@a.vn")));

        ExportedFile file = exported(api, Map.of("filter", tagged));
        assertThat(file.column("Họ và tên")).containsExactly("'＝Hoa");
        assertThat(file.column("Chức danh")).containsExactly("x;'=cmd|'/c calc'!A0");
        assertThat(file.imported(timers, Map.of("duplicates", "update")))
                .isEqualTo("0 created, 0 updated, 1 skipped, 0 failed");
    }

    @Test
    void the_bin_is_exported_as_the_bin() {
        create(api, "Còn Đây", Map.of());
        api.delete("/api/contacts/" + create(api, "Đã Xoá", Map.of()).json("id"))
                .expect(204);

        ExportedFile bin = exported(api, Map.of("filter", tagged, "deleted", "true", "columns", "fullName,deletedAt"));

        assertThat(bin.column("Họ và tên")).containsExactly("Đã Xoá");
        assertThat(bin.column("Xoá lúc")).containsExactly("23/11/2026 09:00");
    }

    @Test
    void only_the_columns_asked_for_stand_in_it_in_the_order_asked_for() {
        create(api, "Lê Hoa", Map.of("phone", "0912345678", "emails", List.of(tag + "@a.vn", tag + "@b.vn")));

        ExportedFile file = exported(api, Map.of("filter", tagged, "columns", "phone, fullName,email"));

        assertThat(file.headings()).containsExactly("Điện thoại", "Họ và tên", "Email");
        assertThat(file.rows()).containsExactly(List.of("0912 345 678", "Lê Hoa", tag + "@a.vn; " + tag + "@b.vn"));
    }

    @Test
    void a_column_that_there_is_not_is_named() {
        Answer refused = api.get("/api/exports/contacts.csv?columns=fullName,matKhau,email,custom.khong")
                .expect(400);
        assertThat(fields(refused)).containsExactly("columns", "columns");
        assertThat(refused.json("errors.0.message")).contains("Không có cột matKhau");
        assertThat(refused.json("errors.1.message")).contains("custom.khong");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        api.get("/api/exports/contacts.csv?sort=secret").expect(400);
        api.get("/api/exports/contacts.csv?filter=%7B").expect(400);
    }

    @Test
    void without_rows_the_file_has_its_header_alone() {
        ExportedFile nothing = exported(api, Map.of("filter", tagged));
        assertThat(nothing.headings()).contains("Họ và tên");
        assertThat(nothing.rows()).isEmpty();
    }

    @Test
    void everybody_exports_as_far_as_his_role_goes_and_no_further() {
        Api lan = api.as("Lan " + tag, Role.SALES_MANAGER, "Đội " + tag);
        Api rep = api.as("Rep " + tag, Role.INSIDE_REP, "Đội " + tag);
        Api marketer = api.as("Mai " + tag, Role.MARKETER, "Tiếp thị " + tag);
        create(api, "Của Chủ", Map.of());
        create(lan, "Của Lan", Map.of());
        create(rep, "Của Rep", Map.of());
        create(marketer, "Của Mai", Map.of());

        assertThat(names(api)).containsExactly("Của Mai", "Của Rep", "Của Lan", "Của Chủ");
        assertThat(names(lan)).as("the team's").containsExactly("Của Rep", "Của Lan");
        assertThat(listed(marketer, "")).as("she sees them all").hasSize(4);
        assertThat(names(marketer)).as("and exports her own").containsExactly("Của Mai");
        assertThat(rep.get("/api/me").json("permissions.CONTACT.EXPORT")).isEqualTo("NONE");
        Answer refused = rep.get("/api/exports/contacts.csv").expect(403);
        assertThat(refused.json("type")).isEqualTo("/problems/forbidden");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        api.as(Role.VIEWER).get("/api/exports/contacts.csv").expect(403);
    }

    @Test
    void a_key_exports_only_with_the_scope_for_it() {
        api.scopes("contacts:read").get("/api/exports/contacts.csv").expect(403);
        api.scopes("contacts:export")
                .get("/api/exports/contacts.csv?q=khongco" + tag)
                .expect(200);
        api.scopes("contacts:export").get("/api/exports/deals.csv").expect(403);
    }

    @Test
    void whoever_may_not_see_a_company_does_not_read_its_name() {
        String company = api.post("/api/companies", Map.of("name", "Mật " + tag))
                .expect(201)
                .json("id");
        Api lan = api.as("Lan " + tag, Role.SALES_MANAGER, "Đội " + tag);
        create(lan, "Lê Hoa", Map.of("companyId", company));
        assertThat(exported(lan, Map.of("filter", tagged)).column("Công ty")).containsExactly("Mật " + tag);

        JsonNode before = permissions("SALES_MANAGER");
        Map<String, Object> narrower = new HashMap<>();
        before.properties().forEach(kind -> narrower.put(kind.getKey(), kind.getValue()));
        narrower.put("COMPANY", Map.of("READ", "TEAM"));
        api.put("/api/roles/SALES_MANAGER", Map.of("permissions", narrower)).expect(200);
        try {
            assertThat(exported(lan, Map.of("filter", tagged)).column("Công ty"))
                    .containsExactly("");
        } finally {
            api.put("/api/roles/SALES_MANAGER", Map.of("permissions", before)).expect(200);
        }
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_defused_and_comes_back_as_it_was() {
        String formula = "=cmd|' /C calc'!A0";
        create(api, "@SUM(1+1)", Map.of("jobTitle", formula, "source", Map.of("channel", "-2+3", "medium", "+84")));

        ExportedFile file = exported(api, Map.of("filter", tagged));

        assertThat(file.column("Họ và tên")).containsExactly("'@SUM(1+1)");
        assertThat(file.column("Chức danh")).containsExactly("'" + formula);
        assertThat(file.column("Nguồn")).containsExactly("'-2+3");
        assertThat(file.column("Phương tiện")).containsExactly("+84");
        emptied();
        assertThat(file.imported(timers, Map.of())).isEqualTo("1 created, 0 updated, 0 skipped, 0 failed");
        JsonNode back = list("").at("items.0");
        assertThat(back.at("/fullName").stringValue()).isEqualTo("@SUM(1+1)");
        assertThat(back.at("/jobTitle").stringValue()).isEqualTo(formula);
        assertThat(back.at("/source/channel").stringValue()).isEqualTo("-2+3");
    }

    @Test
    void accents_quotes_and_line_breaks_are_kept() {
        String title = "Trưởng phòng “Ẩm thực”, \"vui\"; kiêm\nthủ quỹ";
        create(api, "Nguyễn Ngọc Quỳnh Như", Map.of("jobTitle", title));
        assertThat(exported(api, Map.of("filter", tagged)).column("Chức danh")).containsExactly(title);
    }

    @Test
    void the_import_knows_every_column_of_the_file_again() {
        customField("Nhóm hàng " + tag, "TEXT");
        create(api, "Lê Hoa", Map.of("email", tag + "@x.vn"));
        for (Api reader : List.of(api, api.inEnglish())) {
            ExportedFile file = exported(reader, Map.of("filter", tagged));
            assertThat(file.importable()).containsEntry("email", "email").containsEntry("createdAt", "");
            assertThat(new TreeMap<>(file.guessed())).isEqualTo(new TreeMap<>(file.importable()));
            assertThat(file.imported(timers, Map.of("dryRun", "true", "duplicates", "create")))
                    .isEqualTo("1 created, 0 updated, 0 skipped, 0 failed");
        }
    }

    @Test
    void a_file_that_went_out_comes_in_again_as_it_was() {
        String company = api.post("/api/companies", Map.of("name", "Sữa " + tag))
                .expect(201)
                .json("id");
        Api lan = api.as("Lan " + tag, Role.MARKETER, "Tiếp thị " + tag);
        Map<String, String> keys = Map.of(
                "TEXT", customField("Chữ " + tag, "TEXT"),
                "NUMBER", customField("Số " + tag, "NUMBER"),
                "DATE", customField("Ngày " + tag, "DATE"),
                "FLAG", customField("Cờ " + tag, "FLAG"),
                "LIST", customField("Dãy " + tag, "LIST"));
        create(
                api,
                "Trần Thị Thuỷ Tiên",
                Map.of(
                        "emails", List.of(tag + "@a.vn", tag + "@b.vn"),
                        "phones", List.of(phone(), "024 3825 " + digits(4), "+1 650 253 0000"),
                        "companyId", company,
                        "ownerId", lan.memberId().toString(),
                        "lifecycleStage", "MQL",
                        "source", Map.of("channel", "web", "campaign", "tet-2027", "medium", "cpc"),
                        "tags", List.of(tag, "vip", "sữa tươi"),
                        "address", Map.of("province", "hà nội", "ward", "Ba Đình", "line", "1 Ngọc Hà"),
                        "custom",
                                Map.of(
                                        keys.get("TEXT"),
                                        "=A1",
                                        keys.get("NUMBER"),
                                        12.5,
                                        keys.get("DATE"),
                                        "2026-02-03",
                                        keys.get("FLAG"),
                                        true,
                                        keys.get("LIST"),
                                        List.of("đỏ", "xanh"))));
        JsonNode before = list("").at("items.0");

        ExportedFile file = exported(api, Map.of("filter", tagged));

        assertThat(file.column("Người phụ trách")).containsExactly("Lan " + tag);
        assertThat(file.column("Giai đoạn")).containsExactly("MQL – đạt chuẩn marketing");
        assertThat(file.column("Vào giai đoạn từ")).containsExactly("23/11/2026 09:00");
        assertThat(file.column("Tỉnh, thành phố")).containsExactly("Thành phố Hà Nội");
        assertThat(file.column("Số " + tag)).containsExactly("12.5");
        assertThat(file.column("Ngày " + tag)).containsExactly("03/02/2026");
        assertThat(file.column("Cờ " + tag)).containsExactly("có");
        assertThat(file.column("Dãy " + tag)).containsExactly("đỏ; xanh");
        emptied();
        assertThat(file.imported(timers, Map.of())).isEqualTo("1 created, 0 updated, 0 skipped, 0 failed");
        JsonNode after = list("").at("items.0");
        for (String same : List.of(
                "fullName",
                "familyName",
                "givenName",
                "emails",
                "phones",
                "companyId",
                "ownerId",
                "lifecycleStage",
                "lifecycleSince",
                "source",
                "tags",
                "address",
                "custom")) {
            assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
        }
    }

    @Test
    void an_owner_who_shares_his_name_is_told_by_his_address() {
        Api one = api.as("Hùng " + tag, Role.MARKETER, "Đội một " + tag);
        Api two = api.as("Hùng " + tag, Role.MARKETER, "Đội hai " + tag);
        create(one, "Của Một", Map.of());
        create(two, "Của Hai", Map.of());

        List<String> owners = exported(api, Map.of("filter", tagged)).column("Người phụ trách");

        assertThat(owners.getLast()).isEqualTo("Hùng " + tag);
        assertThat(owners.getFirst()).endsWith("@songhanh.test");
    }

    @Test
    void two_columns_never_have_one_heading() {
        String key = customField("Nguồn", "TEXT");
        create(api, "Lê Hoa", Map.of("source", Map.of("channel", "web"), "custom", Map.of(key, "cũ")));

        ExportedFile file = exported(api, Map.of("filter", tagged));

        assertThat(file.headings()).doesNotHaveDuplicates();
        assertThat(file.column("Nguồn")).containsExactly("Website");
        assertThat(file.column(key)).containsExactly("cũ");
    }

    @Test
    void the_audit_trail_tells_who_exported_what() {
        create(api, "Lê Hoa", Map.of());
        Api lan = api.as("Lan " + tag, Role.MARKETING_MANAGER, "Tiếp thị " + tag);
        exported(lan, Map.of("filter", tagged, "sort", "name", "columns", "fullName"));

        JsonNode told = exported(api, Map.of("q", "khongco" + tag))
                .api()
                .get("/api/audit?action=exported&kind=CONTACT&actorId=" + lan.memberId())
                .at("items.0");

        assertThat(told.at("/actor/name").stringValue()).isEqualTo("Lan " + tag);
        assertThat(told.at("/after/rows").intValue()).isEqualTo(1);
        assertThat(told.at("/after/ending").stringValue()).isEqualTo("DONE");
        assertThat(told.at("/after/filter/value").stringValue()).isEqualTo(tag);
        assertThat(told.at("/after/sort").stringValue()).isEqualTo("name");
    }

    private ExportedFile exported(Api reader, Map<String, String> query) {
        return ExportedFile.of(reader, "contacts", query);
    }

    private List<String> names(Api reader) {
        return exported(reader, Map.of("filter", tagged)).column("Họ và tên");
    }

    private Answer list(String more) {
        return api.get("/api/contacts?limit=200&filter=" + query(tagged) + more).expect(200);
    }

    private List<String> listed(String more) {
        return listed(api, more);
    }

    private List<String> listed(Api reader, String more) {
        List<String> names = new ArrayList<>();
        reader.get("/api/contacts?limit=200&filter=" + query(tagged) + more)
                .expect(200)
                .at("items")
                .forEach(item -> names.add(item.get("fullName").stringValue()));
        return names;
    }

    @Test
    void the_file_finds_each_contact_again_also_namesakes_without_an_address() {
        String one = create(api, "Trần Văn An", Map.of()).json("id");
        String other =
                create(api, "Trần Văn An", Map.of("jobTitle", "'=Kế toán")).json("id");
        ExportedFile file = exported(api, Map.of("filter", tagged));
        assertThat(file.column("Mã bản ghi")).containsExactlyInAnyOrder(one, other);

        assertThat(file.imported(timers, Map.of("duplicates", "update")))
                .isEqualTo("0 created, 0 updated, 2 skipped, 0 failed");
        assertThat(api.get("/api/contacts/" + other).json("jobTitle")).isEqualTo("'=Kế toán");

        String edited = "Mã bản ghi,Họ và tên,Chức danh\n%s,Trần Văn Ân,\n%s,,Giám đốc\n".formatted(one, other);
        assertThat(ExportedFile.written(api, "contacts", edited).imported(timers, Map.of("duplicates", "update")))
                .isEqualTo("0 created, 2 updated, 0 skipped, 0 failed");
        assertThat(api.get("/api/contacts/" + one).json("fullName")).isEqualTo("Trần Văn Ân");
        assertThat(api.get("/api/contacts/" + other).json("jobTitle")).isEqualTo("Giám đốc");
    }

    private Answer create(Api owner, String name, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("fullName", name);
        input.putIfAbsent("tags", List.of(tag));
        return owner.post("/api/contacts?duplicates=allow", input).expect(201);
    }

    private JsonNode permissions(String role) {
        for (JsonNode one : api.get("/api/roles").expect(200).at("items")) {
            if (one.get("role").asString().equals(role)) {
                return one.get("permissions");
            }
        }
        throw new AssertionError("no role " + role);
    }

    private void emptied() {
        list("").at("items")
                .forEach(item -> api.delete("/api/contacts/" + item.get("id").stringValue())
                        .expect(204));
    }

    private String customField(String label, String type) {
        return api.post(
                        "/api/custom-fields",
                        Map.of(
                                "kind",
                                "CONTACT",
                                "key",
                                "k" + unique().replaceAll("[^a-z0-9]", ""),
                                "type",
                                type,
                                "label",
                                Map.of("vi", label, "en", label)))
                .expect(201)
                .json("key");
    }

    private static String phone() {
        return "0912 " + digits(3) + " " + digits(3);
    }

    private static String digits(int count) {
        return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000, 9_999_999_999L))
                .substring(0, count);
    }
}
