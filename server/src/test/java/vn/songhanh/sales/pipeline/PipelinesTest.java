package vn.songhanh.sales.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.workspace.members.Role;

@SongHanhTest
class PipelinesTest {

    @Autowired
    Api api;

    @Test
    void a_new_workspace_sells_in_six_stages() {
        JsonNode stages = api.get("/api/pipelines").expect(200).at("items.0.stages");
        assertThat(stages.valueStream().map(stage -> stage.path("name").asString()))
                .containsExactly(
                        "Tìm kiếm & kết nối",
                        "Tiếp cận",
                        "Giới thiệu sản phẩm",
                        "Báo giá & thuyết phục",
                        "Thỏa thuận & chốt",
                        "Chăm sóc sau bán");
        assertThat(stages.path(5).path("kind").asString()).isEqualTo("AFTER_SALES");
    }

    @Test
    void who_leads_sales_draws_pipelines_and_others_look_at_them() {
        String pipeline = aPipeline().json("id");
        Api.Answer read = api.get("/api/pipelines/" + pipeline);
        Map<String, String> renamed = Map.of("name", "Bán lẻ");
        api.as(Role.INSIDE_REP)
                .patch("/api/pipelines/" + pipeline, read.etag(), renamed)
                .expect(403);
        api.as(Role.MARKETING_MANAGER)
                .patch("/api/pipelines/" + pipeline, read.etag(), renamed)
                .expect(403);
        assertThat(api.as(Role.INSIDE_REP)
                        .get("/api/pipelines/" + pipeline)
                        .at("can.edit")
                        .asBoolean())
                .isFalse();
        assertThat(api.as(Role.SALES_MANAGER)
                        .patch("/api/pipelines/" + pipeline, read.etag(), renamed)
                        .expect(200)
                        .json("name"))
                .isEqualTo("Bán lẻ");
        api.as(Role.ADMINISTRATOR)
                .patch("/api/pipelines/" + pipeline, 1, renamed)
                .expect(412);
    }

    @Test
    void stages_are_added_reordered_and_archived_in_one_drawing() {
        Api.Answer pipeline = aPipeline();
        String id = pipeline.json("id");
        String first = pipeline.json("stages.0.id");
        String second = pipeline.json("stages.1.id");
        Api.Answer redrawn = api.patch(
                        "/api/pipelines/" + id,
                        pipeline.etag(),
                        Map.of(
                                "stages",
                                List.of(
                                        Map.of("id", second, "name", "Chốt sớm", "probability", 60, "rottingDays", 5),
                                        Map.of("name", "Thử", "probability", 70))))
                .expect(200);
        assertThat(redrawn.json("stages.0.id")).isEqualTo(second);
        assertThat(redrawn.json("stages.0.name")).isEqualTo("Chốt sớm");
        assertThat(redrawn.json("stages.1.name")).isEqualTo("Thử");
        assertThat(redrawn.at("stages").size()).isEqualTo(2);
        api.post("/api/deals", Map.of("name", "x", "stageId", first)).expect(400);
    }

    @Test
    void a_stage_with_open_deals_is_not_archived() {
        Api.Answer pipeline = aPipeline();
        String second = pipeline.json("stages.1.id");
        api.post("/api/deals", Map.of("name", "Đang ở đây", "pipelineId", pipeline.json("id")))
                .expect(201);
        Api.Answer refused = api.patch(
                        "/api/pipelines/" + pipeline.json("id"),
                        pipeline.etag(),
                        Map.of("stages", List.of(Map.of("id", second, "name", "Chốt", "probability", 60))))
                .expect(409);
        assertThat(refused.json("type")).endsWith("stage-has-open-deals");
        assertThat(api.get("/api/pipelines/" + pipeline.json("id")).at("stages").size())
                .isEqualTo(2);
    }

    @Test
    void a_pipeline_can_be_sent_back_with_its_stages_as_they_were_read() {
        Api.Answer pipeline = aPipeline();
        Api.Answer redrawn = api.patch(
                        "/api/pipelines/" + pipeline.json("id"),
                        pipeline.etag(),
                        Map.of("name", "Bán sỉ", "stages", pipeline.at("stages")))
                .expect(200);
        assertThat(redrawn.json("name")).isEqualTo("Bán sỉ");
        assertThat(redrawn.at("stages")).isEqualTo(pipeline.at("stages"));
    }

    @Test
    void pipelines_are_offered_in_the_order_that_was_chosen() {
        Api.Answer made = aPipeline();
        String path = "/api/pipelines/" + made.json("id");
        Api.Answer moved = api.patch(path, made.etag(), Map.of("position", 2)).expect(200);
        assertThat(api.get("/api/pipelines").json("items.1.id")).isEqualTo(made.json("id"));
        assertThat(moved.json("position")).isEqualTo("2");
        api.patch(path, moved.etag(), Map.of("position", 0)).expect(400);
    }

    @Test
    void an_archived_pipeline_takes_no_deals_until_it_is_used_again() {
        Api.Answer made = aPipeline();
        String id = made.json("id");
        String path = "/api/pipelines/" + id;
        String deal = api.post("/api/deals", Map.of("name", "Đơn", "pipelineId", id))
                .expect(201)
                .json("id");
        assertThat(api.patch(path, made.etag(), Map.of("archived", true))
                        .expect(409)
                        .json("type"))
                .endsWith("pipeline-has-open-deals");
        api.post("/api/deals/" + deal + "/lose", Map.of("reason", "TIMING")).expect(200);

        Api.Answer archived =
                api.patch(path, made.etag(), Map.of("archived", true)).expect(200);

        assertThat(archived.at("stages").size()).isEqualTo(2);
        assertThat(ids("/api/pipelines")).doesNotContain(id);
        assertThat(ids("/api/pipelines?archived=true")).contains(id);
        api.post("/api/deals", Map.of("name", "Đơn", "pipelineId", id)).expect(400);
        api.post("/api/deals", Map.of("name", "Đơn", "stageId", made.json("stages.0.id")))
                .expect(400);
        assertThat(api.get("/api/deals/" + deal).json("pipelineId")).isEqualTo(id);
        Api.Answer reopened = api.post("/api/deals/" + deal + "/reopen", null).expect(200);
        assertThat(reopened.json("pipelineId"))
                .isEqualTo(api.get("/api/pipelines").json("items.0.id"));

        api.patch(path, archived.etag(), Map.of("archived", false)).expect(200);
        api.post("/api/deals", Map.of("name", "Đơn", "pipelineId", id)).expect(201);
    }

    @Test
    void two_stages_of_a_pipeline_are_not_called_the_same() {
        Api.Answer refused = api.post(
                        "/api/pipelines",
                        Map.of(
                                "name",
                                "Bán buôn",
                                "stages",
                                List.of(
                                        Map.of("name", "Tiếp cận", "probability", 20),
                                        Map.of("name", "tiep can", "probability", 60))))
                .expect(400);
        assertThat(refused.json("errors.0.field")).isEqualTo("stages[1].name");
        assertThat(refused.json("errors.0.code")).isEqualTo("twice");
    }

    private List<String> ids(String path) {
        return api.get(path)
                .expect(200)
                .at("items")
                .valueStream()
                .map(pipeline -> pipeline.path("id").asString())
                .toList();
    }

    private Api.Answer aPipeline() {
        return api.post(
                        "/api/pipelines",
                        Map.of(
                                "name",
                                "Bán buôn",
                                "stages",
                                List.of(
                                        Map.of("name", "Tiếp cận", "probability", 20),
                                        Map.of("name", "Chốt", "probability", 60))))
                .expect(201);
    }
}
