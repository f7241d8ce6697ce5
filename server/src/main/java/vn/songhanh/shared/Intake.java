package vn.songhanh.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.ImportTarget.Batch;
import vn.songhanh.shared.ImportTarget.Duplicates;
import vn.songhanh.shared.ImportTarget.Outcome;

/**
 * The records of one batch on their way in. A row speaks of a new record, or of one that is there already: in the
 * tables, or from a row above it. Nothing is written here; {@link #created} and {@link #updated} are what there is to
 * write when all rows are decided.
 */
public final class Intake<T extends Owned> {

    private final Batch batch;
    private final RecordKind kind;
    private final Function<T, List<String>> keys;
    private final ImportChanges<T> changes;
    private final Map<String, Id> byKey = new HashMap<>();
    /** By what a row says: the id of ours that the row names. */
    private final Map<Id, UUID> named = new HashMap<>();

    /** The row that a record was read from. */
    private final Map<Id, Long> rows = new HashMap<>();

    private final Map<Id, T> there = new HashMap<>();
    private final Map<Id, T> created = new LinkedHashMap<>();
    private final Map<Id, T> updated = new LinkedHashMap<>();

    /** @param keys by what a record is found again: {@code "email:an@example.com"} */
    public Intake(Batch batch, RecordKind kind, Function<T, List<String>> keys, ImportChanges<T> changes) {
        this.batch = batch;
        this.kind = kind;
        this.keys = keys;
        this.changes = changes;
    }

    /**
     * Reads every row, asks once for all of them who is there already, then decides row by row. A row that is {@link
     * Invalid} to one of these has failed.
     *
     * @param read what a row says, as a record
     * @param find those in the tables whose keys these have, or whose {@link Batch#ids ids} the rows name, held when the
     *     batch {@link Batch#edits edits}
     */
    public List<Outcome> take(
            Function<ImportRow, T> read,
            Function<List<T>, Collection<T>> find,
            BiFunction<ImportRow, T, Outcome> decide) {
        List<Reading<T>> readings =
                batch.rows().stream().map(row -> Reading.of(row, read)).toList();
        List<T> said = new ArrayList<>();
        for (Reading<T> reading : readings) {
            T record = reading.said;
            if (record != null) {
                said.add(record);
                rows.put(record.id(), reading.row.number());
                reading.row.id().ifPresent(id -> named.put(record.id(), id));
            }
        }
        for (T known : find.apply(said)) {
            there.put(known.id(), known);
            byKey.put(key(known.id().value()), known.id());
            keys.apply(known).forEach(key -> byKey.putIfAbsent(key, known.id()));
        }
        return readings.stream().map(each -> each.decided(decide)).toList();
    }

    private record Reading<T>(ImportRow row, @Nullable T said, List<Invalid.FieldError> errors) {

        static <T> Reading<T> of(ImportRow row, Function<ImportRow, T> read) {
            try {
                row.checkId();
                return new Reading<>(row, read.apply(row), List.of());
            } catch (Invalid wrong) {
                return new Reading<>(row, null, wrong.errors());
            }
        }

        Outcome decided(BiFunction<ImportRow, T, Outcome> decide) {
            T record = said;
            return record == null ? new Outcome.Failed(errors) : Outcome.of(() -> decide.apply(row, record));
        }
    }

    /** By which the engine remembers what a row has created. */
    public static String key(UUID id) {
        return "id:" + id;
    }

    /**
     * The record that is there by the id that the row of this one names, or by one of these keys, the surest of them
     * first; as the rows so far have made it.
     */
    public @Nullable T there(T said, Collection<String> sought) {
        UUID id = named.get(said.id());
        Id known = id == null ? null : byKey.get(key(id));
        return known == null ? there(sought) : there.get(known);
    }

    /** The record that is there by one of these keys, whatever id the row names. */
    public @Nullable T there(Collection<String> sought) {
        for (String key : sought) {
            Id id = byKey.get(key);
            if (id != null) {
                return there.get(id);
            }
        }
        return null;
    }

    /** The record as the rows so far have made it. */
    public T require(Id id) {
        return Objects.requireNonNull(there.get(id));
    }

    public boolean isNew(Id id) {
        return created.containsKey(id);
    }

    /**
     * Takes what a row says: as a new record, or into the one that is there.
     *
     * @param sought the keys by which it may be there
     * @param fill puts what the row says into the record that is there
     */
    public Outcome take(T said, Collection<String> sought, UnaryOperator<T> fill) {
        return take(said, sought, fill, false);
    }

    /** @param more whether the row changes more of the record that is there than its facts */
    public Outcome take(T said, Collection<String> sought, UnaryOperator<T> fill, boolean more) {
        if (batch.duplicates() != Duplicates.CREATE) {
            T present = there(said, sought);
            if (present != null) {
                return meet(present, fill, more);
            }
            long above = above(sought);
            if (above > 0) {
                return Outcome.Skipped.asRow(null, above);
            }
        }
        if (!mayGive(said)) {
            return new Outcome.Failed("owner", "not-yours-to-give");
        }
        hold(created, said);
        return new Outcome.Created(said.id().value());
    }

    private Outcome meet(T present, UnaryOperator<T> fill, boolean more) {
        if (batch.duplicates() == Duplicates.SKIP) {
            UUID id = may(Action.READ, present) ? present.id().value() : null;
            long above = isNew(present.id())
                    ? rows.getOrDefault(present.id(), 1L)
                    : batch.seen().row(key(present.id().value()));
            return above > 0 ? Outcome.Skipped.asRow(id, above) : new Outcome.Skipped(id, "duplicate");
        }
        if (!may(Action.WRITE, present)) {
            return new Outcome.Skipped(null, "duplicate-of-others");
        }
        T filled = fill.apply(present);
        if (!Objects.equals(filled.ownerId(), present.ownerId()) && !mayGive(filled)) {
            return new Outcome.Failed("owner", "not-yours-to-give");
        }
        if (changes.none(present, filled) && !more) {
            return new Outcome.Skipped(present.id().value(), "unchanged");
        }
        if (isNew(present.id())) {
            hold(created, filled);
            // Nothing to put back: undoing takes the whole record away.
            return new Outcome.Updated(present.id().value(), "{}", "{}");
        }
        hold(updated, filled);
        return changes.between(present, filled);
    }

    /** The row of an earlier batch that a dry run would have taken. */
    private long above(Collection<String> sought) {
        return sought.stream()
                .mapToLong(batch.seen()::row)
                .filter(row -> row > 0)
                .findFirst()
                .orElse(0);
    }

    private void hold(Map<Id, T> those, T record) {
        those.put(record.id(), record);
        there.put(record.id(), record);
        for (String key : keys.apply(record)) {
            byKey.put(key, record.id());
            if (batch.dryRun()) {
                batch.seen().add(key, rows.getOrDefault(record.id(), 1L));
            }
        }
    }

    private boolean may(Action action, T record) {
        return batch.viewer().may(kind, action, record.ownerId(), record.teamId());
    }

    private boolean mayGive(T record) {
        return batch.viewer().mayGive(kind, record.ownerId(), record.teamId());
    }

    public Collection<T> created() {
        return created.values();
    }

    public Collection<T> updated() {
        return updated.values();
    }
}
