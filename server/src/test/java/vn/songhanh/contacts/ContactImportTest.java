package vn.songhanh.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.ContactsTest.ids;
import static vn.songhanh.contacts.ContactsTest.query;
import static vn.songhanh.contacts.ContactsTest.unique;
import static vn.songhanh.testing.TestImports.counts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome.Skipped;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class ContactImportTest {

    @Autowired
    Api api;

    @Autowired
    TestImports imports;

    @Autowired
    ContactImport contacts;

    private final String tag = unique();

    @Test
    void a_file_of_contacts_is_read_with_its_vietnamese_headers() {
        String company = "Công ty " + unique();
        api.post("/api/companies", Map.of("name", company)).expect(201);
        String mail = unique() + "@file.vn";
        String digits = "%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
        JsonNode done = imports.file(
                "contacts", """
                Họ và tên;Email;Số điện thoại;Công ty;Giai đoạn;Nguồn;Tỉnh/Thành phố;Nhãn
                Nguyễn Thị Hoa;%1$s;0123%4$s;%2$s;MQL;Hội chợ;Bình Dương;%3$s
                Lê Văn Tám;;226 2649;;;;Mặt Trăng;%3$s
                Không Công Ty;;;Chẳng có đâu;;;;%3$s
                ;;;;;;;%3$s
                Hoa Nguyễn;%1$s;;;;;;%3$s
                """.formatted(mail, company.toLowerCase(java.util.Locale.ROOT), tag, digits), Map.of());

        assertThat(counts(done)).isEqualTo("2 created, 0 updated, 1 skipped, 2 failed");
        assertThat(api.inEnglish()
                        .get("/api/imports/" + done.get("id").stringValue() + "/errors.csv")
                        .body())
                .contains("The same as a row above it in the file")
                .contains("Công ty: There is no Chẳng có đâu");
        Answer found = tagged();
        JsonNode hoa = named(found, "Nguyễn Thị Hoa");
        assertThat(hoa.at("/phone").stringValue()).isEqualTo("+8483" + digits);
        assertThat(hoa.at("/companyName").stringValue()).isEqualTo(company);
        assertThat(hoa.at("/lifecycleStage").stringValue()).isEqualTo("MQL");
        assertThat(hoa.at("/address/provinceCode").stringValue()).isEqualTo("79");
        JsonNode tam = named(found, "Lê Văn Tám");
        assertThat(tam.at("/phone").stringValue()).as("kept as written").isEqualTo("2262649");
        assertThat(tam.at("/address/text").stringValue()).isEqualTo("Mặt Trăng");
        Answer history = api.get("/api/contacts/" + hoa.at("/id").stringValue() + "/lifecycle");
        assertThat(history.json("changes.0.cause")).isEqualTo("IMPORTED");
        assertThat(history.json("changes.0.via")).isEqualTo("IMPORT");
        String report = api.get("/api/imports/" + done.get("id").stringValue() + "/errors.csv")
                .expect(200)
                .body();
        assertThat(report).contains("Chẳng có đâu");
    }

    @Test
    void a_dry_run_decides_alike_and_writes_nothing() {
        String csv = "fullName,email,tags\nA,a%1$s@x.vn,%1$s\nB,a%1$s@x.vn,%1$s\nC,c%1$s@x.vn,%1$s\n".formatted(tag);

        assertThat(counts(imports.file("contacts", csv, Map.of("dryRun", "true"))))
                .isEqualTo("2 created, 0 updated, 1 skipped, 0 failed");
        assertThat(ids(tagged())).isEmpty();
        assertThat(counts(imports.file("contacts", csv, Map.of())))
                .isEqualTo("2 created, 0 updated, 1 skipped, 0 failed");
    }

    @Test
    void duplicates_are_updated_when_asked_and_put_back_by_undo() {
        String mail = unique() + "@update.vn";
        Answer before = api.post(
                        "/api/contacts",
                        Map.of("fullName", "Lê Cũ", "email", mail, "jobTitle", "Nhân viên", "tags", List.of("cũ")))
                .expect(201);
        String path = "/api/contacts/" + before.json("id");
        JsonNode done = imports.file(
                "contacts",
                "fullName,email,jobTitle,tags,lifecycleStage\nLê Mới,khac%1$s|%1$s,Giám đốc,%2$s,SQL\nMới Tinh,,,%2$s,\n"
                        .formatted(mail, tag),
                Map.of("duplicates", "update"));

        assertThat(counts(done)).isEqualTo("1 created, 1 updated, 0 skipped, 0 failed");
        Answer after = api.get(path).expect(200);
        assertThat(after.json("fullName")).isEqualTo("Lê Mới");
        assertThat(after.json("givenName")).isEqualTo("Mới");
        assertThat(after.json("email")).isEqualTo(mail);
        assertThat(after.at("emails").size()).isEqualTo(2);
        assertThat(after.at("tags").size()).isEqualTo(2);
        assertThat(after.json("lifecycleStage")).isEqualTo("SQL");

        imports.undo(done);

        Answer back = api.get(path).expect(200);
        assertThat(back.json("fullName")).isEqualTo("Lê Cũ");
        assertThat(back.json("jobTitle")).isEqualTo("Nhân viên");
        assertThat(back.at("emails").size()).isEqualTo(1);
        assertThat(ids(tagged())).isEmpty();
    }

    @Test
    void the_companys_own_fields_are_read_too() {
        String key = "so" + tag.replaceAll("[^a-z0-9]", "");
        api.post(
                        "/api/custom-fields",
                        Map.of("kind", "CONTACT", "key", key, "type", "NUMBER", "label", Map.of("vi", "Số xe " + tag)))
                .expect(201);

        JsonNode done =
                imports.file("contacts", "Họ tên,Nhãn,Số xe %1$s\nBa Xe,%1$s,3\nLạ,%1$s,ba\n".formatted(tag), Map.of());

        assertThat(counts(done)).isEqualTo("1 created, 0 updated, 0 skipped, 1 failed");
        assertThat(tagged().at("items.0.custom." + key).intValue()).isEqualTo(3);
        assertThat(ids(api.get("/api/contacts?filter="
                        + query("{\"field\":\"custom." + key + "\",\"op\":\"gte\",\"value\":3}"))))
                .hasSize(1);
    }

    @Test
    void undo_leaves_what_people_have_worked_with_since() {
        JsonNode done =
                imports.file("contacts", "fullName,tags\nNgười Một,%1$s\nNgười Hai,%1$s\n".formatted(tag), Map.of());
        String touched = named(tagged(), "Người Một").get("id").stringValue();
        api.post("/api/contacts/" + touched + "/timeline", Map.of("kind", "CALL"))
                .expect(201);

        imports.undo(done);

        assertThat(ids(tagged())).containsExactly(touched);
    }

    @Test
    void history_keeps_its_dates_and_the_same_file_again_changes_nothing() {
        String csv = "fullName,email,tags,lifecycleStage,lifecycleSince\nCũ,h%1$s@x.vn,%1$s,CUSTOMER,05/01/2026\n"
                .formatted(tag);
        imports.file("contacts", csv, Map.of("history", "true"));

        assertThat(tagged().json("items.0.lifecycleSince")).isEqualTo("2026-01-04T17:00:00Z");
        assertThat(counts(imports.file("contacts", csv, Map.of("duplicates", "update"))))
                .isEqualTo("0 created, 0 updated, 1 skipped, 0 failed");
    }

    @Test
    void companies_come_with_their_parents_from_the_same_file() {
        String mother = "Mẹ " + tag;
        JsonNode done = imports.file(
                "companies",
                "account,sector,employees,subsidiary_of,tags\nCon %1$s,technolgy,\"2,822\",%2$s,%1$s\n%2$s,medical,495,,%1$s\nMồ côi %1$s,,,Không có,%1$s\n"
                        .formatted(tag, mother),
                Map.of());

        assertThat(counts(done)).isEqualTo("2 created, 0 updated, 0 skipped, 1 failed");
        Answer found = api.get(
                "/api/companies?filter=" + query("{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag + "\"}"));
        JsonNode child = company(found, "Con " + tag);
        assertThat(child.get("parentId").stringValue())
                .isEqualTo(company(found, mother).get("id").stringValue());
        assertThat(child.get("employees").intValue()).isEqualTo(2822);
        assertThat(child.get("industry").stringValue()).isEqualTo("technolgy");
        assertThat(counts(imports.file(
                        "companies",
                        "name,industry,tags\ncon %1$s,Phần mềm,%1$s\n".formatted(tag),
                        Map.of("duplicates", "update"))))
                .as("found by its name, whatever the accents and case")
                .isEqualTo("0 created, 1 updated, 0 skipped, 0 failed");
        imports.undo(done);
    }

    @Test
    void a_duplicate_that_the_importer_may_not_see_is_not_told() {
        String mail = unique() + "@others.vn";
        String id = api.post("/api/contacts", Map.of("fullName", "Của người khác", "email", mail))
                .expect(201)
                .json("id");
        Map<String, String> row = Map.of("fullName", "Của tôi", "email", mail);
        Viewer rep = api.as("Lan " + tag, Role.INSIDE_REP, "Miền Bắc").ready().viewer();

        assertThat(imports.rows(contacts, rep, Duplicates.SKIP, row)).containsExactly(new Skipped(null, "duplicate"));
        assertThat(imports.rows(contacts, rep, Duplicates.UPDATE, row))
                .containsExactly(new Skipped(null, "duplicate-of-others"));
        assertThat(imports.rows(contacts, api.viewer(), Duplicates.SKIP, row))
                .containsExactly(new Skipped(UUID.fromString(id), "duplicate"));
    }

    @Test
    void stages_are_known_by_the_names_that_the_screen_has() {
        JsonNode done = imports.file("contacts", """
                Họ và tên,Giai đoạn,Nhãn
                Trần Khách,Khách hàng,%1$s
                Trần Cơ,cơ hội,%1$s
                Trần Tiếp,Đủ điều kiện tiếp thị,%1$s
                Trần Chuẩn,MQL – đạt chuẩn marketing,%1$s
                """.formatted(tag), Map.of());
        assertThat(counts(done)).isEqualTo("4 created, 0 updated, 0 skipped, 0 failed");
        assertThat(named(tagged(), "Trần Khách").at("/lifecycleStage").stringValue())
                .isEqualTo("CUSTOMER");
        assertThat(named(tagged(), "Trần Tiếp").at("/lifecycleStage").stringValue())
                .isEqualTo("MQL");
    }

    private Answer tagged() {
        return api.get("/api/contacts?filter=" + query("{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag + "\"}"))
                .expect(200);
    }

    private static JsonNode named(Answer list, String fullName) {
        for (JsonNode item : list.at("items")) {
            if (item.get("fullName").stringValue().equals(fullName)) {
                return item;
            }
        }
        throw new AssertionError("no " + fullName + " in " + list.body());
    }

    private static JsonNode company(Answer list, String name) {
        for (JsonNode item : list.expect(200).at("items")) {
            if (item.get("name").stringValue().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("no " + name + " in " + list.body());
    }
}
