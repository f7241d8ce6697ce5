package vn.songhanh.contacts.company;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.contact.ContactsTest.fields;
import static vn.songhanh.contacts.contact.ContactsTest.ids;
import static vn.songhanh.contacts.contact.ContactsTest.query;
import static vn.songhanh.contacts.contact.ContactsTest.unique;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class CompaniesTest {

    @Autowired
    Api api;

    @Test
    void a_company_is_made_read_changed_and_found() {
        String name = "Công ty Cổ phần Sữa " + unique();
        String taxCode = taxCode();
        Answer made = api.post(
                        "/api/companies",
                        Map.of(
                                "name",
                                name,
                                "taxCode",
                                taxCode,
                                "domain",
                                "https://www." + unique() + ".com.vn/vi",
                                "phone",
                                "028 3822 9999",
                                "industry",
                                "Sữa",
                                "address",
                                Map.of("province", "Bình Dương")))
                .expect(201);
        String path = "/api/companies/" + made.json("id");

        assertThat(made.json("phone")).isEqualTo("+842838229999");
        assertThat(made.json("domain")).doesNotContain("www").endsWith(".com.vn");
        assertThat(made.json("address.provinceCode"))
                .as("Bình Dương was merged into Hồ Chí Minh")
                .isEqualTo("79");
        assertThat(api.get(path).expect(200).json()).isEqualTo(made.json());
        assertThat(api.patch(path, made.etag(), Map.of("industry", "Thực phẩm"))
                        .expect(200)
                        .json("industry"))
                .isEqualTo("Thực phẩm");
        assertThat(ids(api.get("/api/companies?q=" + query(taxCode)))).containsExactly(made.json("id"));
        assertThat(ids(api.get("/api/companies?q=" + query(name.replace("Sữa", "sua")))))
                .containsExactly(made.json("id"));
        assertThat(ids(api.get("/api/companies?q=" + query(made.json("domain")))))
                .containsExactly(made.json("id"));
    }

    @Test
    void no_two_living_companies_have_one_tax_code() {
        String taxCode = taxCode();
        Answer first = create(Map.of("name", "Một " + unique(), "taxCode", taxCode));

        Answer refused = api.post("/api/companies?duplicates=allow", Map.of("name", "Hai", "taxCode", taxCode))
                .expect(409);

        assertThat(refused.json("type")).endsWith("company-duplicate");
        assertThat(refused.json("existingId")).isEqualTo(first.json("id"));
        create(Map.of("name", "Chi nhánh " + unique(), "taxCode", taxCode + "-001"));
        api.delete("/api/companies/" + first.json("id")).expect(204);
        Answer second = create(Map.of("name", "Hai " + unique(), "taxCode", taxCode));
        assertThat(api.post("/api/companies/" + first.json("id") + "/restore", null)
                        .expect(409)
                        .json("existingId"))
                .isEqualTo(second.json("id"));
    }

    @Test
    void a_mistyped_tax_code_is_told_from_nonsense() {
        Answer mistyped = api.post("/api/companies", Map.of("name", "A", "taxCode", "0300588560"))
                .expect(400);
        assertThat(mistyped.json("errors.0.code")).isEqualTo("tax-code-check-digit");
        Answer nonsense =
                api.post("/api/companies", Map.of("name", "A", "taxCode", "12")).expect(400);
        assertThat(nonsense.json("errors.0.code")).isEqualTo("not-a-tax-code");
    }

    @Test
    void a_company_cannot_stand_above_itself() {
        String top = create(Map.of("name", "Mẹ " + unique())).json("id");
        String child =
                create(Map.of("name", "Con " + unique(), "parentId", top)).json("id");

        assertThat(api.patch("/api/companies/" + top, 1, Map.of("parentId", child))
                        .expect(409)
                        .json("type"))
                .endsWith("company-circle");
        assertThat(fields(api.patch("/api/companies/" + top, 1, Map.of("parentId", top))
                        .expect(400)))
                .containsExactly("parentId");
        assertThat(fields(api.post("/api/companies", Map.of("name", "x", "parentId", Ids.next()))
                        .expect(400)))
                .containsExactly("parentId");
    }

    @Test
    void reps_read_every_company_and_change_their_own() {
        Api lan = api.as("Lan", Role.INSIDE_REP, "Đội " + unique());
        Api stranger = api.as("Minh", Role.OUTSIDE_REP, "Khác " + unique());
        Answer ofLan = lan.post("/api/companies", Map.of("name", "Của Lan " + unique()))
                .expect(201);
        String path = "/api/companies/" + ofLan.json("id");

        assertThat(stranger.get(path).expect(200).at("can.edit").booleanValue()).isFalse();
        stranger.patch(path, 1, Map.of("industry", "x")).expect(403);
        lan.patch(path, 1, Map.of("industry", "x")).expect(200);
    }

    @Test
    void provinces_and_wards_are_found_without_accents() {
        assertThat(api.get("/api/provinces").expect(200).at("items").size()).isEqualTo(34);
        Answer wards = api.get("/api/provinces/wards?province=01&q=ba%20dinh").expect(200);
        assertThat(wards.json("items.0.name")).isEqualTo("Phường Ba Đình");
        api.get("/api/provinces/wards?province=00").expect(400);
    }

    private Answer create(Map<String, ?> input) {
        return api.post("/api/companies", input).expect(201);
    }

    private static String taxCode() {
        while (true) {
            String nine = String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
            for (int check = 0; check < 10; check++) {
                if (new TaxCode(nine + check).checks()) {
                    return nine + check;
                }
            }
        }
    }
}
