package vn.songhanh.shared;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that files can be imported into. The engine reads the file, maps columns and values, and hands over
 * batches inside a transaction; the target decides and writes each batch in sets ({@link Copy}, not row by row).
 */
public interface ImportTarget {

    /** As the API calls it: {@code contacts}. */
    default String object() {
        return kind().plural();
    }

    RecordKind kind();

    /** In the order in which a screen offers them. A file must have a column or a default for each required one. */
    List<Field> fields();

    /** The field that holds what a record is called: of it alone those are made that another file names and we lack. */
    default String nameField() {
        return Field.BY_NAME;
    }

    /** @throws Forbidden when the viewer may take in none of these, whatever stands in the rows */
    default void mayTake(Viewer viewer) {
        viewer.require(kind(), Action.WRITE);
    }

    /** @throws Forbidden when the viewer may take back none of these */
    default void mayTakeBack(Viewer viewer) {
        mayTake(viewer);
    }

    /**
     * Takes one batch, in the engine's transaction: what it writes and the engine's note of it commit together, so no
     * row is ever taken twice. Publishes no event and records no audit entry; the engine does both, once for the batch.
     * With {@link Batch#dryRun} the same decisions are made and nothing is written.
     *
     * @return the outcome of each row, in the order of {@link Batch#rows}
     */
    List<Outcome> take(Batch batch);

    /**
     * Takes back part of what an import did, in the engine's transaction: created records go, updated ones get their
     * earlier values back. What has become more than the import made of it (changed since, used by others) stays.
     *
     * @param rows latest row first
     * @return why rows stayed: row number to a message {@code import.<code>}; empty when all were taken back
     */
    Map<Long, String> undo(Viewer viewer, UUID importId, List<Done> rows, Instant now);

    /**
     * @param headers column headings, Vietnamese and English, by which the field is guessed; case, accents, spaces and
     *     punctuation do not matter
     * @param values what may be written in it, when that is a closed list
     * @param words what people call those values: each word, however written, to its value
     * @param matches by what another record can be named, the default first ({@code name}, {@code taxCode}); empty for
     *     a field that is no reference
     * @param object what may be imported first when it is missing: a record that only its name need be known of
     */
    record Field(
            String name,
            boolean required,
            List<String> headers,
            List<String> values,
            Map<String, String> words,
            List<String> matches,
            @Nullable String object) {

        public static final String BY_NAME = "name";

        /** Before a heading that others contain too: it counts only where nothing else stands beside it. */
        public static final String WHOLE = "= ";

        /** @param headers with bars between them: {@code "họ tên | full name | name"} */
        public static Field of(String name, String headers) {
            return new Field(name, false, List.of(headers.split(" \\| ")), List.of(), Map.of(), List.of(), null);
        }

        public static Field required(String name, String headers) {
            return new Field(name, true, of(name, headers).headers, List.of(), Map.of(), List.of(), null);
        }

        public Field asRequired() {
            return new Field(name, true, headers, values, words, matches, object);
        }

        public Field oneOf(List<String> closedList) {
            return new Field(name, required, headers, closedList, words, matches, object);
        }

        public Field called(Map<String, String> asPeopleSay) {
            return new Field(name, required, headers, values, asPeopleSay, matches, object);
        }

        /** Makes the field a reference: its cells name another record by one of these. */
        public Field naming(String... by) {
            return new Field(name, required, headers, values, words, List.of(by), object);
        }

        /** @param importable the object of the import that brings those that are missing */
        public Field of(String importable) {
            return new Field(name, required, headers, values, words, matches, importable);
        }
    }

    /**
     * By which a file that went out finds its records again, before all else. An id that no living record has finds
     * none: the record was deleted, or the file comes from somewhere else.
     */
    Field ID = Field.of(ImportRow.ID, "mã bản ghi | record id | uuid");

    enum Duplicates {
        SKIP,
        UPDATE,
        CREATE
    }

