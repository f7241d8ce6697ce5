package vn.songhanh.alignment.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.alignment.AlignmentTest;
import vn.songhanh.alignment.Stage;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.TestClock;
import vn.songhanh.testing.TestImports;

/** By whatever way a deal comes to a lead, the hand-off is closed as qualified. */
@AlignmentTest
class HandoffDealsTest {

    @Autowired
    Api api;

    @Autowired
    Stage stage;

    @Autowired
    TestClock clock;

    @Autowired
    List<ImportTarget> targets;

    @Autowired
    TestImports imports;

    String contact;

    @BeforeEach
    void a_lead_waits() {
        stage.clear();
        stage.rep();
        contact = api.post(
                        "/api/contacts",
                        Map.of("fullName", "Khách", "email", Ids.next() + "@khach.vn", "lifecycleStage", "MQL"))
                .expect(201)
                .json("id");
        stage.catchUp();
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void who_joins_a_deal_that_is_open_already() {
        String deal = deal(List.of());

        api.patch("/api/deals/" + deal, 1, Map.of("contactIds", List.of(contact)))
                .expect(200);

        qualifiedBy(deal);
    }

    @Test
    void who_joins_a_deal_that_was_won_already() {
        String deal = deal(List.of());
        Answer won = api.post("/api/deals/" + deal + "/win", null).expect(200);

        api.patch("/api/deals/" + deal, won.etag(), Map.of("contactIds", List.of(contact)))
                .expect(200);

        qualifiedBy(deal);
    }

    @Test
    void whose_deal_comes_back_from_the_bin() {
        String deal = deal(List.of());
        api.patch("/api/deals/" + deal, 1, Map.of("name", "Đơn khác")).expect(200);
        String path = "/api/deals/" + deal;
        api.post(path + "/lose", Map.of("reason", "TIMING")).expect(200);
        api.patch(path, api.get(path).etag(), Map.of("contactIds", List.of(contact)))
                .expect(200);
        stage.catchUp();
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("OFFERED");
        api.delete(path).expect(204);

        api.post(path + "/restore", null).expect(200);
        stage.catchUp();
        assertThat(stage.handoffOf(contact).json("status")).as("a lost one").isEqualTo("OFFERED");
        api.post(path + "/reopen", Map.of("reason", "khách gọi lại")).expect(200);

        qualifiedBy(deal);
    }

    @Test
    void whose_open_deal_comes_in_a_file() {
        String email = api.get("/api/contacts/" + contact).json("email");
        ImportTarget deals = targets.stream()
                .filter(target -> target.object().equals("deals"))
                .findFirst()
                .orElseThrow();

        List<ImportTarget.Outcome> outcomes =
                imports.news(deals, api.viewer(), Map.of("name", "Đơn từ tệp", "contact", email));

        qualifiedBy(((ImportTarget.Outcome.Created) outcomes.getFirst()).id().toString());
    }

    @Test
    void whose_deal_is_taken_back_stays_with_the_rep_who_had_it() {
        String deal = deal(List.of(contact));
        api.post("/api/deals/" + deal + "/win", null).expect(200);
        qualifiedBy(deal);
        Api other = stage.rep();
        String owner = api.get("/api/contacts/" + contact).json("ownerId");

        clock.advance(Duration.ofMinutes(1));
        api.delete("/api/deals/" + deal).expect(204);
        stage.catchUp();

        assertThat(api.get("/api/contacts/" + contact).json("lifecycleStage")).isEqualTo("MQL");
        assertThat(api.get("/api/contacts/" + contact).json("ownerId"))
                .isEqualTo(owner)
                .isNotEqualTo(other.memberId().toString());
        assertThat(api.get("/api/handoffs?contactId=" + contact).at("items").size())
                .isEqualTo(1);
        assertThat(stage.handoffOf(contact).json("status")).isEqualTo("QUALIFIED");
    }

    private void qualifiedBy(String deal) {
        stage.catchUp();
        Answer handoff = stage.handoffOf(contact);
        assertThat(handoff.json("status")).isEqualTo("QUALIFIED");
        assertThat(handoff.json("dealId")).isEqualTo(deal);
    }

    private String deal(List<String> contacts) {
        return api.post("/api/deals", Map.of("name", "Đơn", "contactIds", contacts))
                .expect(201)
                .json("id");
    }
}
