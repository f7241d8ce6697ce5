package vn.songhanh.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that can be exported. The source says which columns there are and which rows in which order; the
 * engine keeps to what the viewer may read and export, adds the fields that the company added, reads row by row and
 * writes the file. A column goes by the name that the field has in the kind's {@link ImportTarget}, if it has one, so
 * that a file that went out can come in again.
 */
public interface ExportSource {

    /** Its plural names the file: {@code /api/exports/contacts.csv}. */
    RecordKind kind();

    /** Everything that may stand in a file, in the order in which it does unless others are asked for. */
    List<Column<?>> columns(Viewer viewer);

    /** Where the fields lie that the company added; null when the kind has none. */
    default @Nullable Field<JSONB> custom() {
        return null;
    }

    /** The same rows in the same order as the kind's list gives for this, without its limit. */
    Rows rows(Query query, FilterField.Context context);

    /** As the list is asked for it; {@code deleted}: the bin instead of the living. */
    record Query(
            @Nullable String filter,
            @Nullable String q,
            @Nullable String sort,
            boolean deleted) {

        /** The same in another order. */
        public Query sorted(@Nullable String order) {
            return new Query(filter, q, order, deleted);
        }
    }

    /**
     * @param ownerId with {@code teamId} whose a row is: by these the engine leaves out what this viewer may not read
     *     or not export
     */
    record Rows(
            Table<?> from,
            Field<UUID> ownerId,
            Field<UUID> teamId,
            Condition matching,
            List<? extends OrderField<?>> order) {}

    /** A value of a closed list, by the name that the API has for it. */
    record Choice(String field, String value) {}

    /**
     * A column. Its heading is the message {@code column.<plural>.<name>} or else {@code column.<name>}.
     *
     * @param value what is read; the name of a neighbour is null when this viewer may not see the neighbour
     * @param cell what is written for a value that is not null: a text, number, flag, date or moment, a list of them,
     *     or a {@link MemberId}, for which the member's name is written
     * @param onlyAsked left out unless a file asks for it
     */
    record Column<T>(String name, Field<T> value, Function<T, Object> cell, boolean onlyAsked) {

        public static <T> Column<T> of(String name, Field<T> value) {
            return of(name, value, known -> known);
        }

        public static <T> Column<T> of(String name, Field<T> value, Function<T, Object> cell) {
            return new Column<>(name, value, cell, false);
        }

        public static Column<UUID> member(String name, Field<UUID> value) {
            return of(name, value, MemberId::new);
        }

        /** One of a closed list, which the file calls as the screen does. */
        public static Column<String> choice(String name, Field<String> value) {
            return of(name, value, code -> new Choice(name, code));
        }

        public static <T> Column<T> onlyAsked(String name, Field<T> value) {
            return new Column<>(name, value, known -> known, true);
        }

        /** @param row has the columns of the file in their order; null for an empty cell */
        public @Nullable Object cell(Record row, int place) {
            T known = row.get(place, value.getDataType().getType());
            return known == null ? null : cell.apply(known);
        }
    }
}
