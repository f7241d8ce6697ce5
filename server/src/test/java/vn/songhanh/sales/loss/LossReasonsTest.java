package vn.songhanh.sales.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.sales.deal.Sale;
import vn.songhanh.shared.Ids;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

/** The company says why it loses deals. */
@SongHanhTest
class LossReasonsTest {

    private static final String PATH = "/api/deals/loss-reasons";

    @Autowired
    Api api;

    private final String mark = Ids.next().toString();

    @Test
    void a_reason_is_added_renamed_and_ordered_and_deals_keep_it_by_its_code() {
        Answer made = make("Đòi nợ lâu " + mark);
        assertThat(made.json("code")).startsWith("DOI_NO_LAU_");
        String path = PATH + "/" + made.json("id");
        String deal = lost(made.json("code"));

        Answer renamed = api.patch(path, made.etag(), Map.of("name", "Trả chậm " + mark, "position", 1))
                .expect(200);

        assertThat(renamed.json("code")).isEqualTo(made.json("code"));
        assertThat(api.get(PATH).json("items.0.name")).isEqualTo("Trả chậm " + mark);
        assertThat(api.get("/api/deals/" + deal).json("lostReason")).isEqualTo(made.json("code"));
        api.patch(path, made.etag(), Map.of("name", "Khác hẳn")).expect(412);
        api.send("PATCH", path, Map.of("name", "Khác hẳn")).expect(428);
        assertThat(api.post(PATH, Map.of("name", "tra cham " + mark, "recyclesTo", "LEAD"))
                        .expect(409)
                        .json("type"))
                .endsWith("loss-reason-taken");
        assertThat(api.get("/api/audit?recordId=" + made.json("id")).body())
                .contains("loss-reason-created", "loss-reason-updated");
    }

    @Test
    void an_archived_reason_is_given_to_no_deal_and_stays_with_those_that_have_it() {
        Answer made = make("Đóng cửa " + mark);
        String code = made.json("code");
        String contact = api.post("/api/contacts", Map.of("fullName", "Hoa " + mark))
                .expect(201)
                .json("id");
        String deal = api.post("/api/deals", Map.of("name", "Đơn", "contactIds", List.of(contact)))
                .expect(201)
                .json("id");
        api.post("/api/deals/" + deal + "/lose", Map.of("reason", code)).expect(200);

        api.patch(PATH + "/" + made.json("id"), made.etag(), Map.of("archived", true))
                .expect(200);

        assertThat(Sale.texts(api.get(PATH).at("items"), "code")).doesNotContain(code);
        assertThat(Sale.texts(api.get(PATH + "?archived=true").at("items"), "code"))
                .contains(code);
        String other = open();
        assertThat(api.post("/api/deals/" + other + "/lose", Map.of("reason", code))
                        .expect(400)
                        .json("errors.0.field"))
                .isEqualTo("reason");
        api.post("/api/deals/" + deal + "/recycle", null).expect(200);
        assertThat(api.get("/api/contacts/" + contact).json("lifecycleStage")).isEqualTo("LEAD");
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        assertThat(api.post(PATH, Map.of("name", " "))
                        .expect(400)
                        .at("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString("")))
                .containsExactlyInAnyOrder("name", "recyclesTo");
        api.post(PATH, Map.of("name", "x".repeat(101), "recyclesTo", "LEAD")).expect(400);
        api.post(PATH, Map.of("name", "Sai " + mark, "recyclesTo", "MOON")).expect(400);
        api.post(PATH, Map.of("name", "Sai " + mark, "recyclesTo", "LEAD", "position", 0))
                .expect(400);
    }

    @Test
    void who_draws_the_pipelines_edits_the_reasons() {
        Answer made = make("Hết quan tâm " + mark);
        String path = PATH + "/" + made.json("id");
        for (Role role : List.of(Role.INSIDE_REP, Role.MARKETING_MANAGER, Role.VIEWER)) {
            api.as(role).get(PATH).expect(200);
            api.as(role)
                    .post(PATH, Map.of("name", "Của tôi", "recyclesTo", "LEAD"))
                    .expect(403);
            api.as(role).patch(path, made.etag(), Map.of("archived", true)).expect(403);
        }
        api.as(Role.SALES_MANAGER)
                .patch(path, made.etag(), Map.of("recyclesTo", "OTHER"))
                .expect(200);
    }

    private Answer make(String name) {
        return api.post(PATH, Map.of("name", name, "recyclesTo", "LEAD")).expect(201);
    }

    private String open() {
        return api.post("/api/deals", Map.of("name", "Đơn")).expect(201).json("id");
    }

    private String lost(String reason) {
        String deal = open();
        api.post("/api/deals/" + deal + "/lose", Map.of("reason", reason)).expect(200);
        return deal;
    }
}
