package vn.songhanh.workspace.customfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.FieldSet;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.FilterField;
import vn.songhanh.shared.Invalid;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class CustomFieldsTest {

    @Autowired
    Api api;

    @Autowired
    CustomFields fields;

    @Autowired
    DSLContext db;

    @Test
    void a_key_is_made_from_the_label_and_never_changes() {
        Answer made = api.post(
                        "/api/custom-fields",
                        Map.of("kind", "COMPANY", "type", "DATE", "label", Map.of("vi", "Ngày thành lập")))
                .expect(201);
        assertThat(made.json("key")).isEqualTo("ngayThanhLap");
        String path = "/api/custom-fields/" + made.json("id");
        api.patch(path, 1, Map.of("key", "khac")).expect(400);
        api.patch(path, 1, Map.of("type", "TEXT")).expect(400);
        assertThat(api.patch(path, 1, Map.of("label", Map.of("en", "Founded")))
                        .expect(200)
                        .json("label.en"))
                .isEqualTo("Founded");
        api.post(
                        "/api/custom-fields",
                        Map.of("kind", "COMPANY", "type", "TEXT", "key", "ngayThanhLap", "label", Map.of("vi", "x")))
                .expect(409);
    }

    @Test
    void a_date_that_no_filter_could_compare_is_refused() {
        field("CONTACT", "ngayLe", "DATE", List.of());
        for (String day : List.of("-9999-01-01", "1/1/1899", "+10000-01-01")) {
            Answer refused = api.post("/api/contacts", Map.of("fullName", "A", "custom", Map.of("ngayLe", day)))
                    .expect(400);
            assertThat(refused.json("errors.0.field")).isEqualTo("custom.ngayLe");
            assertThat(refused.json("errors.0.code")).isEqualTo("year-out-of-range");
        }
    }

    @Test
    void choices_are_added_but_never_taken_away() {
        String id = field("COMPANY", "hang", "CHOICE", List.of("Vàng", "Bạc"));
        api.patch("/api/custom-fields/" + id, 1, Map.of("choices", List.of("Vàng")))
                .expect(400);
        api.patch("/api/custom-fields/" + id, 1, Map.of("choices", List.of("Kim cương", "Vàng", "Bạc")))
                .expect(200);
        assertThat(Objects.requireNonNull(fields.of(ContactKinds.COMPANY).get("hang"))
                        .choices())
                .hasSize(3);
    }

    @Test
    void values_from_json_and_from_files_come_to_the_same_form() {
        field("DEAL", "soLuong", "NUMBER", List.of());
        field("DEAL", "ngayGiao", "DATE", List.of());
        field("DEAL", "gap", "FLAG", List.of());
        field("DEAL", "mien", "CHOICE", List.of("Bắc", "Trung", "Nam"));
        field("DEAL", "mau", "LIST", List.of());
        Map<String, Object> json = Map.of(
                "soLuong",
                new BigDecimal("12.50"),
                "ngayGiao",
                "2026-11-24",
                "gap",
                true,
                "mien",
                "Bắc",
                "mau",
                List.of("đỏ", "xanh"));
        Map<String, Object> file =
                Map.of("soLuong", " 12.5 ", "ngayGiao", "24/11/2026", "gap", "Có", "mien", "bac", "mau", "đỏ; xanh");
        assertThat(fields.check(SalesKinds.DEAL, file))
                .isEqualTo(fields.check(SalesKinds.DEAL, json))
                .containsEntry("ngayGiao", "2026-11-24")
                .containsEntry("gap", true);
        Map<String, Object> blank = new HashMap<>();
        blank.put("soLuong", "");
        blank.put("gap", null);
        assertThat(fields.check(SalesKinds.DEAL, blank)).isEmpty();
    }

    @Test
    void everything_that_does_not_fit_is_told_at_once() {
        field("COMPANY", "nam", "NUMBER", List.of());
        field("COMPANY", "nganh", "CHOICE", List.of("May mặc"));
        Invalid wrong = catchThrowableOfType(
                Invalid.class,
                () -> fields.check(ContactKinds.COMPANY, Map.of("nam", "hai nghìn", "nganh", "Khác", "khongCo", 1)));
        assertThat(wrong.errors())
                .extracting(Invalid.FieldError::field)
                .containsExactlyInAnyOrder("custom.nam", "custom.nganh", "custom.khongCo");
    }

    @Test
    void a_filter_asks_for_them_like_for_built_in_ones() {
        field("CONTACT", "diem", "NUMBER", List.of());
        field("CONTACT", "hopDong", "DATE", List.of());
        field("CONTACT", "vip", "FLAG", List.of());
        field("CONTACT", "soThich", "LIST", List.of());
        field("CONTACT", "ghiChu", "TEXT", List.of());
        String record = "{\"diem\": 9.5, \"hopDong\": \"2026-11-30\", \"vip\": true,"
                + " \"soThich\": [\"cà phê\", \"đọc sách\"], \"ghiChu\": \"Thích Đà Lạt\"}";
        assertThat(matches(record, "custom.diem", "gte", "9")).isTrue();
        assertThat(matches(record, "custom.diem", "lt", "9")).isFalse();
        assertThat(matches(record, "custom.hopDong", "within", "{\"next\":14,\"unit\":\"day\"}"))
                .isTrue();
        assertThat(matches(record, "custom.vip", "eq", "true")).isTrue();
        assertThat(matches(record, "custom.soThich", "contains", "\"đọc sách\""))
                .isTrue();
        assertThat(matches(record, "custom.soThich", "in", "[\"trà\"]")).isFalse();
        assertThat(matches(record, "custom.ghiChu", "contains", "\"da lat\"")).isTrue();
        assertThat(matches("{}", "custom.diem", "empty", "null")).isTrue();
        assertThat(matches("{}", "custom.soThich", "empty", "null")).isTrue();
        assertThat(catchThrowableOfType(Invalid.class, () -> matches("{}", "custom.nope", "eq", "1")))
                .isNotNull();
    }

    @Test
    void only_whoever_changes_the_workspace_adds_fields() {
        api.as(Role.MARKETING_MANAGER)
                .post("/api/custom-fields", Map.of("kind", "CONTACT", "type", "TEXT", "label", Map.of("vi", "x")))
                .expect(403);
        api.as(Role.VIEWER).get("/api/custom-fields?kind=CONTACT").expect(200);
        api.post("/api/custom-fields", Map.of("kind", "MEMBER", "type", "TEXT", "label", Map.of("vi", "x")))
                .expect(400);
    }

    private boolean matches(String record, String field, String op, String value) {
        Field<JSONB> column = DSL.val(JSONB.valueOf(record)).cast(SQLDataType.JSONB);
        FieldSet set = new FieldSet(ContactKinds.CONTACT).orElse(fields.fields(ContactKinds.CONTACT, column));
        Filter filter = Filter.parse("{\"field\":\"" + field + "\",\"op\":\"" + op + "\",\"value\":" + value + "}");
        var context = new FilterField.Context(api.viewer(), TestClock.MONDAY_MORNING, ZoneId.of("Asia/Ho_Chi_Minh"));
        return Objects.requireNonNull(
                db.select(DSL.field(set.where(filter, context))).fetchSingle().value1());
    }

    private String field(String kind, String key, String type, List<String> choices) {
        return api.post(
                        "/api/custom-fields",
                        Map.of("kind", kind, "key", key, "type", type, "label", Map.of("vi", key), "choices", choices))
                .expect(201)
                .json("id");
    }
}
