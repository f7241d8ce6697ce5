package vn.songhanh.sales.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.PipelineInput;
import vn.songhanh.sales.pipeline.Pipelines;
import vn.songhanh.sales.pipeline.StageId;
import vn.songhanh.shared.Ids;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.ImportTarget.Done;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.Viewer;
import vn.songhanh.testing.Api;
import vn.songhanh.testing.Api.Answer;
import vn.songhanh.testing.Crossing;
import vn.songhanh.testing.SongHanhTest;
import vn.songhanh.testing.TestImports;

/** An open deal never stands in an archived stage. */
@SongHanhTest
class ArchivedStageTest {

    @Autowired
    Api api;

    @Autowired
    Deals deals;

    @Autowired
    Pipelines pipelines;

    @Autowired
    DealImport dealImport;

    @Autowired
    TestImports imports;

    @Autowired
    Crossing crossing;

    Viewer viewer;
    String pipeline;
    String name;
    String first;
    String last;

    @BeforeEach
    void a_pipeline_of_two_stages() {
        viewer = api.viewer();
        name = "Bán buôn " + Ids.next();
        Answer made = api.post(
                        "/api/pipelines",
                        Map.of(
                                "name",
                                name,
                                "stages",
                                List.of(
                                        Map.of("name", "Tiếp cận", "probability", 20),
                                        Map.of("name", "Chốt", "probability", 60))))
                .expect(201);
        pipeline = made.json("id");
        first = made.json("stages.0.id");
        last = made.json("stages.1.id");
    }

    @Test
    void a_deal_from_the_bin_begins_anew_where_its_stage_is_gone() {
        String deal = open(last);
        api.delete("/api/deals/" + deal).expect(204);
        archiveLast().expect(200);

        Answer restored = api.post("/api/deals/" + deal + "/restore", null).expect(200);

        assertThat(restored.json("stageId")).isEqualTo(first);
        Answer moves = api.get("/api/deals/" + deal + "/moves");
        assertThat(moves.json("items.0.kind")).isEqualTo("MOVED");
        assertThat(moves.json("items.0.fromStageId")).isEqualTo(last);
    }

    @Test
    void an_import_that_is_taken_back_puts_no_deal_into_a_stage_that_is_gone() {
        String id = Ids.next().toString();
        Map<String, String> before = Map.of("externalId", id, "name", "Đơn", "pipeline", name, "stage", "Chốt");
        Map<String, String> after = Map.of("externalId", id, "name", "Đơn", "pipeline", name, "stage", "Tiếp cận");
        imports.rows(dealImport, viewer, Duplicates.SKIP, before);
        Outcome.Updated moved = (Outcome.Updated)
                imports.rows(dealImport, viewer, Duplicates.UPDATE, after).getFirst();
        archiveLast().expect(200);

        assertThat(imports.undo(
                        dealImport, viewer, UUID.randomUUID(), new Done(2, moved.id(), moved.before(), moved.after())))
                .isEmpty();

        assertThat(api.get("/api/deals/" + moved.id()).json("stageId")).isEqualTo(first);
    }

    @Test
    void a_deal_is_not_moved_into_a_stage_that_is_being_archived() throws Exception {
        String deal = open(first);
        crossing.during(this::archive, () -> api.post("/api/deals/" + deal + "/move", Map.of("stageId", last)))
                .expect(400);
        assertThat(api.get("/api/deals/" + deal).json("stageId")).isEqualTo(first);
    }

    @Test
    void a_stage_is_not_archived_while_a_deal_enters_it() throws Exception {
        String deal = open(first);
        assertThat(crossing.during(
                                () -> deals.move(viewer, DealId.of(deal), IfMatch.ANY, StageId.of(last)),
                                this::archiveLast)
                        .expect(409)
                        .json("type"))
                .endsWith("stage-has-open-deals");
        String other = Ids.next().toString();
        assertThat(crossing.during(
                                () -> imports.rows(
                                        dealImport,
                                        viewer,
                                        Duplicates.SKIP,
                                        Map.of("externalId", other, "name", "Đơn", "pipeline", name, "stage", "Chốt")),
                                this::archiveLast)
                        .expect(409)
                        .json("type"))
                .endsWith("stage-has-open-deals");
    }

