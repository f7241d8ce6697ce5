package vn.songhanh.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
public class ContactsTest {

    @Autowired
    Api api;

    @Autowired
    TestImports imports;

    @Test
    void what_is_logged_again_with_the_same_key_is_logged_once() {
        String path = "/api/contacts/"
                + api.post("/api/contacts", Map.of("fullName", "Gọi Một Lần"))
                        .expect(201)
                        .json("id") + "/timeline";
        Api again = api.with("Idempotency-Key", unique());
        Map<String, String> call = Map.of("kind", "CALL", "text", "Hẹn gặp", "direction", "OUT");
        Answer first = again.post(path, call).expect(201);
        assertThat(again.post(path, call).expect(201).body()).isEqualTo(first.body());
        assertThat(first.json("text")).isEqualTo("Hẹn gặp");
        assertThat(api.get(path).body().split("Hẹn gặp")).hasSize(2);
    }

    @Test
    void a_full_name_alone_makes_a_contact() {
        Answer made = api.post("/api/contacts", Map.of("fullName", "  Đặng Thị Thuỷ Tiên "))
                .expect(201);

        assertThat(made.json("familyName")).isEqualTo("Đặng");
        assertThat(made.json("givenName")).isEqualTo("Tiên");
        assertThat(made.json("lifecycleStage")).isEqualTo("LEAD");
        assertThat(made.json("ownerId")).isEqualTo(api.memberId().toString());
        assertThat(made.at("can.edit").booleanValue()).isTrue();
        assertThat(made.header("Location")).isEqualTo("/api/contacts/" + made.json("id"));
        assertThat(made.etag()).isEqualTo("\"1\"");
        assertThat(api.get("/api/contacts/" + made.json("id")).expect(200).json())
                .isEqualTo(made.json());
    }

    @Test
    void everything_about_a_contact_is_kept() {
        String company = api.post("/api/companies", Map.of("name", "Sữa " + Ids.next()))
                .expect(201)
                .json("id");
        String mail = unique() + "@Example.VN";
        Map<String, Object> input = new HashMap<>();
        input.put("fullName", "Trần Văn Bình");
        input.put("email", mail);
        input.put("emails", List.of("khac-" + mail));
        input.put("phone", "01234567890");
        input.put("jobTitle", "Trưởng phòng mua hàng");
        input.put("companyId", company);
        input.put("lifecycleStage", "MQL");
        input.put("source", Map.of("channel", "web", "campaign", "tet-2027", "medium", "cpc"));
        input.put("tags", List.of("vip", "sữa", "vip"));
        input.put("address", Map.of("province", "hà nội", "ward", "Ba Đình", "line", "1 Ngọc Hà"));
        customField("nhomHang", "TEXT");
        customField("soXe", "NUMBER");
        input.put("custom", Map.of("nhomHang", "A", "soXe", 3));
        String id =
                api.post("/api/contacts?duplicates=allow", input).expect(201).json("id");

        Answer read = api.get("/api/contacts/" + id).expect(200);

        assertThat(read.json("email")).isEqualTo(mail.toLowerCase(java.util.Locale.ROOT));
        assertThat(read.at("emails").size()).isEqualTo(2);
        assertThat(read.json("phone")).isEqualTo("+84834567890");
        assertThat(read.json("companyName")).startsWith("Sữa");
        assertThat(read.json("lifecycleStage")).isEqualTo("MQL");
        assertThat(read.json("source.campaign")).isEqualTo("tet-2027");
        assertThat(read.at("tags").size()).isEqualTo(2);
        assertThat(read.json("address.provinceCode")).isEqualTo("01");
        assertThat(read.json("address.ward")).isEqualTo("Phường Ba Đình");
        assertThat(read.at("custom.soXe").intValue()).isEqualTo(3);
    }

    @Test
    void a_request_sent_again_with_its_key_makes_no_second_contact() {
        Map<String, String> input = Map.of("fullName", "Lê Gửi Lại", "email", unique() + "@lai.vn");
        Api keyed = api.with("Idempotency-Key", unique());

        String first = keyed.post("/api/contacts", input).expect(201).json("id");

        assertThat(keyed.post("/api/contacts", input).expect(201).json("id")).isEqualTo(first);
        keyed.post("/api/contacts", Map.of("fullName", "Người Khác")).expect(409);
    }

