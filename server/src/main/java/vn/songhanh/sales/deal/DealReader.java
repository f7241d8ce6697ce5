package vn.songhanh.sales.deal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.sales.pipeline.Pipeline;
import vn.songhanh.sales.pipeline.PipelineId;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageKind;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;
import vn.songhanh.workspace.members.OwnerColumn.Owner;

/**
 * Reads what rows of one file say of deals: dates are days in the workspace's zone, stages are those of the pipelines.
 * What is lost is taken to have been lost where it began.
 */
record DealReader(List<Pipeline> pipelines, Instant now) {

    /**
     * @throws Invalid with everything that is wrong, also what the check knew before
     */
    Deal read(
            ImportRow row,
            Owner owner,
            @Nullable CompanyId company,
            @Nullable ContactId contact,
            Map<String, Object> custom,
            Invalid.Check check) {
        Place place = place(row, pipeline(row, check), check);
        Instant opened = row.moment("openedAt", check);
        Instant closed = row.moment("closedAt", check);
        check.that(opened == null || closed == null || !closed.isBefore(opened), "closedAt", "before-its-begin");
        check.that(closed == null || place.status != DealStatus.OPEN, "closedAt", "closed-needs-won-or-lost");
        String externalId = row.get("externalId");
        check.that(externalId == null || externalId.length() <= 200, "externalId", "too-long", Map.of("max", 200));
        Deal.Details said = DealFields.DETAILS
                .of(row, check)
                .of(contact == null ? List.of() : List.of(contact), company)
                .with(custom);
        Deal.Details details =
                check.gather(() -> (said.name().isEmpty() ? said.called(nameOfNameless(row)) : said).checked(null));
        check.done();
        Instant begun = opened != null ? opened : closed != null ? closed : now;
        Instant ended = place.status == DealStatus.OPEN ? null : closed != null ? closed : begun;
        Deal.Standing standing = new Deal.Standing(
                place.stage.pipelineId(),
                place.stage.id(),
                place.status,
                ended == null ? begun : ended,
                ended,
                null,
                null);
        return Deal.imported(
                Objects.requireNonNull(details), owner.member(), owner.team(), standing, externalId, begun, now);
    }

    /** Where deals of the pipeline begin. */
    Stage first(PipelineId id) {
        return pipelines.stream()
                .filter(pipeline -> pipeline.id().equals(id))
                .findFirst()
                .orElseThrow()
                .first();
    }

    private record Place(Stage stage, DealStatus status) {}

    private Pipeline pipeline(ImportRow row, Invalid.Check check) {
        String wanted = row.get("pipeline");
        if (wanted == null) {
            return pipelines.getFirst();
        }
        for (Pipeline pipeline : pipelines) {
            if (same(pipeline.name(), wanted)) {
                return pipeline;
            }
        }
        check.that(false, "pipeline", "unknown-reference", Map.of("value", wanted));
        return pipelines.getFirst();
    }

    /** A stage's name, or WON or LOST; the care after the sale says that it was won. */
    private static Place place(ImportRow row, Pipeline pipeline, Invalid.Check check) {
        String wanted = row.get("stage");
        if (wanted == null) {
            return new Place(pipeline.first(), DealStatus.OPEN);
        }
        if (wanted.equalsIgnoreCase(DealStatus.WON.name())) {
            return new Place(Objects.requireNonNullElse(pipeline.afterSales(), pipeline.last()), DealStatus.WON);
        }
        if (wanted.equalsIgnoreCase(DealStatus.LOST.name())) {
            return new Place(pipeline.first(), DealStatus.LOST);
        }
        for (Stage stage : pipeline.stages()) {
            if (same(stage.name(), wanted)) {
                boolean won = stage.kind() == StageKind.AFTER_SALES;
                return new Place(stage, won ? DealStatus.WON : DealStatus.OPEN);
            }
        }
        check.that(false, "stage", "unknown-choice", Map.of("allowed", choices(pipeline.stages().stream())));
        return new Place(pipeline.first(), DealStatus.OPEN);
    }

    /** What may stand in a column of stages: their names, and the two ends. */
    static List<String> choices(Stream<Stage> stages) {
        return Stream.concat(
                        stages.map(Stage::name).distinct(), Stream.of(DealStatus.WON.name(), DealStatus.LOST.name()))
                .toList();
    }

    /**
     * Files of other systems often name no deals: then it is called by who buys what, or by its id there. A row that names
     * one of ours need say nothing of that.
     */
    private static String nameOfNameless(ImportRow row) {
        List<String> parts = new ArrayList<>(row.list("tags"));
        Stream.of("company", "contact").map(row::get).filter(Objects::nonNull).forEach(parts::add);
        return parts.isEmpty()
                ? Stream.of("externalId", "id")
                        .map(row::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("")
                : String.join(" – ", parts);
    }

    private static boolean same(String ours, String theirs) {
        return Text.fold(ours).equals(Text.fold(theirs));
    }
}
