package vn.songhanh.workspace.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class SavedViewsTest {

    @Autowired
    Api api;

    @Test
    void a_view_comes_back_as_it_was_saved() {
        Map<String, Object> filter = Map.of("field", "lifecycleStage", "op", "in", "value", List.of("LEAD", "MQL"));
        Answer saved = api.post(
                        "/api/views",
                        Map.of(
                                "kind", "CONTACT",
                                "name", "Khách mới",
                                "filter", filter,
                                "sort", "-createdAt",
                                "columns", List.of("fullName", "custom.diem")))
                .expect(201);
        Answer read = api.get("/api/views/" + saved.json("id")).expect(200);
        assertThat(read.json("filter.value.1")).isEqualTo("MQL");
        assertThat(read.json("columns.1")).isEqualTo("custom.diem");
        assertThat(read.json("shared")).isEqualTo("PRIVATE");
        assertThat(api.patch("/api/views/" + saved.json("id"), read.etag(), Map.of("shared", "ALL"))
                        .expect(200)
                        .json("name"))
                .isEqualTo("Khách mới");
    }

    @Test
    void each_sees_his_own_those_of_his_team_and_those_for_all() {
        Api mine = api.as("Chủ danh sách", Role.INSIDE_REP, "Đội một");
        Api teammate = api.as("Cùng đội", Role.INSIDE_REP, "Đội một");
        Api stranger = api.as("Khác đội", Role.INSIDE_REP, "Đội hai");
        String own = save(mine, "Riêng tôi", "PRIVATE");
        String team = save(mine, "Cả đội", "TEAM");
        String all = save(mine, "Mọi người", "ALL");

        assertThat(names(mine)).contains("Riêng tôi", "Cả đội", "Mọi người");
        assertThat(names(teammate)).contains("Cả đội", "Mọi người").doesNotContain("Riêng tôi");
        assertThat(names(stranger)).contains("Mọi người").doesNotContain("Riêng tôi", "Cả đội");

        stranger.get("/api/views/" + own).expect(404);
        stranger.patch("/api/views/" + team, 1, Map.of("name", "x")).expect(404);
        stranger.delete("/api/views/" + all).expect(403);
        api.get("/api/views/" + own).expect(404);
        api.delete("/api/views/" + all).expect(204);
        mine.delete("/api/views/" + own).expect(204);
    }

    @Test
    void a_filter_that_is_none_is_refused() {
        Answer refused = api.post(
                        "/api/views",
                        Map.of("kind", "CONTACT", "name", "Sai", "filter", Map.of("field", "x", "op", "like")))
                .expect(400);
        assertThat(refused.json("errors.0.field")).isEqualTo("filter.op");
    }

    private static String save(Api who, String name, String shared) {
        return who.post("/api/views", Map.of("kind", "CONTACT", "name", name, "shared", shared))
                .expect(201)
                .json("id");
    }

    private static List<String> names(Api who) {
        return who.get("/api/views?kind=CONTACT").expect(200).at("items").findValuesAsString("name");
    }
}
