package vn.songhanh.contacts.company;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.contact.ContactsTest.query;
import static vn.songhanh.contacts.contact.ContactsTest.unique;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.ExportedFile;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestTimers;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class CompanyExportTest {

    @Autowired
    Api api;

    @Autowired
    TestTimers timers;

    private final String tag = unique();
    private final String tagged = "{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag + "\"}";

    @Test
    void the_file_has_what_the_list_shows_in_its_order() {
        create(api, "Đường " + tag, Map.of());
        create(api, "Ánh Dương " + tag, Map.of());
        create(api, "Sữa " + tag, Map.of());

        ExportedFile file = exported(api, Map.of("filter", tagged, "sort", "name"));

        assertThat(file.column("Tên công ty")).hasSize(3).isEqualTo(listed("&sort=name"));
        assertThat(file.answer().header("Content-Disposition")).contains("cong-ty-2026-11-23.csv");
        assertThat(exported(api, Map.of("q", "duong " + tag)).column("Tên công ty"))
                .isEqualTo(listed("&q=" + query("duong " + tag)));
    }

    @Test
    void whoever_sees_all_companies_exports_his_teams() {
        create(api, "Của chủ " + tag, Map.of());
        Api lan = api.as("Lan " + tag, Role.SALES_MANAGER, "Đội " + tag);
        create(lan, "Của Lan " + tag, Map.of());

        assertThat(lan.get("/api/companies?filter=" + query(tagged)).at("items"))
                .hasSize(2);
        assertThat(exported(lan, Map.of("filter", tagged)).column("Tên công ty"))
                .containsExactly("Của Lan " + tag);
        api.as(Role.OUTSIDE_REP).get("/api/exports/companies.csv").expect(403);
    }

    @Test
    void the_import_knows_every_column_of_the_file_again() {
        create(api, "Sữa " + tag, Map.of());
        for (Api reader : List.of(api, api.inEnglish())) {
            ExportedFile file = exported(reader, Map.of("filter", tagged));
            assertThat(new TreeMap<>(file.guessed())).isEqualTo(new TreeMap<>(file.importable()));
            assertThat(file.imported(timers, Map.of("dryRun", "true", "duplicates", "create")))
                    .isEqualTo("1 created, 0 updated, 0 skipped, 0 failed");
        }
    }

    @Test
    void a_file_that_went_out_comes_in_again_as_it_was() {
        String mother = create(api, "Tập đoàn " + tag, Map.of());
        create(
                api,
                "Sữa " + tag,
                Map.of(
                        "parentId",
                        mother,
                        "domain",
                        tag + ".vn",
                        "phone",
                        "024 3825 1234",
                        "industry",
                        "Thực phẩm",
                        "employees",
                        12_500,
                        "lifecycleStage",
                        "CUSTOMER",
                        "customerStatus",
                        "FORMER",
                        "source",
                        Map.of("channel", "hội chợ"),
                        "address",
                        Map.of("text", "Số 1, Mặt Trăng")));
        JsonNode before = named("Sữa " + tag);

        ExportedFile file = exported(api, Map.of("filter", tagged));

        assertThat(file.column("Công ty mẹ")).containsExactly("Tập đoàn " + tag, "");
        assertThat(file.column("Số nhân viên").getFirst()).isEqualTo("12500");
        assertThat(file.column("Điện thoại").getFirst()).isEqualTo("024 3825 1234");
        assertThat(file.imported(timers, Map.of("duplicates", "update")))
                .isEqualTo("0 created, 0 updated, 2 skipped, 0 failed");
        String renamed = "Mã bản ghi,Tên công ty\n%s,Sữa mới %s\n"
                .formatted(before.get("id").stringValue(), tag);
        assertThat(ExportedFile.written(api, "companies", renamed).imported(timers, Map.of("duplicates", "update")))
                .isEqualTo("0 created, 1 updated, 0 skipped, 0 failed");
        String told = "Mã bản ghi,Ngành\n%s,Sữa\n".formatted(before.get("id").stringValue());
        assertThat(ExportedFile.written(api, "companies", told).imported(timers, Map.of("duplicates", "update")))
                .isEqualTo("0 created, 1 updated, 0 skipped, 0 failed");
        assertThat(ExportedFile.written(api, "companies", told).imported(timers, Map.of("duplicates", "create")))
                .startsWith("0 created, 0 updated, 0 skipped, 1 failed");
        api.get("/api/companies?filter=" + query(tagged))
                .at("items")
                .forEach(item -> api.delete("/api/companies/" + item.get("id").stringValue())
                        .expect(204));
        assertThat(file.imported(timers, Map.of())).isEqualTo("2 created, 0 updated, 0 skipped, 0 failed");
        JsonNode after = named("Sữa " + tag);
        for (String same : List.of(
                "name",
                "domain",
                "phone",
                "industry",
                "employees",
                "ownerId",
                "lifecycleStage",
                "lifecycleSince",
                "customerStatus",
                "source",
                "tags",
                "address")) {
            assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
        }
        assertThat(after.get("parentId")).isEqualTo(named("Tập đoàn " + tag).get("id"));
    }

    private ExportedFile exported(Api reader, Map<String, String> query) {
        return ExportedFile.of(reader, "companies", query);
    }

    private List<String> listed(String more) {
        List<String> names = new ArrayList<>();
        api.get("/api/companies?limit=200&filter=" + query(tagged) + more)
                .expect(200)
                .at("items")
                .forEach(item -> names.add(item.get("name").stringValue()));
        return names;
    }

    private JsonNode named(String name) {
        for (JsonNode item : api.get("/api/companies?filter=" + query(tagged)).at("items")) {
            if (item.get("name").stringValue().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("no " + name);
    }

    private String create(Api owner, String name, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("name", name);
        input.put("tags", List.of(tag));
        return owner.post("/api/companies?duplicates=allow", input).expect(201).json("id");
    }
}
