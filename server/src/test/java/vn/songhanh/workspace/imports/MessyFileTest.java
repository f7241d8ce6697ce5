package vn.songhanh.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;

/**
 * A file as a small company keeps it: semicolons, an old encoding, five ways of writing phones, three of dates, stages
 * in words, companies that we lack, people twice, notes, and what cannot be read.
 */
@SongHanhTest
class MessyFileTest {

    private static final int ROWS = 300;
    private static final List<String> FAMILIES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Đặng");
    private static final List<String> NAMES = List.of("Văn An", "Thị Bình", "Hữu Cường", "Ngọc Hạnh", "Quốc Sơn");
    private static final List<String> FIRMS = List.of("Cty CP Sữa Việt", "Gốm Chu Đậu", "Thuỷ sản Cà Mau");
    private static final List<String> STAGES =
            List.of("Khách hàng tiềm năng", "MQL", "Khách hàng", "Người đăng ký", "lead");

    @Autowired
    Api api;

    @Autowired
    TestImports imports;

    private String tag;

    @BeforeEach
    void another() {
        tag = Ids.next().toString().substring(24);
    }

    private String phone(int row, int style) {
        String number = "0967%06d".formatted((Long.parseLong(tag.substring(4), 16) + row) % 1_000_000);
        String end = number.substring(4, 7) + "%s" + number.substring(7);
        return switch (style % 5) {
            case 0 -> number;
            case 1 -> number.substring(0, 4) + " " + end.formatted(" ");
            case 2 -> "+84 " + number.substring(1);
            case 3 -> number.substring(0, 4) + "." + end.formatted(".");
            default -> "(84) " + number.substring(1);
        };
    }

    private static String day(int row) {
        int day = 1 + row % 28;
        int month = 1 + row % 12;
        return switch (row % 3) {
            case 0 -> "%02d/%02d/2025".formatted(day, month);
            case 1 -> "2025-%02d-%02d".formatted(month, day);
            default -> "%d-%d-2025".formatted(day, month);
        };
    }

    private List<String> row(int row) {
        String mail = "khach%d@%s.example".formatted(row, tag);
        String firm = row % 3 == 0 ? "" : FIRMS.get(row % 3) + " " + tag;
        String note = row % 7 == 0 ? "\"Gọi lại sau Tết; hẹn cà phê\"" : "";
        String name = FAMILIES.get(row % 7) + " " + NAMES.get(row % 5) + " " + row;
        return new ArrayList<>(List.of(name, phone(row, row), mail, firm, STAGES.get(row % 5), day(row), note));
    }

    private byte[] file() {
        List<String> lines = new ArrayList<>();
        lines.add("Họ và tên;Điện thoại;E-mail;Công ty;Giai đoạn;Vào giai đoạn từ;Ghi chú");
        for (int i = 0; i < ROWS; i++) {
            List<String> row = row(i);
            switch (i) {
                case 20 -> row.set(2, "không có");
                case 21 -> row.set(1, "chưa rõ");
                case 22 -> row.set(1, "8,49E+10");
                case 23 -> row.set(5, "31/02/2025");
                case 24 -> row.set(0, "");
                case 25 -> row.set(5, "24/12/2026");
                default -> {
                    if (i % 50 == 30) {
                        row = row(i - 1);
                        row.set(1, phone(i - 1, i + 2));
                    }
                }
            }
            lines.add(String.join(";", row));
        }
        return CsvFileTest.windows1258(String.join("\r\n", lines));
    }

    private JsonNode taken(String object, Map<String, String> options) {
        Map<String, String> form = new TreeMap<>(options);
        form.put("object", object);
        return imports.ended(
                api.upload("/api/imports", form, "khách.csv", file()).expect(201));
    }

    private int total() {
        return api.get("/api/contacts?limit=1&count=true")
                .expect(200)
                .at("total")
                .intValue();
    }

    @Test
    void is_taken_in_but_for_what_is_truly_wrong_and_taken_back() {
        int before = total();
        JsonNode trial = taken("contacts", Map.of("dryRun", "true"));
        assertThat(trial.get("failed").intValue()).as("whose company we lack").isGreaterThan(190);

        JsonNode made = imports.ended(
                api.post("/api/imports/" + trial.get("id").stringValue() + "/missing", Map.of("field", "company"))
                        .expect(201));
        assertThat(TestImports.counts(made)).isEqualTo("2 created, 0 updated, 0 skipped, 0 failed");
        JsonNode done = taken("contacts", Map.of());

        assertThat(TestImports.counts(done)).isEqualTo("289 created, 0 updated, 6 skipped, 5 failed");
        Map<Long, String> why = new TreeMap<>();
        api.get("/api/imports/" + done.get("id").stringValue() + "/reasons")
                .expect(200)
                .at("items")
                .forEach(reason -> why.put(
                        reason.get("first").longValue(), reason.get("field").asString("")));
        assertThat(why.keySet()).contains(22L, 24L, 25L, 26L, 27L);
        assertThat(total()).isEqualTo(before + 289);

        imports.undo(done);
        assertThat(total()).isEqualTo(before);
    }
}
