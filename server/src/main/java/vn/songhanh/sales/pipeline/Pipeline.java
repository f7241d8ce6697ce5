package vn.songhanh.sales.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Placed;
import vn.songhanh.shared.Text;

/**
 * A way of selling: its stages in their order, the selling ones first, at most one for care after the sale at the end.
 *
 * @param position from 1, the order in which screens offer them
 * @param archived no deal enters it any more; those that went through it keep it
 * @param stages those in use; archived ones are not among them
 */
public record Pipeline(PipelineId id, long version, String name, int position, boolean archived, List<Stage> stages)
        implements Placed {

    /** Where a new deal starts. */
    public Stage first() {
        return stages.getFirst();
    }

    public Stage last() {
        return stages.getLast();
    }

    public Optional<Stage> stage(StageId stageId) {
        return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
    }

    public @Nullable Stage afterSales() {
        Stage last = stages.getLast();
        return last.kind() == StageKind.AFTER_SALES ? last : null;
    }

    /** @param places how many there will be */
    static Pipeline draw(PipelineInput input, int places) {
        return new Pipeline(PipelineId.next(), 1, "", places, false, List.of()).drawn(input.checked(), places);
    }

    /** @throws Invalid when a stage is not this pipeline's, or is of another kind than it was */
    Pipeline redraw(PipelineInput input, int places) {
        return drawn(input.checked(), places);
    }

    private Pipeline drawn(PipelineInput wanted, int places) {
        List<Stage> drawn = new ArrayList<>();
        for (PipelineInput.StageInput input : Objects.requireNonNull(wanted.stages())) {
            String at = "stages[" + drawn.size() + "]";
            StageId given = input.id();
            if (given != null) {
                Stage known = stage(given)
                        .orElseThrow(
                                () -> new Invalid(at + ".id", "unknown-reference", Map.of("value", given.toString())));
                if (known.kind() != input.kindOrSelling()) {
                    throw new Invalid(at + ".kind", "cannot-change");
                }
            }
            drawn.add(new Stage(
                    given == null ? StageId.next() : given,
                    id,
                    Text.clean(Objects.requireNonNull(input.name()), at + ".name"),
                    input.kindOrSelling(),
                    drawn.size() + 1,
                    Objects.requireNonNull(input.probability()),
                    input.rottingDays(),
                    false));
        }
        return new Pipeline(
                id,
                version,
                Objects.requireNonNull(wanted.name()),
                Math.min(Objects.requireNonNullElse(wanted.position(), position), places),
                Boolean.TRUE.equals(wanted.archived()),
                List.copyOf(drawn));
    }

    /** The stages of {@code before} that this drawing leaves out. */
    List<StageId> archivedSince(Pipeline before) {
        return before.stages.stream()
                .map(Stage::id)
                .filter(old -> stage(old).isEmpty())
                .toList();
    }
}
