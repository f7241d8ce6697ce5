package vn.songhanh.sales.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/**
 * A pipeline as it is drawn: its stages in their order. A stage with an {@code id} stays, one without is new, one that
 * is left out is archived.
 *
 * @param position from 1, last when left out; the others make room
 */
public record PipelineInput(
        @Nullable String name,
        @Nullable Integer position,
        @Nullable Boolean archived,
        @Nullable List<StageInput> stages) {

    static final int MAX_STAGES = 30;

    /** As it is read: whose stage it is, and at which place, is the list's to say and not looked at. */
    @JsonIgnoreProperties({"pipelineId", "position", "archived"})
    public record StageInput(
            @Nullable StageId id,
            @Nullable String name,
            @Nullable StageKind kind,
            @Nullable Integer probability,
            @Nullable Integer rottingDays) {

        static StageInput of(Stage stage) {
            return new StageInput(stage.id(), stage.name(), stage.kind(), stage.probability(), stage.rottingDays());
        }

        StageKind kindOrSelling() {
            return kind == null ? StageKind.SELLING : kind;
        }
    }

    static PipelineInput of(Pipeline pipeline) {
        return new PipelineInput(
                pipeline.name(),
                pipeline.position(),
                pipeline.archived(),
                pipeline.stages().stream().map(StageInput::of).toList());
    }

    /** @throws Invalid with everything that is wrong */
    PipelineInput checked() {
        Invalid.Check check = new Invalid.Check();
        String cleanName = Text.cleanOrNull(name, "name");
        check.that(cleanName != null, "name", "required");
        check.that(cleanName == null || cleanName.length() <= 100, "name", "too-long", Map.of("max", 100));
        check.that(
                position == null || position >= 1, "position", "out-of-range", Map.of("min", 1, "max", Pipelines.MOST));
        List<StageInput> given = stages == null ? List.of() : stages;
        check.that(given.size() <= MAX_STAGES, "stages", "too-many", Map.of("max", MAX_STAGES));
        check.that(given.stream().anyMatch(s -> s.kindOrSelling() == StageKind.SELLING), "stages", "required");
        Set<StageId> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            StageInput stage = given.get(i);
            String at = "stages[" + i + "]";
            String stageName = Text.cleanOrNull(stage.name(), at + ".name");
            check.that(stageName != null, at + ".name", "required");
            check.that(stageName == null || stageName.length() <= 100, at + ".name", "too-long", Map.of("max", 100));
            // A file names the stages of its deals.
            check.that(stageName == null || names.add(Text.fold(stageName)), at + ".name", "twice");
            Integer probability = stage.probability();
            check.that(
                    probability != null && probability >= 0 && probability <= 100,
                    at + ".probability",
                    "out-of-range",
                    Map.of("min", 0, "max", 100));
            Integer days = stage.rottingDays();
            check.that(
                    days == null || (days >= 1 && days <= 3650),
                    at + ".rottingDays",
                    "out-of-range",
                    Map.of("min", 1, "max", 3650));
            check.that(stage.id() == null || seen.add(stage.id()), at + ".id", "twice");
            // What is won leaves the selling stages behind, so its stage stands after them all.
            check.that(
                    stage.kindOrSelling() == StageKind.SELLING || i == given.size() - 1,
                    at + ".kind",
                    "after-sales-comes-last");
        }
        check.done();
        return new PipelineInput(cleanName, position, archived, given);
    }
}