    @Test
    void a_patch_changes_what_it_names_and_null_removes() {
        Answer made = create(Map.of("fullName", "Lê Hoa", "jobTitle", "Kế toán", "tags", List.of("a")));
        String path = "/api/contacts/" + made.json("id");

        Answer changed = api.patch(path, made.etag(), "{\"fullName\":\"Lê Thị Huệ\",\"jobTitle\":null}")
                .expect(200);

        assertThat(changed.json("givenName")).isEqualTo("Huệ");
        assertThat(changed.at("jobTitle").isNull()).isTrue();
        assertThat(changed.at("tags").size()).isEqualTo(1);
        assertThat(changed.etag()).isEqualTo("\"2\"");
    }

    @Test
    void a_new_primary_email_takes_the_place_of_the_old() {
        String first = unique() + "@a.vn";
        String second = unique() + "@a.vn";
        String third = unique() + "@a.vn";
        Answer made = create(Map.of("fullName", "Lê Hoa", "emails", List.of(first, second)));

        Answer changed = api.patch("/api/contacts/" + made.json("id"), 1, Map.of("email", third))
                .expect(200);

        assertThat(texts(changed.at("emails"))).containsExactly(third, second);
    }

    @Test
    void a_stale_change_is_refused_with_both_versions() {
        Answer made = create(Map.of("fullName", "Lê Hoa"));
        String path = "/api/contacts/" + made.json("id");
        api.patch(path, 1, Map.of("jobTitle", "Giám đốc")).expect(200);

        Answer stale = api.patch(path, 1, Map.of("jobTitle", "Phó giám đốc")).expect(412);

        assertThat(stale.at("yourVersion").longValue()).isEqualTo(1);
        assertThat(stale.json("current.jobTitle")).isEqualTo("Giám đốc");
        api.send("PATCH", path, Map.of("jobTitle", "x")).expect(428);
    }

    @Test
    void a_living_contact_with_the_same_email_or_phone_is_named() {
        String mail = unique() + "@trung.vn";
        String phone = phone();
        Answer first = create(Map.of("fullName", "Lê Hoa", "emails", List.of("x" + mail, mail), "phone", phone));

        Answer byMail = api.post(
                        "/api/contacts", Map.of("fullName", "Hoa", "email", mail.toUpperCase(java.util.Locale.ROOT)))
                .expect(409);
        assertThat(byMail.json("type")).endsWith("contact-duplicate");
        assertThat(byMail.json("existingId")).isEqualTo(first.json("id"));
        assertThat(byMail.json("field")).isEqualTo("email");
        assertThat(api.post("/api/contacts", Map.of("fullName", "Hoa", "phone", phone))
                        .expect(409)
                        .json("field"))
                .isEqualTo("phone");

        api.post("/api/contacts?duplicates=allow", Map.of("fullName", "Hoa", "email", mail))
                .expect(201);
    }

    @Test
    void a_rep_is_not_told_whose_the_duplicate_is_when_he_may_not_see_it() {
        String mail = unique() + "@kin.vn";
        create(Map.of("fullName", "Lê Hoa", "email", mail));

        Answer refused = api.as(Role.INSIDE_REP)
                .post("/api/contacts", Map.of("fullName", "Hoa", "email", mail))
                .expect(409);

        assertThat(refused.json("existingId")).isEmpty();
    }

