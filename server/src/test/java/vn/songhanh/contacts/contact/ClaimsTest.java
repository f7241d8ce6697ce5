package vn.songhanh.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.songhanh.contacts.contact.ContactsTest.unique;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.contacts.company.Companies;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.company.CompanyInput;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.Crossing;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;

/** What no two records share, they do not come to share by being made at the same moment, through whatever door. */
@SongHanhTest
class ClaimsTest {

    @Autowired
    Api api;

    @Autowired
    TestImports imports;

    @Autowired
    Crossing crossing;

    @Autowired
    Contacts contacts;

    @Autowired
    Companies companies;

    @Autowired
    ImportTarget contactImport;

    @Autowired
    ImportTarget companyImport;

    private final JsonMapper json = JsonMapper.builder().build();
    private final String mark = unique();
    private final String email = mark + "@claims.vn";
    private final String domain = mark + ".vn";
    private Viewer viewer;

    @BeforeEach
    void somebody() {
        viewer = api.viewer();
    }

    @Test
    void an_import_finds_the_contact_that_is_being_created() throws Exception {
        Outcome outcome = crossing.during(
                () -> contacts.create(viewer, contact(email), false),
                () -> one(contactImport, Map.of("fullName", "Hoa", "email", email)));
        assertThat(outcome).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_contact_is_not_created_while_an_import_makes_it() throws Exception {
        crossing.during(
                        () -> one(contactImport, Map.of("fullName", "Hoa", "email", email)),
                        () -> api.post("/api/contacts", Map.of("fullName", "Hoa", "email", email)))
                .expect(409);
    }

    @Test
    void a_contact_is_not_created_while_a_long_file_makes_it() throws Exception {
        List<Map<String, String>> many = IntStream.range(0, 600)
                .mapToObj(n -> Map.of("fullName", "Hoa " + n, "email", n + email))
                .toList();
        crossing.during(
                        () -> all(contactImport, many),
                        () -> api.post("/api/contacts", Map.of("fullName", "Hoa", "email", "599" + email)))
                .expect(409);
        assertThat(
                        crossing
                                .during(
                                        () -> contacts.create(viewer, contact(email), false),
                                        () -> all(contactImport, many))
                                .stream()
                                .map(Object::getClass)
                                .distinct())
                .singleElement()
                .isEqualTo(Outcome.Skipped.class);
    }

    @Test
    void two_imports_of_one_file_make_every_row_once() throws Exception {
        for (Duplicates duplicates : List.of(Duplicates.SKIP, Duplicates.UPDATE)) {
            Map<String, String> person = Map.of("fullName", "Hoa", "email", duplicates + email);
            assertThat(crossing.during(
                            () -> rows(contactImport, duplicates, person),
                            () -> rows(contactImport, duplicates, person)))
                    .singleElement()
                    .isInstanceOf(Outcome.Skipped.class);
            for (Map<String, String> company : List.of(
                    Map.of("name", "Công ty " + duplicates + mark),
                    Map.of("name", "Công ty có tên miền", "domain", duplicates + domain))) {
                assertThat(crossing.during(
                                () -> rows(companyImport, duplicates, company),
                                () -> rows(companyImport, duplicates, company)))
                        .singleElement()
                        .isInstanceOf(Outcome.Skipped.class);
            }
        }
    }

    @Test
    void an_address_is_not_given_to_two_at_once() throws Exception {
        String other = api.post("/api/contacts", Map.of("fullName", "Lan")).json("id");
        crossing.during(
                        () -> contacts.create(viewer, contact(email), false),
                        () -> api.patch("/api/contacts/" + other, 1, Map.of("email", email)))
                .expect(409);
        crossing.during(
                        () -> contacts.patch(
                                viewer,
                                ContactId.of(other),
                                1,
                                json.valueToTree(Map.of("phone", "0356 781 290", "email", "new" + email)),
                                false),
                        () -> api.post("/api/contacts", Map.of("fullName", "Minh", "email", "new" + email)))
                .expect(409);
    }

    @Test
    void two_companies_do_not_come_to_one_domain_at_once() throws Exception {
        crossing.during(
                        () -> companies.create(viewer, company(domain), false),
                        () -> api.post("/api/companies", Map.of("name", "Hai " + mark, "domain", "www." + domain)))
                .expect(409);
        Answer other = api.post("/api/companies", Map.of("name", "Ba " + mark)).expect(201);
        crossing.during(
                        () -> companies.create(viewer, company("b" + domain), false),
                        () -> api.patch(
                                "/api/companies/" + other.json("id"), 1, Map.of("domain", "https://b" + domain)))
                .expect(409);
        assertThat(crossing.<Outcome>during(
                        () -> companies.create(viewer, company("c" + domain), false),
                        () -> one(companyImport, Map.of("name", "Bốn " + mark, "domain", "c" + domain))))
                .isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_domain_is_not_restored_while_another_company_gets_it() throws Exception {
        String gone = api.post("/api/companies", Map.of("name", "Cũ " + mark, "domain", domain))
                .json("id");
        api.delete("/api/companies/" + gone).expect(204);
        crossing.during(
                        () -> companies.create(viewer, company(domain), false),
                        () -> api.post("/api/companies/" + gone + "/restore", null))
                .expect(409);
    }

    @Test
    void two_who_give_companies_parents_at_once_make_no_circle() throws Exception {
        String one = aCompany("Một");
        String two = aCompany("Hai");
        Answer refused = crossing.during(
                () -> companies.patch(viewer, CompanyId.of(one), 1, json.valueToTree(Map.of("parentId", two)), false),
                () -> api.patch("/api/companies/" + two, 1, Map.of("parentId", one)));
        assertThat(refused.expect(409).json("type")).endsWith("company-circle");
    }

    @Test
    void an_import_makes_no_circle_with_one_who_edits() throws Exception {
        String one = aCompany("Một");
        String two = aCompany("Hai");
        List<Outcome> outcomes = crossing.during(
                () -> companies.patch(viewer, CompanyId.of(one), 1, json.valueToTree(Map.of("parentId", two)), false),
                () -> rows(companyImport, Duplicates.UPDATE, Map.of("name", "Hai " + mark, "parent", "Một " + mark)));
        assertThat(outcomes).singleElement().isEqualTo(new Outcome.Failed("parent", "company-circle"));
    }

    @Test
    void the_rows_of_a_file_make_no_circle() {
        aCompany("Một");
        assertThat(rows(
                                companyImport,
                                Duplicates.UPDATE,
                                Map.of("name", "Một " + mark, "parent", "Hai " + mark),
                                Map.of("name", "Hai " + mark, "parent", "Ba " + mark),
                                Map.of("name", "Ba " + mark, "parent", "Một " + mark),
                                Map.of("name", "Bốn " + mark, "parent", "Ba " + mark))
                        .stream()
                        .map(outcome -> outcome.getClass().getSimpleName()))
                .containsExactly("Updated", "Created", "Failed", "Created");
    }

    private String aCompany(String name) {
        return api.post("/api/companies", Map.of("name", name + " " + mark))
                .expect(201)
                .json("id");
    }

    private ContactInput contact(String address) {
        return json.convertValue(Map.of("fullName", "Hoa", "email", address), ContactInput.class);
    }

    private CompanyInput company(String site) {
        return json.convertValue(Map.of("name", "Công ty " + site, "domain", site), CompanyInput.class);
    }

    private Outcome one(ImportTarget target, Map<String, String> row) {
        return rows(target, Duplicates.SKIP, row).getFirst();
    }

    @SafeVarargs
    private List<Outcome> rows(ImportTarget target, Duplicates duplicates, Map<String, String>... rows) {
        return imports.rows(target, viewer, duplicates, rows);
    }

    @SuppressWarnings("unchecked")
    private List<Outcome> all(ImportTarget target, List<Map<String, String>> rows) {
        return imports.rows(target, viewer, Duplicates.SKIP, rows.toArray(Map[]::new));
    }
}
