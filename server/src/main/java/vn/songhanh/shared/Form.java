package vn.songhanh.shared;

import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The form that the values of a field have wherever they go: how they are checked, lie in columns, are asked for by
 * filters, and stand in files. {@link ColumnForm} is the form of most.
 */
public interface Form<T> {

    /**
     * Where a value is checked.
     *
     * @param field as the API calls it, for what is wrong with it
     * @param asWritten whether the value comes from a file, or goes back to what it was before one: what was wrong where
     *     it came from may then stay
     */
    record Site(String field, boolean asWritten, Invalid.Check check) {}

    /** In the order in which {@link #read} takes them. */
    List<? extends Field<?>> columns();

    @Nullable
    T read(Row row);

    void write(@Nullable T value, Map<Field<?>, @Nullable Object> row);

    /**
     * The value as it is kept.
     *
     * @param before what the record has now
     */
    default @Nullable T checked(@Nullable T said, @Nullable T before, Site at) {
        return said;
    }

    /** Says what can be asked of it. */
    default void declare(String name, FieldSet fields) {}

    /**
     * The columns that a file may have for it.
     *
     * @param headings with bars between them
     */
    default List<ImportTarget.Field> cells(String name, String headings) {
        return List.of(ImportTarget.Field.of(name, headings));
    }

    /** What those cells of a row say. */
    default @Nullable T of(ImportRow row, String name, Invalid.Check check) {
        return null;
    }

    /**
     * The value when a file says something of a record that is there.
     *
     * @param file what {@link #of} has read from the row
     */
    default @Nullable T filled(@Nullable T present, @Nullable T file, String name, ImportRow row) {
        return row.has(name) ? file : present;
    }

    /**
     * As the audit trail tells it; null when there is nothing to tell. The names are those of the API, for by them an
     * import is taken back.
     */
    default void tell(String name, @Nullable T value, Map<String, @Nullable Object> facts) {
        facts.put(name, value);
    }

    /** The columns of a file that goes out. */
    default List<ExportSource.Column<?>> exported(String name) {
        return List.of();
    }
}
