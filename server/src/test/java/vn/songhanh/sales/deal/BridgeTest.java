package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.events.EventDispatcher;

/** What deals make of the people and companies behind them: the table of transitions, line by line. */
@SongHanhTest
class BridgeTest {

    @Autowired
    Api api;

    @Autowired
    EventDispatcher events;

    Sale sale;
    String hoa;
    String company;

    @BeforeEach
    void somebody_to_sell_to() {
        sale = new Sale(api);
        hoa = sale.contact("Nguyễn Thị Hoa", "MQL");
        company = sale.company("Công ty Minh Phát");
    }

    @Test
    void opening_a_deal_makes_its_contacts_and_company_an_opportunity() {
        sale.deal("Sữa học đường", company, hoa);
        assertThat(sale.stageOf(hoa)).isEqualTo("OPPORTUNITY");
        assertThat(sale.stageOfCompany(company)).isEqualTo("OPPORTUNITY");
    }

    @Test
    void winning_makes_them_customers() {
        sale.win(sale.deal("Sữa học đường", company, hoa)).expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
        assertThat(sale.stageOfCompany(company)).isEqualTo("CUSTOMER");
    }

    @Test
    void both_steps_stand_in_the_history_with_their_cause_and_on_the_timeline() {
        sale.win(sale.deal("Sữa học đường", company, hoa)).expect(200);
        assertThat(Sale.texts(api.get("/api/contacts/" + hoa + "/lifecycle").at("changes"), "cause"))
                .contains("DEAL_OPENED", "DEAL_WON");
        assertThat(Sale.texts(api.get("/api/contacts/" + hoa + "/timeline").at("items"), "kind"))
                .contains("DEAL_OPENED", "DEAL_WON");
        assertThat(Sale.texts(api.get("/api/companies/" + company + "/timeline").at("items"), "kind"))
                .contains("DEAL_OPENED", "DEAL_WON");
    }

    @Test
    void a_customer_who_opens_a_second_deal_stays_a_customer() {
        sale.win(sale.deal("Đơn đầu", company, hoa)).expect(200);
        sale.deal("Đơn hai", company, hoa);
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
        assertThat(sale.stageOfCompany(company)).isEqualTo("CUSTOMER");
    }

    @Test
    void losing_a_customers_second_deal_takes_nothing_away_and_proposes_nothing() {
        sale.win(sale.deal("Đơn đầu", company, hoa)).expect(200);
        Api.Answer lost =
                sale.lose(sale.deal("Đơn hai", company, hoa), "TIMING").expect(200);
        assertThat(lost.at("recycling").isMissingNode()).isTrue();
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
    }

    @Test
    void who_joins_an_open_deal_becomes_an_opportunity_too() {
        String deal = sale.deal("Sữa học đường", "", hoa);
        String binh = sale.contact("Trần Văn Bình");
        Api.Answer read = api.get("/api/deals/" + deal);
        api.patch("/api/deals/" + deal, read.etag(), Map.of("contactIds", List.of(hoa, binh), "companyId", company))
                .expect(200);
        assertThat(sale.stageOf(binh)).isEqualTo("OPPORTUNITY");
        assertThat(sale.stageOfCompany(company)).isEqualTo("OPPORTUNITY");
    }

    @Test
    void who_joins_a_won_deal_becomes_a_customer() {
        String deal = sale.deal("Sữa học đường", "", hoa);
        sale.win(deal).expect(200);
        String binh = sale.contact("Trần Văn Bình");
        api.patch("/api/deals/" + deal, api.get("/api/deals/" + deal).etag(), Map.of("contactIds", List.of(hoa, binh)))
                .expect(200);
        assertThat(sale.stageOf(binh)).isEqualTo("CUSTOMER");
    }

    @Test
    void losing_the_last_open_deal_proposes_to_recycle_and_does_not_do_it() {
        String deal = sale.deal("Sữa học đường", company, hoa);
        Api.Answer lost = sale.lose(deal, "BUDGET").expect(200);
        assertThat(lost.json("recycling.to")).isEqualTo("LEAD");
        assertThat(lost.json("recycling.reason")).isEqualTo("BUDGET");
        assertThat(lost.json("recycling.contacts.0")).isEqualTo(hoa);
        assertThat(lost.json("recycling.company")).isEqualTo(company);
        assertThat(sale.stageOf(hoa)).isEqualTo("OPPORTUNITY");
        assertThat(sale.stageOfCompany(company)).isEqualTo("OPPORTUNITY");
    }