    @Test
    void two_who_create_the_same_contact_at_once_do_not_both_succeed() throws Exception {
        String mail = unique() + "@dua.vn";
        List<Integer> answers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        api.ready();
        for (int i = 0; i < 6; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                int status = api.post("/api/contacts", Map.of("fullName", "Đua", "email", mail))
                        .status();
                synchronized (answers) {
                    answers.add(status);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }

    @Test
    void a_deleted_contact_waits_in_the_bin() {
        Answer made = create(Map.of("fullName", "Lê Xoá", "email", unique() + "@xoa.vn"));
        String path = "/api/contacts/" + made.json("id");
        api.delete(path).expect(204);

        api.get(path).expect(404);
        assertThat(ids(api.get("/api/contacts?deleted=true&limit=200"))).contains(made.json("id"));
        assertThat(ids(api.get("/api/contacts?limit=200"))).doesNotContain(made.json("id"));

        api.post(path + "/restore", null).expect(200);
        api.get(path).expect(200);
    }

    @Test
    void a_restored_contact_that_collides_says_with_whom() {
        String mail = unique() + "@cu.vn";
        Answer old = create(Map.of("fullName", "Lê Cũ", "email", mail));
        api.delete("/api/contacts/" + old.json("id")).expect(204);
        Answer other = create(Map.of("fullName", "Lê Mới", "email", mail));

        Answer refused =
                api.post("/api/contacts/" + old.json("id") + "/restore", null).expect(409);

        assertThat(refused.json("existingId")).isEqualTo(other.json("id"));
    }

    @Test
    void reps_see_their_own_managers_their_teams_and_the_owner_all() {
        Api lan = api.as("Lan", Role.INSIDE_REP, "Miền Bắc " + unique());
        String ofLan = lan.post("/api/contacts", Map.of("fullName", "Khách của Lan"))
                .expect(201)
                .json("id");
        Api stranger = api.as("Minh", Role.INSIDE_REP, "Miền Nam " + unique());

        lan.get("/api/contacts/" + ofLan).expect(200);
        api.get("/api/contacts/" + ofLan).expect(200);
        stranger.get("/api/contacts/" + ofLan).expect(404);
        stranger.patch("/api/contacts/" + ofLan, 1, Map.of("jobTitle", "x")).expect(404);
        stranger.get("/api/contacts/" + ofLan + "/timeline").expect(404);
        assertThat(ids(stranger.get("/api/contacts"))).isEmpty();
        assertThat(ids(stranger.get("/api/contacts?q=khach%20cua%20lan"))).isEmpty();
        assertThat(stranger.get("/api/contacts?count=true").at("total").longValue())
                .isZero();
        lan.delete("/api/contacts/" + ofLan).expect(403);
        api.as(Role.VIEWER)
                .post("/api/contacts", Map.of("fullName", "Không được"))
                .expect(403);
    }

    @Test
    void a_list_is_paged_filtered_and_sorted_by_given_name() {
        String tag = unique();
        for (String name : List.of("Trần Đào", "Lê Ấn", "Nguyễn An", "Phạm Dũng", "Võ Ánh", "Bùi Ầm", "Lý Ân")) {
            create(Map.of("fullName", name, "tags", List.of(tag, "loại")));
        }
        String filter = query("{\"all\":[{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + tag
                + "\"},{\"field\":\"lifecycleStage\",\"op\":\"in\",\"value\":[\"LEAD\",\"MQL\"]}]}");

        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = api.get("/api/contacts?sort=name&limit=3&count=true&filter=" + filter + cursor)
                    .expect(200);
            assertThat(page.at("total").longValue()).isEqualTo(7);
            page.at("items").forEach(item -> names.add(item.get("givenName").stringValue()));
            cursor = page.at("nextCursor").isNull() ? "" : "&cursor=" + page.json("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(names).containsExactly("An", "Ánh", "Ầm", "Ân", "Ấn", "Dũng", "Đào");
        List<String> backwards = new ArrayList<>();
        api.get("/api/contacts?sort=-name&filter=" + filter)
                .at("items")
                .forEach(item -> backwards.add(item.get("givenName").stringValue()));
        assertThat(backwards).isEqualTo(names.reversed());
    }

    @Test
    void contacts_are_found_by_their_companys_industry() {
        String industry = "ngành " + unique();
        String company = api.post("/api/companies", Map.of("name", "Công ty " + unique(), "industry", industry))
                .expect(201)
                .json("id");
        String id = create(Map.of("fullName", "Lê Ngành", "companyId", company)).json("id");

        Answer found = api.get("/api/contacts?filter="
                + query("{\"field\":\"company.industry\",\"op\":\"eq\",\"value\":\"" + industry + "\"}"));

        assertThat(ids(found)).containsExactly(id);
    }

    @Test
    void a_companys_name_stands_beside_a_contact_only_for_those_who_may_see_the_company() {
        String company = api.post("/api/companies", Map.of("name", "Kín " + unique()))
                .expect(201)
                .json("id");
        String id =
                create(Map.of("fullName", "Người Kín", "companyId", company)).json("id");
        Api narrow = api.scopes("contacts:read");

        assertThat(api.get("/api/contacts/" + id).json("companyName")).startsWith("Kín");
        assertThat(narrow.get("/api/contacts/" + id).at("companyName").isNull()).isTrue();
        assertThat(narrow.get("/api/contacts?filter="
                                + query("{\"field\":\"companyId\",\"op\":\"eq\",\"value\":\"" + company + "\"}"))
                        .at("items.0.companyName")
                        .isNull())
                .isTrue();

        api.delete("/api/companies/" + company).expect(204);
        assertThat(api.get("/api/contacts/" + id).at("companyName").isNull())
                .as("the company is in the bin")
                .isTrue();
    }

    @Test
    void a_search_tells_how_many_match_when_asked() {
        String word = "z" + unique().replaceAll("[^a-z]", "");
        create(Map.of("fullName", "Trần " + word + " An"));
        create(Map.of("fullName", "Trần " + word + " Bình"));

        assertThat(api.get("/api/contacts?limit=1&count=true&q=" + word)
                        .at("total")
                        .intValue())
                .isEqualTo(2);
        assertThat(api.get("/api/contacts?q=" + word).at("total").isMissingNode())
                .isTrue();
    }

    @Test
    void search_is_blind_to_accents_but_prefers_those_typed() {
        String word = "q" + unique().replaceAll("[^a-z]", "");
        create(Map.of("fullName", "Nguyễn " + word + " Thủy"));
        create(Map.of("fullName", "Nguyễn " + word + " Thúy"));
        create(Map.of("fullName", "Nguyễn " + word + " Thuỳ"));

        Answer found = api.get("/api/contacts?q=" + query(word + " thúy")).expect(200);

        assertThat(found.json("items.0.givenName")).isEqualTo("Thúy");
        assertThat(found.at("items").size()).isEqualTo(3);
        assertThat(api.get("/api/contacts?q=" + query("THUY " + word))
                        .at("items")
                        .size())
                .as("words in another order")
                .isEqualTo(3);
        assertThat(api.get("/api/contacts?q=" + query(word.substring(1, word.length() - 1)))
                        .at("items")
                        .size())
                .as("the middle of a word")
                .isEqualTo(3);
        assertThat(api.get("/api/contacts?q=" + query("%_\\")).at("items").size())
                .as("wildcards are letters")
                .isZero();
    }

    @Test
    void search_finds_emails_and_phones() {
        String mail = unique() + "@tim.vn";
        String phone = phone();
        String id = create(Map.of("fullName", "Lê Tìm", "emails", List.of("z" + mail, mail), "phone", phone))
                .json("id");

        assertThat(ids(api.get("/api/contacts?q=" + query(mail)))).containsExactly(id);
        assertThat(ids(api.get("/api/contacts?q="
                        + query("z" + mail.substring(0, 12) + "@").replace("%40", "%40"))))
                .doesNotContain("nobody");
        assertThat(ids(api.get("/api/contacts?q=" + query(phone)))).containsExactly(id);
        assertThat(ids(api.get("/api/contacts?q=" + query(phone.substring(0, 9)))))
                .contains(id);
        assertThat(api.get("/api/search?q=" + query(mail)).expect(200).body()).contains(id);
    }

    @Test
    void the_part_before_the_at_finds_the_address_and_case_and_punycode_do_not_count() {
        String local = "z" + unique().replace("-", "").substring(0, 20);
        String id = create(Map.of("fullName", "Lê Tìm", "email", local + "@phở.vn", "phone", phone()))
                .json("id");

        assertThat(ids(api.get("/api/contacts?q=" + local))).containsExactly(id);
        assertThat(api.get("/api/search?q=" + local).expect(200).body()).contains(id);
        for (String field : List.of("email", "emails")) {
            String filter = "{\"field\":\"%s\",\"op\":\"eq\",\"value\":\"%s@XN--PH-RBT.vn\"}"
                    .formatted(field, local.toUpperCase(java.util.Locale.ROOT));
            assertThat(ids(api.get("/api/contacts?filter=" + query(filter)))).containsExactly(id);
        }
        api.post("/api/contacts", Map.of("fullName", "Hoa", "email", local + "@xn--ph-rbt.vn"))
                .expect(409);
    }

    @Test
    void whoever_has_no_company_is_of_no_company_of_that_name() {
        String word = unique();
        String company = api.post("/api/companies", Map.of("name", "Gốm " + word))
                .expect(201)
                .json("id");
        String there = create(Map.of("fullName", "A " + word, "companyId", company, "tags", List.of(word)))
                .json("id");
        String without =
                create(Map.of("fullName", "B " + word, "tags", List.of(word))).json("id");
        String tagged = "{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"" + word + "\"}";
        Map.of(
                        "\"op\":\"eq\",\"value\":\"Gốm %s\"", List.of(there),
                        "\"op\":\"ne\",\"value\":\"Gốm %s\"", List.of(without),
                        "\"op\":\"notIn\",\"value\":[\"Gốm %s\"]", List.of(without),
                        "\"op\":\"empty\"", List.of(without),
                        "\"op\":\"notEmpty\"", List.of(there))
                .forEach((asked, found) -> assertThat(ids(api.get("/api/contacts?filter="
                                + query("{\"all\":[%s,{\"field\":\"company.name\",%s}]}"
                                        .formatted(tagged, asked.formatted(word))))))
                        .as(asked)
                        .isEqualTo(found));
        api.delete("/api/companies/" + company).expect(204);
        assertThat(ids(api.get("/api/contacts?filter="
                        + query("{\"all\":[%s,{\"field\":\"company.name\",\"op\":\"empty\"}]}".formatted(tagged)))))
                .as("a company in the bin is none")
                .containsExactlyInAnyOrder(there, without);
    }

    @Test
    void the_global_search_prefers_the_accents_that_were_typed() {
        String word = unique().replaceAll("[^a-z]", "");
        String typed = create(Map.of("fullName", "Hoà " + word)).json("id");
        create(Map.of("fullName", "Hoa " + word));

        assertThat(api.get("/api/search?q=" + query("Hoà " + word)).json("items.0.id"))
                .isEqualTo(typed);
    }

    @Test
    void a_day_among_moments_is_all_of_it_in_the_workspaces_zone() {
        String tag = unique();
        String csv = "fullName,tags,lifecycleStage,lifecycleSince\n"
                + "Trước,%1$s,MQL,2025-03-09T16:59:59Z\nĐầu,%1$s,MQL,2025-03-10\n"
                + "Cuối,%1$s,MQL,2025-03-10 23:59:59.999\nSau,%1$s,MQL,2025-03-11\n";
        imports.file("contacts", csv.formatted(tag), Map.of("history", "true"));

        assertThat(namesSince(tag, "between", "[\"2025-03-10\",\"2025-03-10\"]"))
                .containsOnly("Đầu", "Cuối");
        assertThat(namesSince(tag, "lte", "\"2025-03-10\"")).containsOnly("Trước", "Đầu", "Cuối");
        assertThat(namesSince(tag, "after", "\"2025-03-10\"")).containsOnly("Sau");
        assertThat(namesSince(tag, "gt", "\"2025-03-10\"")).containsOnly("Sau");
        assertThat(namesSince(tag, "gte", "\"2025-03-10\"")).containsOnly("Đầu", "Cuối", "Sau");
        assertThat(namesSince(tag, "before", "\"2025-03-10\"")).containsOnly("Trước");
        assertThat(namesSince(tag, "lt", "\"2025-03-10\"")).containsOnly("Trước");
        assertThat(namesSince(tag, "after", "\"2025-03-09T17:00:00Z\"")).containsOnly("Cuối", "Sau");
    }

    private List<String> namesSince(String tag, String op, String value) {
        String filter = "{\"all\":[{\"field\":\"tags\",\"op\":\"eq\",\"value\":\"%s\"},".formatted(tag)
                + "{\"field\":\"lifecycleSince\",\"op\":\"%s\",\"value\":%s}]}".formatted(op, value);
        List<String> names = new ArrayList<>();
        api.get("/api/contacts?filter=" + query(filter))
                .expect(200)
                .at("items")
                .forEach(item -> names.add(item.get("fullName").stringValue()));
        return names;
    }

    @Test
    void names_in_another_normal_form_are_the_same_name() {
        String name = "Đặng Thị Thuỷ " + unique();
        Answer made = create(Map.of("fullName", Normalizer.normalize(name, Normalizer.Form.NFD)));

        assertThat(made.json("fullName")).isEqualTo(name);
        assertThat(create(Map.of("fullName", "Nguyễn 🌸 Hoa")).json("fullName")).isEqualTo("Nguyễn 🌸 Hoa");
    }

    @Test
    void a_ward_without_its_province_is_refused_and_not_dropped() {
        Answer refused = api.post("/api/contacts", Map.of("fullName", "Lê Hoa", "address", Map.of("ward", "Ba Đình")))
                .expect(400);
        assertThat(fields(refused)).containsExactly("address.province");
    }

    @Test
    void bad_input_is_refused_field_by_field() {
        Answer refused = api.post(
                        "/api/contacts",
                        Map.of("email", "không phải", "phone", "12", "address", Map.of("provinceCode", "99")))
                .expect(400);

        assertThat(fields(refused)).containsExactlyInAnyOrder("email", "phone", "address.provinceCode", "fullName");
        assertThat(fields(api.post("/api/contacts", "{\"fullName\":\"A\",\"nhóm máu\":\"O\"}")
                        .expect(400)))
                .containsExactly("nhóm máu");
        assertThat(fields(api.post("/api/contacts", "{\"fullName\":{}}").expect(400)))
                .containsExactly("fullName");
        api.post("/api/contacts", "{\"fullName\":").expect(400);
        assertThat(fields(api.post("/api/contacts", Map.of("fullName", "A", "companyId", Ids.next()))
                        .expect(400)))
                .containsExactly("companyId");
        assertThat(fields(api.post("/api/contacts", Map.of("fullName", "A", "ownerId", Ids.next()))
                        .expect(400)))
                .containsExactly("ownerId");
        assertThat(fields(api.post("/api/contacts", Map.of("fullName", "x".repeat(201)))
                        .expect(400)))
                .containsExactly("fullName");
        api.post("/api/contacts", "{\"fullName\":\"A\\u0000B\"}").expect(400);
        api.get("/api/contacts/không-phải-id").expect(404);
        api.get("/api/contacts/" + Ids.next()).expect(404);
        api.get("/api/contacts?cursor=abc").expect(400);
        api.get("/api/contacts?limit=1000").expect(400);
        api.get("/api/contacts?limit=nhiều".replace("ề", "%E1%BB%81")).expect(400);
        api.get("/api/contacts?sort=secret").expect(400);
        api.get("/api/contacts?filter=" + query("{\"field\":\"mật khẩu\",\"op\":\"eq\",\"value\":\"x\"}"))
                .expect(400);
        String deep = "{\"not\":".repeat(50) + "{\"all\":[]}" + "}".repeat(50);
        api.get("/api/contacts?filter=" + query(deep)).expect(400);
        String foreign = api.get("/api/companies?limit=1").json("nextCursor");
        if (!foreign.isEmpty()) {
            api.get("/api/contacts?cursor=" + foreign).expect(400);
        }
    }

    private Answer create(Map<String, ?> input) {
        return api.post("/api/contacts", input).expect(201);
    }

    private void customField(String key, String type) {
        Answer answer = api.post(
                "/api/custom-fields",
                Map.of("kind", "CONTACT", "key", key, "type", type, "label", Map.of("vi", key, "en", key)));
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
    }

    public static String unique() {
        return Ids.next().toString().substring(24) + Long.toString(System.nanoTime(), 36);
    }

    private static String phone() {
        return "09" + String.format("%08d", Math.floorMod(Ids.next().getLeastSignificantBits(), 100_000_000L));
    }

    public static List<String> ids(Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.expect(200).at("items").forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    public static List<String> fields(Answer answer) {
        List<String> fields = new ArrayList<>();
        answer.at("errors").forEach(error -> fields.add(error.get("field").stringValue()));
        return fields;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.stringValue()));
        return texts;
    }

    public static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