    @Test
    void a_deal_comes_back_to_the_beginning_when_its_stage_goes_at_that_moment() throws Exception {
        String lost = open(last);
        api.post("/api/deals/" + lost + "/lose", Map.of("reason", "TIMING")).expect(200);
        String deleted = open(last);
        api.delete("/api/deals/" + deleted).expect(204);
        assertThat(crossing.during(this::archive, () -> api.post("/api/deals/" + lost + "/reopen", null))
                        .expect(200)
                        .json("stageId"))
                .isEqualTo(first);
        assertThat(api.post("/api/deals/" + deleted + "/restore", null)
                        .expect(200)
                        .json("stageId"))
                .isEqualTo(first);
    }

    @Test
    void a_deal_is_opened_where_the_pipeline_begins_also_while_its_beginning_changes() throws Exception {
        assertThat(crossing.during(
                                () -> redraw(last),
                                () -> api.post("/api/deals", Map.of("name", "Đơn", "pipelineId", pipeline)))
                        .expect(201)
                        .json("stageId"))
                .isEqualTo(last);
    }

    @Test
    void a_pipeline_is_not_archived_while_a_deal_enters_it() throws Exception {
        String deal = api.post("/api/deals", Map.of("name", "Đơn")).expect(201).json("id");
        String etag = api.get("/api/pipelines/" + pipeline).etag();
        assertThat(crossing.during(
                                () -> deals.move(viewer, DealId.of(deal), IfMatch.ANY, StageId.of(first)),
                                () -> api.patch("/api/pipelines/" + pipeline, etag, Map.of("archived", true)))
                        .expect(409)
                        .json("type"))
                .endsWith("pipeline-has-open-deals");
    }

    @Test
    void no_deal_is_opened_in_a_pipeline_that_is_being_archived() throws Exception {
        for (Map<String, String> where : List.of(Map.of("pipelineId", pipeline), Map.of("stageId", last))) {
            Map<String, String> input = new HashMap<>(where);
            input.put("name", "Đơn");
            use(true, () -> api.post("/api/deals", input)).expect(400);
            use(false, () -> api.get("/api/pipelines/" + pipeline)).expect(200);
        }
        String deal = open(last);
        api.post("/api/deals/" + deal + "/lose", Map.of("reason", "TIMING")).expect(200);
        Answer reopened = use(true, () -> api.post("/api/deals/" + deal + "/reopen", null))
                .expect(200);
        assertThat(reopened.json("pipelineId"))
                .isEqualTo(api.get("/api/pipelines").json("items.0.id"));
    }

    private Answer use(boolean archived, Callable<Answer> meanwhile) throws Exception {
        PipelineId id = PipelineId.of(pipeline);
        return crossing.during(
                () -> pipelines.redraw(
                        viewer,
                        id,
                        pipelines.require(viewer, id).version(),
                        new PipelineInput(
                                name,
                                null,
                                archived,
                                List.of(
                                        new PipelineInput.StageInput(StageId.of(first), "Tiếp cận", null, 20, null),
                                        new PipelineInput.StageInput(StageId.of(last), "Chốt", null, 60, null)))),
                meanwhile);
    }

    private String open(String stage) {
        return api.post("/api/deals", Map.of("name", "Đơn", "stageId", stage))
                .expect(201)
                .json("id");
    }

    private Answer archiveLast() {
        Answer now = api.get("/api/pipelines/" + pipeline);
        return api.patch(
                "/api/pipelines/" + pipeline,
                now.etag(),
                Map.of("stages", List.of(Map.of("id", first, "name", "Tiếp cận", "probability", 20))));
    }

    private void archive() {
        redraw(first);
    }

    private void redraw(String only) {
        PipelineId id = PipelineId.of(pipeline);
        pipelines.redraw(
                viewer,
                id,
                pipelines.require(viewer, id).version(),
                new PipelineInput(
                        name,
                        null,
                        null,
                        List.of(new PipelineInput.StageInput(StageId.of(only), "Còn lại", null, 20, null))));
    }
}