    @Test
    void the_rep_confirms_the_recycling() {
        String deal = sale.deal("Sữa học đường", company, hoa);
        sale.lose(deal, "BUDGET").expect(200);
        api.post("/api/deals/" + deal + "/recycle", null).expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("LEAD");
        assertThat(sale.stageOfCompany(company)).isEqualTo("LEAD");
        Api.Answer again = api.post("/api/deals/" + deal + "/recycle", null).expect(409);
        assertThat(again.json("type")).endsWith("nobody-to-recycle");
    }

    @Test
    void or_confirms_it_while_losing() {
        String deal = sale.deal("Sữa học đường", company, hoa);
        api.post("/api/deals/" + deal + "/lose", Map.of("reason", "COMPETITOR", "recycle", true))
                .expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("LEAD");
    }

    @Test
    void every_reason_sends_them_where_the_table_says() {
        Map<String, String> table = Map.of(
                "TIMING", "LEAD",
                "BUDGET", "LEAD",
                "NO_DECISION", "LEAD",
                "COMPETITOR", "LEAD",
                "NOT_ICP", "OTHER",
                "BAD_DATA", "OTHER");
        table.forEach((reason, stage) -> {
            String contact = sale.contact("Lê Văn " + reason);
            String deal = sale.deal("Đơn " + reason, "", contact);
            assertThat(sale.lose(deal, reason).expect(200).json("recycling.to")).isEqualTo(stage);
            api.post("/api/deals/" + deal + "/recycle", null).expect(200);
            assertThat(sale.stageOf(contact)).isEqualTo(stage);
        });
    }

    @Test
    void losing_one_of_two_open_deals_proposes_nothing() {
        String deal = sale.deal("Đơn đầu", company, hoa);
        sale.deal("Đơn hai", company, hoa);
        assertThat(sale.lose(deal, "TIMING").expect(200).at("recycling").isMissingNode())
                .isTrue();
    }

    @Test
    void only_those_whom_no_other_deal_holds_are_proposed() {
        String binh = sale.contact("Trần Văn Bình");
        String deal = sale.deal("Đơn chung", company, hoa, binh);
        sale.deal("Đơn của Bình", "", binh);
        Api.Answer lost = sale.lose(deal, "TIMING").expect(200);
        assertThat(lost.at("recycling.contacts").size()).isEqualTo(1);
        assertThat(lost.json("recycling.contacts.0")).isEqualTo(hoa);
    }

    @Test
    void who_was_made_a_customer_by_hand_is_not_proposed() {
        String customer = sale.contact("Khách quen", "CUSTOMER");
        String deal = sale.deal("Đơn mới", "", customer);
        assertThat(sale.lose(deal, "TIMING").expect(200).at("recycling").isMissingNode())
                .isTrue();
    }

    @Test
    void reopening_the_only_won_deal_takes_the_customer_back() {
        String deal = sale.deal("Sữa học đường", company, hoa);
        sale.win(deal).expect(200);
        sale.reopen(deal).expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("OPPORTUNITY");
        assertThat(sale.stageOfCompany(company)).isEqualTo("OPPORTUNITY");
    }

    @Test
    void reopening_one_of_two_won_deals_leaves_the_customer() {
        String deal = sale.deal("Đơn đầu", company, hoa);
        sale.win(deal).expect(200);
        sale.win(sale.deal("Đơn hai", company, hoa)).expect(200);
        sale.reopen(deal).expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
        assertThat(sale.stageOfCompany(company)).isEqualTo("CUSTOMER");
    }

    @Test
    void reopening_a_lost_deal_makes_the_recycled_an_opportunity_again() {
        String deal = sale.deal("Sữa học đường", company, hoa);
        sale.lose(deal, "TIMING").expect(200);
        api.post("/api/deals/" + deal + "/recycle", null).expect(200);
        sale.reopen(deal).expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("OPPORTUNITY");
    }

    @Test
    void a_won_deal_that_is_deleted_takes_along_what_it_had_made_and_brings_it_back() {
        String deal = sale.deal("Sữa học đường", company, hoa);
        sale.win(deal).expect(200);
        api.delete("/api/deals/" + deal).expect(204);
        assertThat(sale.stageOf(hoa)).isEqualTo("MQL");
        api.post("/api/deals/" + deal + "/restore", null).expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
    }

