package vn.songhanh.shared;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that files can be imported into. The engine reads the file, maps columns and values, and hands over
 * batches inside a transaction; the target decides and writes each batch in sets (COPY, not row by row).
 */
public interface ImportTarget {

    /** As the API calls it: {@code contacts}. */
    String object();

    RecordKind kind();

    List<Field> fields();

    /**
     * Takes one batch: every row gets its outcome. With {@code dryRun} the same decisions are made and nothing is
     * written.
     *
     * @return outcomes by {@link Row#number}
     */
    Map<Long, Outcome> take(Batch batch);

    /** Takes back what an import did: created records go, updated ones get their earlier values back. */
    void undo(Viewer viewer, UUID importId, List<Done> rows, Instant now);

    /**
     * @param headers folded column headings, Vietnamese and English, by which the field is guessed
     * @param values what may be written in it, when that is a closed list
     * @param reference whether it names another record (found by name, e-mail or code)
     */
    record Field(String name, boolean required, List<String> headers, List<String> values, boolean reference) {

        public static Field of(String name, String... headers) {
            return new Field(name, false, List.of(headers), List.of(), false);
        }

        public static Field required(String name, String... headers) {
            return new Field(name, true, List.of(headers), List.of(), false);
        }

        public static Field reference(String name, String... headers) {
            return new Field(name, false, List.of(headers), List.of(), true);
        }

        public Field oneOf(List<String> closedList) {
            return new Field(name, required, headers, closedList, reference);
        }
    }

    enum Duplicates {
        SKIP,
        UPDATE,
        CREATE
    }

    /** @param history whether stages in the file are the past: they start no clock and notify nobody */
    record Batch(
            UUID importId,
            Viewer viewer,
            Instant now,
            Duplicates duplicates,
            boolean history,
            boolean dryRun,
            List<Row> rows) {}

    /** @param values by field name, clean and mapped; a blank cell is absent */
    record Row(long number, Map<String, String> values) {

        public @Nullable String get(String field) {
            return values.get(field);
        }
    }

    sealed interface Outcome {

        record Created(UUID id) implements Outcome {}

        /** @param before the changed values as they were, as a JSON object, so that undo can put them back */
        record Updated(UUID id, String before) implements Outcome {}

        /** @param code a message {@code import.<code>} */
        record Skipped(@Nullable UUID id, String code) implements Outcome {}

        record Failed(List<Invalid.FieldError> errors) implements Outcome {}
    }

    /** @param before null for a created record */
    record Done(long number, UUID id, @Nullable String before) {}
}
