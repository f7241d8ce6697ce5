package vn.songhanh.sales.competitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.songhanh.sales.SalesKinds;
import vn.songhanh.shared.CustomValues;
import vn.songhanh.shared.ImportChanges;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Intake;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.MergePatch;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.OwnerColumn;
import vn.songhanh.workspace.members.Owners;

/** Competitors from a file; each is known again by its name. */
@Component
class CompetitorImport implements ImportTarget {

    private final CompetitorStore store;
    private final Owners owners;
    private final Members members;
    private final CustomFields customFields;
    private final JsonMapper json;
    private final ImportChanges<Competitor> changes;

    CompetitorImport(
            CompetitorStore store, Owners owners, Members members, CustomFields customFields, JsonMapper json) {
        this.store = store;
        this.owners = owners;
        this.members = members;
        this.customFields = customFields;
        this.json = json;
        this.changes = new ImportChanges<>(json, Competitor::facts);
    }

    @Override
    public RecordKind kind() {
        return SalesKinds.COMPETITOR;
    }

    @Override
    public List<Field> fields() {
        Stream<Field> own = Stream.concat(CompetitorFields.DETAILS.cells().stream(), Stream.of(OwnerColumn.FIELD, ID));
        return customFields.columns(kind(), own.toList());
    }

    @Override
    public List<Outcome> take(Batch batch) {
        OwnerColumn inFile = members.owners(batch);
        Intake<Competitor> intake = new Intake<>(batch, kind(), CompetitorImport::keys, changes);
        List<Outcome> outcomes = intake.take(
                row -> read(row, inFile, batch.now()),
                read -> holders(read, batch),
                (row, said) -> nameTaken(intake, said, batch)
                        ? new Outcome.Failed("name", "name-taken")
                        : intake.take(said, keys(said), there -> there.fill(said, row, batch.now())));
        if (!batch.dryRun()) {
            store.insertAll(intake.created());
            store.saveAll(intake.updated());
        }
        return outcomes;
    }

    /** Whether the row would give the name of one that is there to another. */
    private static boolean nameTaken(Intake<Competitor> intake, Competitor said, Batch batch) {
        Competitor holder = intake.there(keys(said));
        return switch (batch.duplicates()) {
            case SKIP -> false;
            case CREATE -> holder != null;
            case UPDATE -> holder != null && !holder.equals(intake.there(said, keys(said)));
        };
    }

    private static List<String> keys(Competitor competitor) {
        return List.of("name:" + Text.fold(competitor.details().name()));
    }

    private Competitor read(ImportRow row, OwnerColumn inFile, Instant now) {
        Invalid.Check check = new Invalid.Check();
        OwnerColumn.Owner owner = inFile.of(row, check);
        Competitor.Details details = CompetitorFields.DETAILS.of(row, check);
        Map<String, Object> custom = customFields.read(kind(), row, check);
        check.done();
        return Competitor.create(
                CompetitorFields.DETAILS.changed(details, "custom", CustomValues.asKept(custom)),
                new Owners.Owner(owner.member(), owner.team()),
                now);
    }

    private List<Competitor> holders(List<Competitor> read, Batch batch) {
        if (!batch.dryRun()) {
            store.claimNames();
        }
        Set<String> names =
                read.stream().map(one -> Text.fold(one.details().name())).collect(Collectors.toSet());
        return store.holders(names, batch.ids(), batch.edits());
    }

    @Override
    public Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant now) {
        List<Competitor> present = store.lockAll(Done.ids(rows));
        Set<UUID> gone = store.deleteUntouched(Done.created(rows), now);
        return changes.takeBack(
                rows,
                gone,
                present,
                (competitor, before) -> {
                    CompetitorInput input =
                            MergePatch.apply(json, CompetitorInput.of(competitor), before, CompetitorInput.class);
                    return competitor.edit(input.details(), owners.of(viewer, input.ownerId(), competitor), now);
                },
                store::saveAll);
    }
}
