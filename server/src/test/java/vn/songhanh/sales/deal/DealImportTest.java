package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportTarget.Done;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class DealImportTest {

    @Autowired
    Api api;

    @Autowired
    DealImport deals;

    @Autowired
    TestImports imports;

    Sale sale;
    String mark;
    String company;

    @BeforeEach
    void an_account_that_is_there_already() {
        sale = new Sale(api);
        mark = Ids.next().toString();
        company = sale.company("Công ty " + mark);
    }

    @Test
    void a_deal_comes_with_the_dates_that_it_had() {
        Api lan = api.as("Lan " + mark, Role.INSIDE_REP, "Miền Bắc");
        String id = created(one(Map.of(
                "externalId", "A-" + mark,
                "company", "cong ty " + mark,
                "owner", "Lan " + mark,
                "stage", "WON",
                "amount", "1.054",
                "currency", "usd",
                "openedAt", "2016-10-20",
                "closedAt", "01/03/2017",
                "tags", "GTX Plus Basic")));
        Api.Answer deal = api.get("/api/deals/" + id).expect(200);
        assertThat(deal.json("name")).isEqualTo("GTX Plus Basic – cong ty " + mark);
        assertThat(deal.json("externalId")).isEqualTo("A-" + mark);
        assertThat(deal.json("companyId")).isEqualTo(company);
        assertThat(deal.json("ownerId")).isEqualTo(lan.memberId().toString());
        assertThat(deal.json("status")).isEqualTo("WON");
        assertThat(deal.json("stageId")).isEqualTo(sale.stages().getLast());
        assertThat(deal.json("amount.amount")).isEqualTo("1054.00");
        assertThat(deal.json("openedAt")).isEqualTo("2016-10-19T17:00:00Z");
        assertThat(deal.json("closedAt")).isEqualTo("2017-02-28T17:00:00Z");
        assertThat(deal.json("tags.0")).isEqualTo("GTX Plus Basic");
        assertThat(Sale.texts(api.get("/api/deals/" + id + "/moves").at("items"), "kind"))
                .containsExactly("WON", "OPENED");
        lan.get("/api/deals/" + id).expect(200);
    }

    @Test
    void stages_go_by_name_and_ending() {
        assertThat(stageIndex("Tiếp cận")).isEqualTo(1);
        assertThat(stageIndex("tiep can")).isEqualTo(1);
        assertThat(stageIndex("Chăm sóc sau bán")).isEqualTo(5);
        String lost = created(one(Map.of("name", "Thua", "stage", "lost", "closedAt", "2026-01-05")));
        assertThat(api.get("/api/deals/" + lost).json("status")).isEqualTo("LOST");
        String plain = created(one(Map.of("name", "Không nói gì")));
        assertThat(api.get("/api/deals/" + plain).json("stageId"))
                .isEqualTo(sale.stages().getFirst());
    }

    @Test
    void each_row_that_cannot_be_taken_says_why() {
        assertThat(errors(Map.of("name", "x", "company", "Không có " + mark))).containsExactly("company");
        assertThat(errors(Map.of("name", "x", "owner", "Ai đó " + mark))).containsExactly("owner");
        assertThat(errors(Map.of("name", "x", "contact", "khong@co.vn"))).containsExactly("contact");
        assertThat(errors(Map.of("name", "x", "stage", "Mơ màng"))).containsExactly("stage");
        assertThat(errors(Map.of("name", "x", "pipeline", "Không có"))).containsExactly("pipeline");
        assertThat(errors(Map.of("name", "x", "amount", "nhiều lắm"))).containsExactly("amount");
        assertThat(errors(Map.of("name", "x", "amount", "-5"))).containsExactly("amount");
        assertThat(errors(Map.of("name", "x", "amount", "5", "currency", "VÀNG")))
                .containsExactly("currency");
        assertThat(errors(Map.of("name", "x", "openedAt", "2026-02-30"))).containsExactly("openedAt");
        assertThat(errors(Map.of("name", "x", "stage", "WON", "openedAt", "2026-03-02", "closedAt", "2026-03-01")))
                .containsExactly("closedAt");
        assertThat(errors(Map.of("name", "x", "closedAt", "2026-03-01"))).containsExactly("closedAt");
        assertThat(errors(Map.of("amount", "5"))).containsExactly("name");
        assertThat(errors(Map.of("stage", "Mơ màng", "amount", "ít")))
                .containsExactlyInAnyOrder("stage", "amount", "name");
    }

    @Test
    void the_past_is_written_with_its_own_dates_and_starts_nothing() {
        String hoa = sale.contact("Nguyễn Thị Hoa");
        String email = api.get("/api/contacts/" + hoa).json("email");
        one(Map.of(
                "name",
                "Đơn cũ",
                "company",
                "Công ty " + mark,
                "contact",
                email,
                "stage",
                "WON",
                "openedAt",
                "2025-01-10",
                "closedAt",
                "2025-02-10"));
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
        assertThat(sale.stageOfCompany(company)).isEqualTo("CUSTOMER");
        Api.Answer history = api.get("/api/contacts/" + hoa + "/lifecycle").expect(200);
        assertThat(Sale.texts(history.at("changes"), "at")).contains("2025-01-09T17:00:00Z", "2025-02-09T17:00:00Z");
    }

    @Test
    void a_file_that_says_a_won_deal_was_lost_takes_back_what_the_win_had_made() {
        String hoa = sale.contact("Nguyễn Thị Hoa");
        String email = api.get("/api/contacts/" + hoa).json("email");
        one(Map.of("externalId", mark, "name", "Đơn", "company", "Công ty " + mark, "contact", email, "stage", "WON"));
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");

        take(Duplicates.UPDATE, Map.of("externalId", mark, "stage", "LOST"));

        assertThat(sale.stageOf(hoa)).isEqualTo("LEAD");
        assertThat(sale.stageOfCompany(company)).isEqualTo("LEAD");
    }

    @Test
    void a_deal_is_known_again_by_its_id_in_the_old_system() {
        String id = created(one(Map.of("externalId", mark, "name", "Đơn", "stage", "Tiếp cận", "amount", "100")));
        assertThat(take(Duplicates.SKIP, Map.of("externalId", mark, "name", "Đơn khác")))
                .containsExactly(new Outcome.Skipped(UUID.fromString(id), "duplicate"));
        Outcome updated = take(
                        Duplicates.UPDATE,
                        Map.of("externalId", mark, "stage", "WON", "closedAt", "2026-11-20", "amount", "250"))
                .getFirst();
        assertThat(updated).isInstanceOf(Outcome.Updated.class);
        Api.Answer deal = api.get("/api/deals/" + id).expect(200);
        assertThat(deal.json("name")).isEqualTo("Đơn");
        assertThat(deal.json("status")).isEqualTo("WON");
        assertThat(deal.json("amount.amount")).isEqualTo("250");
        assertThat(take(Duplicates.UPDATE, Map.of("externalId", mark, "amount", "250")))
                .containsExactly(new Outcome.Skipped(UUID.fromString(id), "unchanged"));
        assertThat(take(Duplicates.CREATE, Map.of("externalId", mark, "name", "Đơn hai"))
                        .getFirst())
                .isInstanceOf(Outcome.Created.class);
        assertThat(take(Duplicates.SKIP, Map.of("externalId", mark, "name", "Đơn ba")))
                .as("of two the older is meant")
                .containsExactly(new Outcome.Skipped(UUID.fromString(id), "duplicate"));
    }

    @Test
    void what_two_rows_say_of_one_deal_comes_together() {
        String id = created(one(Map.of("externalId", mark, "name", "Đơn", "amount", "100")));
        List<Outcome> outcomes = take(
                Duplicates.UPDATE,
                Map.of("externalId", mark, "amount", "250"),
                Map.of("externalId", mark, "stage", "WON", "closedAt", "2026-11-20"));
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Updated.class);
        Api.Answer deal = api.get("/api/deals/" + id).expect(200);
        assertThat(deal.json("amount.amount")).isEqualTo("250");
        assertThat(deal.json("status")).isEqualTo("WON");
        Outcome.Updated first = (Outcome.Updated) outcomes.get(0);
        Outcome.Updated second = (Outcome.Updated) outcomes.get(1);
        assertThat(imports.undo(
                        deals,
                        api.viewer(),
                        Ids.next(),
                        new Done(3, second.id(), second.before(), second.after()),
                        new Done(2, first.id(), first.before(), first.after())))
                .isEmpty();
        deal = api.get("/api/deals/" + id).expect(200);
        assertThat(deal.json("amount.amount")).isEqualTo("100");
        assertThat(deal.json("status")).isEqualTo("OPEN");
    }

    @Test
    void the_same_row_twice_in_a_file_comes_once() {
        List<Outcome> outcomes = take(
                Duplicates.SKIP, Map.of("externalId", mark, "name", "Đơn"), Map.of("externalId", mark, "name", "Đơn"));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_dry_run_decides_alike_and_writes_nothing() {
        List<Outcome> outcomes = imports.dryRun(
                deals,
                api.viewer(),
                Duplicates.SKIP,
                Map.of("externalId", mark, "name", "Đơn thử " + mark),
                Map.of("externalId", mark, "name", "Đơn thử " + mark),
                Map.of("name", "x", "stage", "Mơ màng"));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Skipped.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Failed.class);
        assertThat(api.get("/api/deals?q=" + mark).at("items").size()).isZero();
    }

    @Test
    void undoing_takes_deals_and_what_they_made_of_people_back() {
        String hoa = sale.contact("Nguyễn Thị Hoa", "MQL");
        String email = api.get("/api/contacts/" + hoa).json("email");
        Outcome outcome = one(Map.of("name", "Đơn", "contact", email, "stage", "WON", "closedAt", "2026-11-20"));
        String id = created(outcome);
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
        assertThat(undo(new Done(2, UUID.fromString(id), null, null))).isEmpty();
        api.get("/api/deals/" + id).expect(404);
        assertThat(sale.stageOf(hoa)).isEqualTo("MQL");
    }

    @Test
    void what_was_changed_since_stays() {
        String id = created(one(Map.of("name", "Đơn")));
        api.patch("/api/deals/" + id, 1, Map.of("nextStep", "Gọi")).expect(200);
        assertThat(undo(new Done(2, UUID.fromString(id), null, null))).containsEntry(2L, "changed-since");
        api.get("/api/deals/" + id).expect(200);
    }

    @Test
    void an_update_is_taken_back_to_what_was() {
        String id = created(one(Map.of("externalId", mark, "name", "Đơn", "amount", "100")));
        Outcome.Updated updated = (Outcome.Updated) take(Duplicates.UPDATE, Map.of("externalId", mark, "amount", "250"))
                .getFirst();
        assertThat(undo(new Done(2, updated.id(), updated.before(), updated.after())))
                .isEmpty();
        assertThat(api.get("/api/deals/" + id).json("amount.amount")).isEqualTo("100");
    }

    @Test
    void an_amount_names_its_currency_or_keeps_that_of_the_deal() {
        String id = created(one(Map.of("externalId", mark, "name", "Đơn", "amount", "€1.234")));
        assertThat(amount(id)).isEqualTo("1234.00 EUR");
        take(Duplicates.UPDATE, Map.of("externalId", mark, "amount", "1250,75"));
        assertThat(amount(id)).isEqualTo("1250.75 EUR");
        take(Duplicates.UPDATE, Map.of("externalId", mark, "amount", "1,5 tỷ", "currency", "VND"));
        assertThat(amount(id)).isEqualTo("1500000000 VND");

        List<Outcome> outcomes = take(
                Duplicates.UPDATE,
                Map.of("externalId", "B" + mark, "name", "Đơn hai", "amount", "$5000"),
                Map.of("externalId", "B" + mark, "amount", "5000.50"));
        assertThat(amount(created(outcomes.getFirst()))).isEqualTo("5000.50 USD");

        assertThat(errors(Map.of("name", "x", "amount", "$5", "currency", "VND")))
                .containsExactly("currency");
        assertThat(errors(Map.of("name", "x", "amount", "1,12.00"))).containsExactly("amount");
        assertThat(errors(Map.of("name", "x", "amount", "1 12"))).containsExactly("amount");
        assertThat(amount(created(one(Map.of("name", "x", "amount", "15 triệu")))))
                .isEqualTo("15000000 VND");
    }

    @Test
    void moments_of_databases_are_taken_in_the_workspaces_zone() {
        String id = created(one(Map.of(
                "name",
                "Đơn",
                "stage",
                "WON",
                "openedAt",
                "2018-01-05 08:00:00.123",
                "closedAt",
                "2018-02-26 19:58:54",
                "expectedCloseDate",
                "2018-02-28 00:00:00")));
        Api.Answer deal = api.get("/api/deals/" + id).expect(200);
        assertThat(deal.json("openedAt")).isEqualTo("2018-01-05T01:00:00.123Z");
        assertThat(deal.json("closedAt")).isEqualTo("2018-02-26T12:58:54Z");
        assertThat(deal.json("expectedCloseDate")).isEqualTo("2018-02-28");
        assertThat(errors(Map.of("name", "x", "openedAt", "43157"))).containsExactly("openedAt");
    }

    @Test
    void a_file_that_has_a_won_deal_in_an_open_stage_does_not_reopen_it() {
        String hoa = sale.contact("Nguyễn Thị Hoa");
        String email = api.get("/api/contacts/" + hoa).json("email");
        String id = created(one(Map.of("externalId", mark, "name", "Đơn", "contact", email, "stage", "WON")));

        Outcome refused = take(Duplicates.UPDATE, Map.of("externalId", mark, "stage", "Tiếp cận", "amount", "5"))
                .getFirst();

        assertThat(((Outcome.Failed) refused).errors().getFirst().code()).isEqualTo("file-reopens-nothing");
        Api.Answer deal = api.get("/api/deals/" + id).expect(200);
        assertThat(deal.json("status")).isEqualTo("WON");
        assertThat(deal.at("amount").isNull()).isTrue();
        assertThat(sale.stageOf(hoa)).isEqualTo("CUSTOMER");
    }

    private String amount(String id) {
        Api.Answer deal = api.get("/api/deals/" + id).expect(200);
        return deal.json("amount.amount") + " " + deal.json("amount.currency");
    }

    @Test
    void a_rep_brings_in_deals_of_his_own_only() {
        Api lan = api.as("Lan", Role.INSIDE_REP, "Miền Bắc");
        String other = "Minh " + mark;
        api.as(other, Role.INSIDE_REP, "Miền Nam");
        List<Outcome> outcomes = imports.rows(
                deals,
                lan.ready().viewer(),
                Duplicates.SKIP,
                Map.of("name", "Của tôi"),
                Map.of("name", "Của Minh", "owner", other));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Failed.class);
    }

    private int stageIndex(String written) {
        String id = created(one(Map.of("name", "Đơn", "stage", written)));
        return sale.stages().indexOf(api.get("/api/deals/" + id).json("stageId"));
    }

    private List<String> errors(Map<String, String> row) {
        Outcome.Failed failed = (Outcome.Failed) one(row);
        return failed.errors().stream().map(error -> error.field()).toList();
    }

    private static String created(Outcome outcome) {
        return ((Outcome.Created) outcome).id().toString();
    }

    private Outcome one(Map<String, String> row) {
        return take(Duplicates.SKIP, row).getFirst();
    }

    @SafeVarargs
    private List<Outcome> take(Duplicates duplicates, Map<String, String>... rows) {
        return imports.rows(deals, api.viewer(), duplicates, rows);
    }

    private Map<Long, String> undo(Done row) {
        return imports.undo(deals, api.viewer(), Ids.next(), row);
    }
}
