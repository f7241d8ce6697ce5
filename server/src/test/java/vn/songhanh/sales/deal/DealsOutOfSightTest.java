package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

/** What somebody who may see a contact or a company, but not its deal, hears of that deal: that there is one. */
@SongHanhTest
class DealsOutOfSightTest {

    @Autowired
    Api api;

    Api rep;
    String contact;
    String company;
    String name;
    String deal;

    @BeforeEach
    void a_reps_contact_has_a_deal_of_somebody_elses() {
        rep = api.as(Role.INSIDE_REP);
        contact = new Sale(rep).contact("Khách của tôi");
        Sale owner = new Sale(api);
        company = owner.company("Công ty " + Ids.next());
        name = "Tuyệt mật " + Ids.next();
        deal = owner.deal(name, company, contact);
        rep.get("/api/deals/" + deal).expect(404);
    }

    @Test
    void filters_do_not_find_it() {
        List<String> asked = List.of(
                predicate("deals.name", "startsWith", "\"" + name + "\""),
                predicate("deals.amount", "gt", "149999999"),
                predicate("deals.ownerId", "eq", "\"" + api.memberId() + "\""),
                predicate("deals.status", "eq", "\"OPEN\""));
        for (String filter : asked) {
            assertThat(found(api, "contacts", filter)).as(filter).contains(contact);
            assertThat(found(rep, "contacts", filter)).as(filter).isEmpty();
            assertThat(found(api, "companies", filter)).as(filter).contains(company);
            assertThat(found(rep, "companies", filter)).as(filter).isEmpty();
            assertThat(found(api.scopes("contacts:read"), "contacts", filter))
                    .as(filter)
                    .isEmpty();
        }
    }

    @Test
    void a_key_that_may_not_read_companies_learns_nothing_of_them_by_filters() {
        String taxCode = "0100109106";
        String bank = api.post("/api/companies", Map.of("name", "Ngân hàng", "taxCode", taxCode))
                .expect(201)
                .json("id");
        String clerk = api.post("/api/contacts", Map.of("fullName", "Nhân viên", "companyId", bank))
                .expect(201)
                .json("id");
        String filter = predicate("company.taxCode", "startsWith", "\"" + taxCode + "\"");
        assertThat(found(api, "contacts", filter)).containsExactly(clerk);
        assertThat(found(api.scopes("contacts:read"), "contacts", filter)).isEmpty();
    }

    @Test
    void timelines_tell_that_something_happened_and_not_what() {
        for (Api who : List.of(rep, api.scopes("contacts:read", "companies:read"))) {
            for (String path : List.of("/api/contacts/" + contact, "/api/companies/" + company)) {
                Api.Answer timeline = who.get(path + "/timeline").expect(200);
                assertThat(Sale.texts(timeline.at("items"), "kind")).contains("DEAL_OPENED");
                assertThat(timeline.body()).doesNotContain(name).doesNotContain(deal);
            }
        }
    }

    @Test
    void timelines_tell_whoever_may_see_the_deal() {
        for (String path : List.of("/api/contacts/" + contact, "/api/companies/" + company)) {
            JsonNode items = api.get(path + "/timeline").expect(200).at("items");
            assertThat(Sale.texts(items, "text")).contains(name);
            assertThat(Sale.texts(items, "ref")).contains(deal);
        }
        api.patch("/api/deals/" + deal, 1, Map.of("ownerId", rep.memberId().toString()))
                .expect(200);
        assertThat(Sale.texts(rep.get("/api/contacts/" + contact + "/timeline").at("items"), "text"))
                .as("also when it became theirs later")
                .contains(name);
    }

    private static String predicate(String field, String op, String value) {
        return "{\"field\":\"%s\",\"op\":\"%s\",\"value\":%s}".formatted(field, op, value);
    }

    private static List<String> found(Api who, String records, String filter) {
        return Sale.texts(
                who.get("/api/" + records + "?limit=200&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                        .expect(200)
                        .at("items"),
                "id");
    }
}
