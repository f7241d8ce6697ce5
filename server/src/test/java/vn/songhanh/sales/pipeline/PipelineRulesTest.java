package vn.songhanh.sales.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.songhanh.sales.pipeline.PipelineInput.StageInput;
import vn.songhanh.shared.Invalid;

class PipelineRulesTest {

    private final Pipeline pipeline = Pipeline.draw(
            new PipelineInput(
                    "Bán buôn",
                    null,
                    null,
                    List.of(
                            stage(null, "Tiếp cận", StageKind.SELLING),
                            stage(null, "Chốt", StageKind.SELLING),
                            stage(null, "Chăm sóc", StageKind.AFTER_SALES))),
            1);

    @Test
    void stages_stand_in_the_order_in_which_they_are_drawn() {
        Stage first = pipeline.stages().get(0);
        Stage second = pipeline.stages().get(1);
        Pipeline redrawn = pipeline.redraw(
                new PipelineInput(
                        "Bán buôn",
                        null,
                        null,
                        List.of(
                                stage(second.id(), "Chốt", StageKind.SELLING),
                                stage(first.id(), "Tiếp cận", StageKind.SELLING))),
                1);
        assertThat(redrawn.first().id()).isEqualTo(second.id());
        assertThat(redrawn.stages()).extracting(Stage::position).containsExactly(1, 2);
    }

    @Test
    void a_stage_that_is_left_out_is_archived() {
        Stage first = pipeline.first();
        Pipeline redrawn = pipeline.redraw(
                new PipelineInput("Bán buôn", null, null, List.of(stage(first.id(), "Tiếp cận", StageKind.SELLING))),
                1);
        assertThat(redrawn.archivedSince(pipeline))
                .containsExactly(
                        pipeline.stages().get(1).id(), pipeline.stages().get(2).id());
        assertThat(redrawn.afterSales()).isNull();
    }

    @Test
    void the_care_after_the_sale_stands_once_and_last() {
        assertThatThrownBy(() -> Pipeline.draw(
                        new PipelineInput(
                                "Sai",
                                null,
                                null,
                                List.of(
                                        stage(null, "Chăm sóc", StageKind.AFTER_SALES),
                                        stage(null, "Chốt", StageKind.SELLING))),
                        1))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_pipeline_sells_in_at_least_one_stage() {
        assertThatThrownBy(() -> Pipeline.draw(new PipelineInput("Trống", null, null, List.of()), 1))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Pipeline.draw(
                        new PipelineInput("Trống", null, null, List.of(stage(null, "Chăm sóc", StageKind.AFTER_SALES))),
                        1))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_stage_of_another_pipeline_or_kind_is_refused() {
        assertThatThrownBy(() -> pipeline.redraw(
                        new PipelineInput(
                                "Bán buôn", null, null, List.of(stage(StageId.next(), "Lạ", StageKind.SELLING))),
                        1))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> pipeline.redraw(
                        new PipelineInput(
                                "Bán buôn",
                                null,
                                null,
                                List.of(
                                        stage(null, "Mới", StageKind.SELLING),
                                        stage(pipeline.first().id(), "Tiếp cận", StageKind.AFTER_SALES))),
                        1))
                .isInstanceOf(Invalid.class);
    }

    private static StageInput stage(@Nullable StageId id, String name, StageKind kind) {
        return new StageInput(id, name, kind, 50, 14);
    }
}
