package vn.songhanh.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportTarget.Batch;
import vn.songhanh.shared.ImportTarget.Done;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.ImportTarget.Row;
import vn.songhanh.shared.ImportTarget.Seen;
import vn.songhanh.shared.Via;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestClock;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class DealImportTest {

    @Autowired
    Api api;

    @Autowired
    DealImport deals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

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
        assertThat(errors(Map.of("name", "x", "amount", "5", "currency", "ĐỒNG")))
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

        take(Duplicates.UPDATE, false, Map.of("externalId", mark, "stage", "LOST"));

        assertThat(sale.stageOf(hoa)).isEqualTo("LEAD");
        assertThat(sale.stageOfCompany(company)).isEqualTo("LEAD");
    }

    @Test
    void a_deal_is_known_again_by_its_id_in_the_old_system() {
        String id = created(one(Map.of("externalId", mark, "name", "Đơn", "stage", "Tiếp cận", "amount", "100")));
        assertThat(take(Duplicates.SKIP, false, Map.of("externalId", mark, "name", "Đơn khác")))
                .containsExactly(new Outcome.Skipped(UUID.fromString(id), "duplicate"));
        Outcome updated = take(
                        Duplicates.UPDATE,
                        false,
                        Map.of("externalId", mark, "stage", "WON", "closedAt", "2026-11-20", "amount", "250"))
                .getFirst();
        assertThat(updated).isInstanceOf(Outcome.Updated.class);
        Api.Answer deal = api.get("/api/deals/" + id).expect(200);
        assertThat(deal.json("name")).isEqualTo("Đơn");
        assertThat(deal.json("status")).isEqualTo("WON");
        assertThat(deal.json("amount.amount")).isEqualTo("250");
        assertThat(take(Duplicates.UPDATE, false, Map.of("externalId", mark, "amount", "250")))
                .containsExactly(new Outcome.Skipped(UUID.fromString(id), "unchanged"));
        assertThat(take(Duplicates.CREATE, false, Map.of("externalId", mark, "name", "Đơn hai"))
                        .getFirst())
                .isInstanceOf(Outcome.Created.class);
    }

    @Test
    void the_same_row_twice_in_a_file_comes_once() {
        List<Outcome> outcomes = take(
                Duplicates.SKIP,
                false,
                Map.of("externalId", mark, "name", "Đơn"),
                Map.of("externalId", mark, "name", "Đơn"));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_dry_run_decides_alike_and_writes_nothing() {
        List<Outcome> outcomes = take(
                Duplicates.SKIP,
                true,
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
        Outcome.Updated updated =
                (Outcome.Updated) take(Duplicates.UPDATE, false, Map.of("externalId", mark, "amount", "250"))
                        .getFirst();
        assertThat(undo(new Done(2, updated.id(), updated.before(), updated.after())))
                .isEmpty();
        assertThat(api.get("/api/deals/" + id).json("amount.amount")).isEqualTo("100");
    }

    @Test
    void a_rep_brings_in_deals_of_his_own_only() {
        Api lan = api.as("Lan", Role.INSIDE_REP, "Miền Bắc");
        String other = "Minh " + mark;
        api.as(other, Role.INSIDE_REP, "Miền Nam");
        List<Outcome> outcomes = takeAs(
                lan,
                Duplicates.SKIP,
                false,
                List.of(Map.of("name", "Của tôi"), Map.of("name", "Của Minh", "owner", other)));
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
        return take(Duplicates.SKIP, false, row).getFirst();
    }

    @SafeVarargs
    private List<Outcome> take(Duplicates duplicates, boolean dryRun, Map<String, String>... rows) {
        return takeAs(api, duplicates, dryRun, List.of(rows));
    }

    private List<Outcome> takeAs(Api member, Duplicates duplicates, boolean dryRun, List<Map<String, String>> values) {
        List<Row> rows = new ArrayList<>();
        values.forEach(row -> rows.add(new Row(rows.size() + 2, row)));
        Batch batch = new Batch(
                Ids.next(),
                member.ready().viewer().via(Via.IMPORT),
                clock.instant(),
                duplicates,
                true,
                dryRun,
                Map.of(),
                new Remembered(new HashSet<>()),
                rows);
        return transaction.execute(status -> deals.take(batch));
    }

    private Map<Long, String> undo(Done row) {
        return transaction.execute(status -> deals.undo(
                api.viewer().via(Via.IMPORT), Ids.next(), List.of(row), Instant.parse("2026-11-23T03:00:00Z")));
    }

    private record Remembered(Set<String> keys) implements Seen {

        @Override
        public boolean has(String key) {
            return keys.contains(key);
        }

        @Override
        public void add(String key) {
            keys.add(key);
        }
    }
}