    @Test
    void automation_leaves_those_who_stand_aside_alone_unless_a_deal_is_won() {
        String partner = sale.contact("Đối tác", "OTHER");
        String deal = sale.deal("Đơn của đối tác", "", partner);
        assertThat(sale.stageOf(partner)).isEqualTo("OTHER");
        sale.win(deal).expect(200);
        assertThat(sale.stageOf(partner)).isEqualTo("CUSTOMER");
    }

    @Test
    void who_had_followed_the_company_goes_back_with_it_when_the_win_is_taken_back() {
        String lan = colleague("Lê Thị Lan", "MQL");
        String partner = colleague("Đối tác", "OTHER");
        String deal = sale.deal("Sữa học đường", company);
        sale.win(deal).expect(200);
        events.catchUp();
        assertThat(sale.stageOf(lan)).isEqualTo("CUSTOMER");

        sale.reopen(deal).expect(200);
        events.catchUp();
        assertThat(sale.stageOfCompany(company)).isEqualTo("OPPORTUNITY");
        assertThat(sale.stageOf(lan)).isEqualTo("OPPORTUNITY");
        assertThat(sale.stageOf(partner)).isEqualTo("OTHER");

        sale.win(deal).expect(200);
        events.catchUp();
        api.delete("/api/deals/" + deal).expect(204);
        events.catchUp();
        assertThat(sale.stageOf(lan)).isEqualTo("MQL");
        assertThat(Sale.texts(api.get("/api/contacts/" + lan + "/lifecycle").at("changes"), "cause"))
                .containsExactly("CREATED", "COMPANY", "COMPANY", "DEAL_REVERSED", "COMPANY", "DEAL_REVERSED");
    }

    @Test
    void a_win_of_the_company_holds_its_people_when_their_own_is_taken_back() {
        String lan = colleague("Lê Thị Lan", "LEAD");
        sale.win(sale.deal("Đơn của công ty", company)).expect(200);
        String own = sale.deal("Đơn của Lan", "", lan);
        sale.win(own).expect(200);
        events.catchUp();

        sale.reopen(own).expect(200);
        assertThat(sale.stageOf(lan)).isEqualTo("CUSTOMER");
    }

    @Test
    void an_evangelist_by_hand_stays_one_when_the_win_is_taken_back_and_can_be_moved_by_hand() {
        String deal = sale.deal("Sữa học đường", "", hoa);
        sale.win(deal).expect(200);
        move(hoa, "EVANGELIST").expect(200);
        assertThat(move(hoa, "LEAD").expect(409).json("type")).endsWith("won-deal-stands");

        sale.reopen(deal).expect(200);
        assertThat(sale.stageOf(hoa)).isEqualTo("EVANGELIST");
        move(hoa, "LEAD").expect(200);
    }

    @Test
    void who_leaves_a_won_deal_is_no_customer_by_it_any_more() {
        String binh = sale.contact("Trần Văn Bình", "LEAD");
        String deal = sale.deal("Sữa học đường", company, hoa, binh);
        sale.win(deal).expect(200);
        String other = sale.company("Công ty đúng");

        patch(deal, Map.of("contactIds", List.of(hoa), "companyId", other));

        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
        assertThat(sale.stageOf(binh)).isEqualTo("LEAD");
        assertThat(sale.stageOfCompany(company)).isEqualTo("LEAD");
        assertThat(sale.stageOfCompany(other)).isEqualTo("CUSTOMER");
    }

    @Test
    void whom_another_won_deal_holds_may_leave_one() {
        sale.win(sale.deal("Đơn đầu", company, hoa)).expect(200);
        String deal = sale.deal("Đơn hai", company, hoa);
        sale.win(deal).expect(200);

        patch(deal, Map.of("contactIds", List.of()));

        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
    }

    private String colleague(String name, String stage) {
        return sale.contact(name, stage, Map.of("companyId", company));
    }

    private Api.Answer move(String contact, String stage) {
        return api.post("/api/contacts/" + contact + "/lifecycle", Map.of("stage", stage, "reason", "nhầm"));
    }

    private void patch(String deal, Map<String, ?> changes) {
        api.patch("/api/deals/" + deal, api.get("/api/deals/" + deal).etag(), changes)
                .expect(200);
    }
}
