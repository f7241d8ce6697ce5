package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.Crossing;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;

/** Two reps at the deals of one customer at the same moment. */
@SongHanhTest
class ClosingTogetherTest {

    @Autowired
    Api api;

    @Autowired
    Deals deals;

    @Autowired
    DealImport dealImport;

    @Autowired
    TestImports imports;

    @Autowired
    Crossing crossing;

    @Autowired
    DSLContext db;

    Sale sale;
    Viewer viewer;
    String hoa;
    String company;
    String one;
    String two;

    @BeforeEach
    void two_deals_of_one_customer() {
        sale = new Sale(api);
        viewer = api.viewer();
        hoa = sale.contact("Nguyễn Thị Hoa", "MQL");
        company = sale.company("Công ty " + Ids.next());
        one = sale.deal("Một", company, hoa);
        two = sale.deal("Hai", company, hoa);
    }

    @Test
    void two_who_lose_deals_of_one_company_do_not_wait_for_each_other() throws Exception {
        crossing.during(
                        () -> db.fetch("select from sales.deal where id = {0}::uuid for no key update", DSL.val(one)),
                        () -> sale.lose(two, "TIMING"),
                        () -> deals.lose(viewer, DealId.of(one), IfMatch.ANY, "TIMING", null, false))
                .expect(200);
        assertThat(api.get("/api/deals/" + one).json("status")).isEqualTo("LOST");
    }

    @Test
    void the_second_of_two_who_lose_the_last_deals_sees_the_first() throws Exception {
        Answer second = crossing.during(
                () -> deals.lose(viewer, DealId.of(one), IfMatch.ANY, "TIMING", null, false),
                () -> sale.lose(two, "TIMING"));
        assertThat(second.expect(200).json("recycling.contacts.0")).isEqualTo(hoa);
    }

    @Test
    void nobody_goes_back_to_marketing_while_a_deal_of_his_is_won_or_opened() throws Exception {
        sale.win(one).expect(200);
        crossing.during(() -> deals.win(viewer, DealId.of(two), IfMatch.ANY), () -> sale.reopen(one))
                .expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");

        String lan = sale.contact("Trần Thị Lan", "MQL");
        String last = sale.deal("Cuối", "", lan);
        assertThat(crossing.during(() -> deals.create(viewer, anotherOf(lan)), losing(last))
                        .expect(200)
                        .at("recycling")
                        .isObject())
                .isFalse();
        assertThat(sale.stageOf(lan)).isEqualTo("OPPORTUNITY");
    }

    @Test
    void whoever_wins_or_opens_a_deal_at_that_moment_brings_them_forward_again() throws Exception {
        sale.win(one).expect(200);
        crossing.during(() -> deals.reopen(viewer, DealId.of(one), IfMatch.ANY, "nhầm"), () -> sale.win(two))
                .expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
        assertThat(sale.stageOfCompany(company)).isEqualTo("CUSTOMER");

        String lan = sale.contact("Trần Thị Lan", "MQL");
        String last = sale.deal("Cuối", "", lan);
        crossing.during(
                        () -> deals.lose(viewer, DealId.of(last), IfMatch.ANY, "TIMING", null, true),
                        () -> api.post("/api/deals", Map.of("name", "Mới", "contactIds", List.of(lan))))
                .expect(201);
        assertThat(sale.stageOf(lan)).isEqualTo("OPPORTUNITY");
    }

    @Test
    void two_imports_of_one_file_make_every_deal_once() throws Exception {
        Map<String, String> row = Map.of("externalId", Ids.next().toString(), "name", "Đơn cũ");
        List<Outcome> second = crossing.during(
                () -> imports.rows(dealImport, viewer, Duplicates.SKIP, row),
                () -> imports.rows(dealImport, viewer, Duplicates.SKIP, row));
        assertThat(second).singleElement().isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_deal_that_was_imported_anew_is_not_restored() {
        Map<String, String> row = Map.of("externalId", Ids.next().toString(), "name", "Đơn cũ");
        String id = ((Outcome.Created)
                        imports.rows(dealImport, viewer, Duplicates.SKIP, row).getFirst())
                .id()
                .toString();
        api.delete("/api/deals/" + id).expect(204);
        imports.rows(dealImport, viewer, Duplicates.SKIP, row);
        assertThat(api.post("/api/deals/" + id + "/restore", null).expect(409).json("type"))
                .endsWith("external-id-taken");
    }

    private Callable<Answer> losing(String deal) {
        return () -> api.post("/api/deals/" + deal + "/lose", Map.of("reason", "TIMING", "recycle", true));
    }

    private static DealInput anotherOf(String contact) {
        List<ContactId> buyers = List.of(ContactId.of(contact));
        return new DealInput(
                new Deal.Details("Mới", null, buyers, null, null, null, null, List.of(), Map.of()), null, null, null);
    }
}
