package vn.songhanh.contacts.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.songhanh.contacts.timeline.NoteColumn;
import vn.songhanh.contacts.timeline.Timeline;
import vn.songhanh.shared.Id;
import vn.songhanh.shared.ImportChanges;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget.Batch;
import vn.songhanh.shared.ImportTarget.Outcome;
import vn.songhanh.shared.Intake;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.RecordKind;

/** An intake of contacts or of companies: new ones begin in a stage of the lifecycle, those that are there advance. */
public final class StagedIntake<T extends Staged<?>> {

    private final Batch batch;
    private final RecordKind kind;
    private final Intake<T> intake;
    private final NoteColumn notes;
    private final Set<Id> told = new HashSet<>();
    private final Map<LifecycleStage, List<Lifecycle.Advance>> advanced = new LinkedHashMap<>();

    public StagedIntake(
            Batch batch, RecordKind kind, Function<T, List<String>> keys, ImportChanges<T> changes, Timeline timeline) {
        this.notes = timeline.notes(batch, kind);
        this.batch = batch;
        this.kind = kind;
        this.intake = new Intake<>(batch, kind, keys, changes);
    }

    public List<Outcome> take(
            Function<ImportRow, T> read,
            Function<List<T>, Collection<T>> find,
            BiFunction<ImportRow, T, Outcome> decide) {
        return intake.take(
                read,
                said -> {
                    Collection<T> known = find.apply(said);
                    notes.known(
                            known.stream().map(record -> record.id().value()).toList());
                    return known;
                },
                decide);
    }

    @Nullable
    public T there(T said, Collection<String> sought) {
        return intake.there(said, sought);
    }

    public boolean isNew(Id id) {
        return intake.isNew(id);
    }

    public Outcome take(ImportRow row, T said, Collection<String> sought, UnaryOperator<T> fill) {
        LifecycleStage stage = said.lifecycleStage();
        boolean named = row.get("lifecycleStage") != null;
        T present = there(said, sought);
        boolean ahead =
                named && present != null && stage.reachableFrom(Cause.IMPORTED).contains(present.lifecycleStage());
        boolean inTables = present != null && !intake.isNew(present.id());
        boolean noted = notes.adds(row, present == null ? null : present.id().value());
        Outcome outcome = intake.take(said, sought, there -> fill.apply(staying(row, stage, there)), ahead || noted);
        notes.took(row, outcome);
        if (outcome instanceof Outcome.Created && named && stage != LifecycleStage.LEAD) {
            told.add(said.id());
        }
        if (outcome instanceof Outcome.Updated changed && ahead && inTables) {
            advanced.computeIfAbsent(stage, to -> new ArrayList<>())
                    .add(new Lifecycle.Advance(kind, changed.id(), said.lifecycleSince(), batch.importId()));
        }
        return outcome;
    }

    /** @throws Invalid when the row would move it back or aside, which only people do */
    private T staying(ImportRow row, LifecycleStage stage, T present) {
        LifecycleStage stands = present.lifecycleStage();
        for (String field : List.of("lifecycleStage", "otherKind")) {
            boolean refused = row.get(field) != null
                    && stage != stands
                    && !stage.reachableFrom(Cause.IMPORTED).contains(stands);
            new Invalid.Check().that(!refused, field, "file-moves-nobody-back").done();
        }
        return present;
    }

    /** Records first, for their history refers to them. */
    public void write(Lifecycle lifecycle, Consumer<Collection<T>> insert, Consumer<Collection<T>> save) {
        insert.accept(intake.created());
        lifecycle.beginAll(
                batch.viewer(),
                kind,
                intake.created().stream()
                        .map(record -> new Lifecycle.Beginning(
                                record.id().value(),
                                record.lifecycleStage(),
                                record.otherKindId(),
                                record.lifecycleSince(),
                                told.contains(record.id())))
                        .toList(),
                batch.importId(),
                batch.history(),
                batch.now());
        save.accept(intake.updated());
        notes.write();
        advanced.forEach((stage, some) ->
                lifecycle.advanceEach(batch.viewer(), some, stage, Cause.IMPORTED, batch.importId(), batch.history()));
    }
}
