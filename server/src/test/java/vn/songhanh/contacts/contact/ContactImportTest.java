package vn.songhanh.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.contact.ContactsTest.ids;
import static vn.songhanh.contacts.contact.ContactsTest.query;
import static vn.songhanh.contacts.contact.ContactsTest.unique;
import static vn.songhanh.testing.TestImports.counts;

import java.util.List;
import java.util.Locale;
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
                Nguyễn Thị Hoa;%1$s;0123%4$s;%2$s;MQL;triển lãm;Bình Dương;%3$s
                Lê Văn Tám;;226 2649;;;;Mặt Trăng;%3$s
                Không Công Ty;;;Chẳng có đâu;;;;%3$s
                ;;;;;;;%3$s
                Hoa Nguyễn;%1$s;;;;;;%3$s
                """.formatted(mail, company.toLowerCase(java.util.Locale.ROOT), tag, digits), Map.of());

        assertThat(counts(done)).isEqualTo("2 created, 0 updated, 1 skipped, 2 failed");
        assertThat(api.inEnglish()
                        .get("/api/imports/" + done.get("id").stringValue() + "/errors.csv")
                        .body())
                .contains("The same as row 2 of the file")
                .contains("Công ty: There is no Chẳng có đâu");
        Answer found = tagged();
        JsonNode hoa = named(found, "Nguyễn Thị Hoa");
        assertThat(hoa.at("/phone").stringValue()).isEqualTo("+8483" + digits);
        assertThat(hoa.at("/companyName").stringValue()).isEqualTo(company);
        assertThat(hoa.at("/lifecycleStage").stringValue()).isEqualTo("MQL");
        assertThat(hoa.at("/source/channel").stringValue())
                .as("by the name that the company has for it")
                .isEqualTo("Hội chợ");
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
    void reasons_are_counted_and_what_is_missing_is_brought_in_by_its_name() {
        String company = "Cơ khí " + tag;
        String csv = """
                Họ tên,Email,Công ty,Nhân viên,Nhãn
                Mai,mai@%1$s.vn,%2$s,,%1$s
                Lan,lan@%1$s.vn,%3$s,,%1$s
                Cúc,cuc@%1$s.vn,%2$s,Không Ai Cả,%1$s
                Mai,mai@%1$s.vn,,,%1$s
                Mai,mai@%1$s.vn,,,%1$s
                """.formatted(tag, company, company.toUpperCase(Locale.ROOT));
        JsonNode trial = imports.file("contacts", csv, Map.of("dryRun", "true"));
        assertThat(counts(trial)).isEqualTo("1 created, 0 updated, 1 skipped, 3 failed");

        String path = "/api/imports/" + trial.get("id").stringValue();
        Answer reasons = api.get(path + "/reasons").expect(200);
        assertThat(reasons.at("items")
                        .valueStream()
                        .map(one -> one.at("/message").stringValue()))
                .containsExactly(
                        "Không tìm thấy " + company,
                        "Không tìm thấy " + company.toUpperCase(Locale.ROOT),
                        "Không tìm thấy Không Ai Cả",
                        "Trùng với một dòng phía trên trong tệp");
        assertThat(reasons.at("items.0.rows").intValue()).isEqualTo(2);
        assertThat(reasons.at("items.0.first").intValue()).isEqualTo(2);
        assertThat(reasons.json("items.0.column")).isEqualTo("Công ty");

        Answer brought = api.post(path + "/missing", Map.of("field", "company")).expect(201);
        JsonNode done = imports.ended(brought);
        assertThat(done.get("object").stringValue()).isEqualTo("companies");
        assertThat(counts(done)).isEqualTo("1 created, 0 updated, 1 skipped, 0 failed");
        api.post(path + "/missing", Map.of("field", "owner")).expect(400);
        assertThat(counts(imports.file("contacts", csv, Map.of("mapping", """
                                {"Họ tên":"fullName","Email":"email","Công ty":"company","Nhãn":"tags",
                                 "Nhân viên":{"field":"owner","values":{"Không Ai Cả":""}}}"""))))
                .isEqualTo("3 created, 0 updated, 2 skipped, 0 failed");
        assertThat(imports.undo(done).get("kept").intValue()).isEqualTo(1);
        assertThat(named(tagged(), "Cúc").at("/companyName").stringValue())
                .as("in use, so undoing leaves it")
                .isEqualTo(company);
    }

    @Test
    void people_whom_deals_name_are_brought_in_by_their_names_too() {
        String name = "Người Mua " + tag;
        JsonNode trial = imports.file(
                "deals",
                "Tên thương vụ,Người liên hệ\nĐơn %1$s,%2$s\n".formatted(tag, name),
                Map.of("dryRun", "true", "mapping", """
                        {"Tên thương vụ":"name","Người liên hệ":{"field":"contact","match":"name"}}"""));
        String path = "/api/imports/" + trial.get("id").stringValue() + "/missing";

        JsonNode done = imports.ended(api.post(path, Map.of("field", "contact")).expect(201));

        assertThat(counts(done)).isEqualTo("1 created, 0 updated, 0 skipped, 0 failed");
        assertThat(api.get("/api/contacts?q=" + tag).expect(200).json("items.0.fullName"))
                .isEqualTo(name);
    }

    @Test
    void a_note_of_a_file_is_written_once_on_the_timeline_and_taken_back() {
        String mail = unique() + "@ghichu.vn";
        String old = api.post("/api/contacts", Map.of("fullName", "Có Sẵn", "email", mail))
                .expect(201)
                .json("id");
        String csv = "Họ tên,Email,Nội dung trao đổi,Nhãn\nCó Sẵn,%1$s,Thích cà phê,\nMới Toanh,,Gọi sau Tết,%2$s\n"
                .formatted(mail, tag);

        JsonNode done = imports.file("contacts", csv, Map.of("duplicates", "update"));

        assertThat(counts(done)).isEqualTo("1 created, 1 updated, 0 skipped, 0 failed");
        assertThat(notes(old)).containsExactly("Thích cà phê");
        String young = ids(tagged()).getFirst();
        assertThat(notes(young)).containsExactly("Gọi sau Tết");
        assertThat(counts(imports.file(
                        "contacts",
                        "Email,Nội dung trao đổi\n%s,Thích cà phê\n".formatted(mail),
                        Map.of("duplicates", "update"))))
                .isEqualTo("0 created, 0 updated, 1 skipped, 0 failed");

        assertThat(api.get("/api/contacts/" + old + "/history").at("items").size())
                .as("a note is no change of what is known of him")
                .isEqualTo(1);

        JsonNode undone = imports.undo(done);

        assertThat(undone.get("kept").intValue()).isZero();
        assertThat(notes(old)).isEmpty();
        assertThat(ids(tagged())).isEmpty();
    }

    private List<String> notes(String contact) {
        return api.get("/api/contacts/" + contact + "/timeline")
                .expect(200)
                .at("items")
                .valueStream()
                .filter(entry -> entry.at("/kind").stringValue().equals("NOTE"))
                .map(entry -> entry.at("/text").stringValue())
                .toList();
    }

    @Test
    void a_heading_with_accents_means_the_word_that_it_spells() {
        Answer preview = api.upload(
                        "/api/imports/preview",
                        Map.of("object", "contacts"),
                        "tệp.csv",
                        "Họ tên,Tình trạng hiện nay,tinh\nA,Khách hàng tiềm năng,Hà Nội\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .expect(200);
        assertThat(preview.json("columns.1.field")).isEqualTo("lifecycleStage");
        assertThat(preview.json("columns.2.field")).isEqualTo("address.province");
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

    @Test
    void a_phone_that_cannot_be_read_is_nobodys_and_finds_nobody() {
        JsonNode done = imports.file(
                "contacts",
                "fullName,phone,tags\nLê Một,chưa rõ,%1$s\nLê Hai,chưa rõ,%1$s\n".formatted(tag),
                Map.of("duplicates", "update"));

        assertThat(counts(done)).isEqualTo("2 created, 0 updated, 0 skipped, 0 failed");
        assertThat(named(tagged(), "Lê Một").at("/phone").stringValue()).isEqualTo("chưa rõ");
        api.post("/api/contacts", Map.of("fullName", "Lê Ba", "phone", "chưa rõ"))
                .expect(400);
    }

    @Test
    void a_phone_that_a_spreadsheet_has_spoilt_is_refused_or_whole_again() {
        String digits = "%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
        JsonNode done = imports.file("contacts", """
                fullName;phone;tags
                Lê Mũ;8.49E+10;%1$s
                Lê Phẩy;8,49E+10;%1$s
                Lê Không;8491%2$s.0;%1$s
                Lê Không Phẩy;8492%2$s,0;%1$s
                """.formatted(tag, digits), Map.of());

        assertThat(counts(done)).isEqualTo("2 created, 0 updated, 0 skipped, 2 failed");
        assertThat(api.inEnglish()
                        .get("/api/imports/" + done.get("id").stringValue() + "/errors.csv")
                        .body())
                .contains("phone: The spreadsheet has shortened this number (8.49E+10)");
        assertThat(named(tagged(), "Lê Không").at("/phones").toString()).isEqualTo("[\"+8491" + digits + "\"]");
        assertThat(named(tagged(), "Lê Không Phẩy").at("/phones").toString()).isEqualTo("[\"+8492" + digits + "\"]");
        assertThat(counts(imports.file(
                        "companies", "name,phone,tags\nCông ty %1$s,8.49E+10,%1$s\n".formatted(tag), Map.of())))
                .isEqualTo("0 created, 0 updated, 0 skipped, 1 failed");
    }

    @Test
    void an_update_of_one_part_of_a_name_or_an_address_leaves_the_others() {
        String mail = unique() + "@phan.vn";
        String path = "/api/contacts/"
                + api.post(
                                "/api/contacts",
                                Map.of(
                                        "fullName",
                                        "Nguyễn Thị Hoa",
                                        "email",
                                        mail,
                                        "address",
                                        Map.of("province", "hà nội", "ward", "Ba Đình", "line", "1 Ngọc Hà")))
                        .expect(201)
                        .json("id");
        Map<String, String> update = Map.of("duplicates", "update");
        String company = "Địa chỉ " + tag;
        api.post("/api/companies", Map.of("name", company, "address", Map.of("province", "Huế", "line", "2 Lê Lợi")))
                .expect(201);

        imports.file("contacts", "email,givenName,address.line\n%s,Huệ,3 Đội Cấn\n".formatted(mail), update);
        Answer after = api.get(path).expect(200);
        assertThat(after.json("fullName")).isEqualTo("Nguyễn Thị Huệ");
        assertThat(after.json("familyName")).isEqualTo("Nguyễn");
        assertThat(after.json("address.ward")).isEqualTo("Phường Ba Đình");
        assertThat(after.json("address.line")).isEqualTo("3 Đội Cấn");

        imports.file("contacts", "email,fullName,address.ward\n%s,Nguyễn Thị Huệ,Ngọc Hà\n".formatted(mail), update);
        assertThat(api.get(path).json("address.ward"))
                .as("of the province that is known")
                .isEqualTo("Phường Ngọc Hà");

        imports.file("contacts", "email,fullName,address.province\n%s,Nguyễn Thị Huệ,Huế\n".formatted(mail), update);
        after = api.get(path).expect(200);
        assertThat(after.json("address.province")).contains("Huế");
        assertThat(after.at("address.ward").isNull()).as("of another province").isTrue();
        assertThat(after.json("address.line")).isEqualTo("3 Đội Cấn");

        imports.file("companies", "name,address.line\n%s,4 Lê Lợi\n".formatted(company), update);
        Answer found = api.get("/api/companies?q=" + query(company)).expect(200);
        assertThat(found.json("items.0.address.line")).isEqualTo("4 Lê Lợi");
        assertThat(found.json("items.0.address.province")).contains("Huế");
    }

    @Test
    void a_row_that_would_move_somebody_back_or_aside_is_refused() {
        String mail = unique() + "@lui.vn";
        String path = "/api/contacts/"
                + api.post("/api/contacts", Map.of("fullName", "Lê Tiến", "email", mail, "lifecycleStage", "SQL"))
                        .expect(201)
                        .json("id");
        JsonNode done = imports.file(
                "contacts",
                "fullName,email,jobTitle,lifecycleStage\nLê Tiến,%1$s,Giám đốc,LEAD\nLê Tiến,%1$s,Giám đốc,OTHER\n"
                        .formatted(mail),
                Map.of("duplicates", "update"));

        assertThat(counts(done)).isEqualTo("0 created, 0 updated, 0 skipped, 2 failed");
        assertThat(api.get("/api/imports/" + done.get("id").stringValue() + "/errors.csv")
                        .body())
                .contains("lifecycleStage: Đã ở giai đoạn khác");
        Answer after = api.get(path).expect(200);
        assertThat(after.json("lifecycleStage")).isEqualTo("SQL");
        assertThat(after.at("jobTitle").isNull())
                .as("nothing of a refused row is taken")
                .isTrue();
    }

    @Test
    void a_company_is_known_again_whatever_dash_or_quote_its_name_has() {
        String csv = "name,tags\nDịch vụ – Thương mại L’Or %1$s,%1$s\n".formatted(tag);
        assertThat(counts(imports.file("companies", csv, Map.of())))
                .isEqualTo("1 created, 0 updated, 0 skipped, 0 failed");
        assertThat(counts(imports.file("companies", csv, Map.of())))
                .isEqualTo("0 created, 0 updated, 1 skipped, 0 failed");
        assertThat(ids(api.get("/api/companies?q=" + query("Dịch vụ – Thương mại L’Or " + tag))))
                .hasSize(1);
        assertThat(ids(api.get("/api/companies?q=" + query("dich vu - thuong mai l'or " + tag))))
                .hasSize(1);
    }

    @Test
    void numbers_and_dates_of_own_fields_are_read_as_everywhere_in_files() {
        String key = "so" + tag.replaceAll("[^a-z0-9]", "");
        field(key, "NUMBER");
        field(key + "n", "DATE");
        JsonNode done = imports.file("contacts", """
                fullName;tags;%2$s;%2$sn
                Một;%1$s;1.500;2018-02-26 23:58:54
                Hai;%1$s;1.125,5;2018-02-26T23:58:54Z
                Ba;%1$s;1,500;26/02/2018
                Bốn;%1$s;1,5;43157
                """.formatted(tag, key), Map.of());

        assertThat(counts(done)).isEqualTo("2 created, 0 updated, 0 skipped, 2 failed");
        assertThat(named(tagged(), "Một").at("/custom/" + key).decimalValue()).isEqualByComparingTo("1500");
        assertThat(named(tagged(), "Hai").at("/custom/" + key).decimalValue()).isEqualByComparingTo("1125.5");
        assertThat(named(tagged(), "Một").at("/custom/" + key + "n").stringValue())
                .isEqualTo("2018-02-26");
        assertThat(named(tagged(), "Hai").at("/custom/" + key + "n").stringValue())
                .as("the day that it was here")
                .isEqualTo("2018-02-27");
        assertThat(api.inEnglish()
                        .get("/api/imports/" + done.get("id").stringValue() + "/errors.csv")
                        .body())
                .contains("1,500 can be read in two ways: write 1500 or 1,5000")
                .contains("43157 looks like the number by which Excel counts days (2018-02-26)");
    }

    private void field(String key, String type) {
        api.post("/api/custom-fields", Map.of("kind", "CONTACT", "key", key, "type", type, "label", Map.of("vi", key)))
                .expect(201);
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