    /**
     * @param viewer who imports, with {@link Via#IMPORT}; what is created without an owner is theirs
     * @param history whether stages in the file are the past: they start no clock and notify nobody
     * @param matches by what each reference names its record: field name to one of {@link Field#matches}
     * @param seen only in a dry run: the keys of earlier rows
     */
    record Batch(
            UUID importId,
            Viewer viewer,
            Instant now,
            Duplicates duplicates,
            boolean history,
            boolean dryRun,
            Map<String, String> matches,
            Seen seen,
            List<ImportRow> rows) {

        /** The ids of ours that the rows name. */
        public Set<UUID> ids() {
            return rows.stream().flatMap(row -> row.id().stream()).collect(Collectors.toSet());
        }

        /** What the rows say in a field, each text once: what is to be looked up for all of them together. */
        public Set<String> texts(String field) {
            return rows.stream()
                    .map(row -> row.get(field))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        /** By what the cells of a reference name their records. */
        public String by(String field) {
            return Objects.requireNonNull(matches.get(field));
        }

        /**
         * Whether nobody else may make what the rows would make until the transaction ends: who looks for duplicates
         * must also find those that are made at the same moment.
         */
        public boolean claims() {
            return duplicates != Duplicates.CREATE && !dryRun;
        }

        /** Whether records that are there will be changed, so that nobody else may until the transaction ends. */
        public boolean edits() {
            return duplicates == Duplicates.UPDATE && !dryRun;
        }
    }

    /**
     * What earlier batches of a dry run would have written. Otherwise earlier batches are in the tables, and this only
     * tells by {@link Intake#key their ids} which rows have created them.
     */
    interface Seen {

        /** The row that brought the key; 0 when none did. */
        long row(String key);

        default boolean has(String key) {
            return row(key) > 0;
        }

        /** @param key what a duplicate is found by: {@code "email:an@example.com"} */
        void add(String key, long row);
    }

    sealed interface Outcome {

        /** What is decided; a row that is {@link Invalid} has failed. */
        static Outcome of(Supplier<Outcome> decision) {
            try {
                return decision.get();
            } catch (Invalid wrong) {
                return new Failed(wrong.errors());
            }
        }

        record Created(UUID id) implements Outcome {}

        /**
         * @param before the fields that changed as they were, a JSON object, so that undo can put them back
         * @param after the same fields as they are now
         */
        record Updated(UUID id, String before, String after) implements Outcome {}

        /**
         * @param id the record that was there already, or none
         * @param code a message {@code import.<code>}
         */
        record Skipped(@Nullable UUID id, String code, Map<String, Object> args) implements Outcome {

            public Skipped(@Nullable UUID id, String code) {
                this(id, code, Map.of());
            }

            /** The file says the same above. */
            public static Skipped asRow(@Nullable UUID id, long row) {
                return new Skipped(id, "duplicate-in-file", Map.of("row", row));
            }
        }

        record Failed(List<Invalid.FieldError> errors) implements Outcome {

            public Failed(String field, String code) {
                this(List.of(new Invalid.FieldError(field, code, Map.of())));
            }
        }
    }

    /** A row that created a record ({@code before} and {@code after} are null) or updated one. */
    record Done(
            long number,
            UUID id,
            @Nullable String before,
            @Nullable String after) {

        public boolean created() {
            return before == null;
        }

        public static List<UUID> ids(List<Done> rows) {
            return rows.stream().map(Done::id).toList();
        }

        /** @param kept the rows that stayed, each with the reason */
        public static List<UUID> takenBack(List<Done> rows, Map<Long, String> kept) {
            return rows.stream()
                    .filter(row -> !kept.containsKey(row.number()))
                    .map(Done::id)
                    .toList();
        }

        public static List<UUID> created(List<Done> rows) {
            return rows.stream().filter(Done::created).map(Done::id).toList();
        }
    }
}
