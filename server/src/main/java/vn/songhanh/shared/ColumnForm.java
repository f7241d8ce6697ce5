package vn.songhanh.shared;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The form of a field that lies in one column.
 *
 * @param <T> of the values
 * @param <C> as which they lie in the column
 */
public final class ColumnForm<T, C> implements Form<T> {

    public static final int MAX_TEXT = 200;
    public static final int MAX_LINES = 5_000;

    /** Says what is wrong with a value that is not null, and how the others are kept. */
    public interface Checked<T> {
        @Nullable
        T of(T said, @Nullable T before, Site at);
    }

    /** Reads what a row of a file says, and tells the check what is wrong with it. */
    public interface Cell<T> {
        @Nullable
        T of(ImportRow row, String name, Invalid.Check check);
    }

    private final Field<C> column;
    private final FieldType type;
    private final List<String> choices;
    private final Map<String, String> words;
    private final Function<Row, @Nullable T> read;
    private final Function<T, ?> write;
    private final Cell<T> cell;
    private final Checked<T> checked;
    private final Function<C, Object> exported;
    private final UnaryOperator<String> sought;

    private ColumnForm(
            Field<C> column,
            FieldType type,
            List<String> choices,
            Map<String, String> words,
            Function<Row, @Nullable T> read,
            Function<T, ?> write,
            Cell<T> cell,
            Checked<T> checked,
            Function<C, Object> exported,
            UnaryOperator<String> sought) {
        this.column = column;
        this.type = type;
        this.choices = choices;
        this.words = words;
        this.read = read;
        this.write = write;
        this.cell = cell;
        this.checked = checked;
        this.exported = exported;
        this.sought = sought;
    }

    private static <T, C> ColumnForm<T, C> of(
            Field<C> column, FieldType type, Function<Row, @Nullable T> read, Function<T, ?> write, Cell<T> cell) {
        return new ColumnForm<>(
                column,
                type,
                List.of(),
                Map.of(),
                read,
                write,
                cell,
                (said, before, at) -> said,
                known -> known,
                text -> text);
    }

    /** Up to {@value #MAX_TEXT} characters; null when blank. */
    public static ColumnForm<String, String> text(Field<String> column) {
        return ColumnForm.<String, String>of(
                        column, FieldType.TEXT, Row::textOrNull, text -> text, (row, name, check) -> row.get(name))
                .checkedBy((text, before, at) -> shortText(text, at.field(), at.check()));
    }

    /** Several lines, up to {@value #MAX_LINES} characters; null when blank. */
    public static ColumnForm<String, String> lines(Field<String> column) {
        return ColumnForm.<String, String>of(
                        column, FieldType.LINES, Row::textOrNull, text -> text, (row, name, check) -> row.get(name))
                .checkedBy((text, before, at) -> {
                    String clean = Text.cleanOrNull(text, at.field());
                    boolean fits = clean == null || clean.length() <= MAX_LINES;
                    at.check().that(fits, at.field(), "too-long", Map.of("max", MAX_LINES));
                    return clean;
                });
    }

    /** A whole number, none below zero. */
    public static ColumnForm<Integer, Integer> count(Field<Integer> column) {
        return ColumnForm.<Integer, Integer>of(
                        column,
                        FieldType.NUMBER,
                        Row::numberOrNull,
                        number -> number,
                        (row, name, check) -> row.count(name, check))
                .checkedBy((number, before, at) -> {
                    at.check().that(number >= 0, at.field(), "negative");
                    return number;
                });
    }

    public static ColumnForm<LocalDate, LocalDate> day(Field<LocalDate> column) {
        return of(column, FieldType.DATE, Row::dateOrNull, day -> day, (row, name, check) -> row.day(name, check));
    }

    /** @param words by what people write into a file for a value: the value */
    public static <E extends Enum<E>> ColumnForm<E, String> choice(
            Field<String> column, Class<E> values, Map<String, String> words) {
        List<String> names =
                Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
        Function<@Nullable String, @Nullable E> named = name -> name == null ? null : Enum.valueOf(values, name);
        return new ColumnForm<>(
                column,
                FieldType.CHOICE,
                names,
                words,
                row -> named.apply(row.textOrNull()),
                Enum::name,
                (row, name, check) -> named.apply(row.get(name)),
                (said, before, at) -> said,
                known -> known,
                text -> text);
    }

    /** Another record, which whoever reads a file finds by himself. */
    public static <I extends Id> ColumnForm<I, UUID> reference(Field<UUID> column, Function<UUID, I> id) {
        return of(
                column,
                FieldType.ID,
                row -> {
                    UUID value = row.uuidOrNull();
                    return value == null ? null : id.apply(value);
                },
                Id::value,
                (row, name, check) -> null);
    }

    public ColumnForm<T, C> checkedBy(Checked<T> rule) {
        return new ColumnForm<>(column, type, choices, words, read, write, cell, rule, exported, sought);
    }

    /** @param form what is written into a file for a value */
    public ColumnForm<T, C> exportedAs(Function<C, Object> form) {
        return new ColumnForm<>(column, type, choices, words, read, write, cell, checked, form, sought);
    }

    public ColumnForm<T, C> fromCells(Cell<T> reading) {
        return new ColumnForm<>(column, type, choices, words, read, write, reading, checked, exported, sought);
    }

    /** @param reading see {@link ColumnField} */
    public ColumnForm<T, C> soughtAs(UnaryOperator<String> reading) {
        return new ColumnForm<>(column, type, choices, words, read, write, cell, checked, exported, reading);
    }

    /** One short text; null when blank. */
    public static @Nullable String shortText(@Nullable String text, String field, Invalid.Check check) {
        String clean = Text.cleanOrNull(text, field);
        check.that(clean == null || clean.length() <= MAX_TEXT, field, "too-long", Map.of("max", MAX_TEXT));
        return clean;
    }

    @Override
    public List<Field<?>> columns() {
        return List.of(column);
    }

    @Override
    public @Nullable T read(Row row) {
        return read.apply(row);
    }

    @Override
    public void write(@Nullable T value, Map<Field<?>, @Nullable Object> row) {
        row.put(column, value == null ? null : write.apply(value));
    }

    @Override
    public @Nullable T checked(@Nullable T said, @Nullable T before, Site at) {
        return said == null ? null : checked.of(said, before, at);
    }

    @Override
    public void declare(String name, FieldSet fields) {
        fields.add(new ColumnField(fields.kind(), name, type, column, choices, ColumnField.Through.NOTHING, sought));
        if (type != FieldType.ID) {
            fields.plain(name);
        }
    }

    @Override
    public List<ImportTarget.Field> cells(String name, String headings) {
        return List.of(ImportTarget.Field.of(name, headings).oneOf(choices).called(words));
    }

    @Override
    public @Nullable T of(ImportRow row, String name, Invalid.Check check) {
        return cell.of(row, name, check);
    }

    @Override
    public List<ExportSource.Column<?>> exported(String name) {
        return switch (type) {
            case ID -> List.of();
            case CHOICE ->
                List.of(ExportSource.Column.of(name, column, code -> new ExportSource.Choice(name, (String) code)));
            default -> List.of(ExportSource.Column.of(name, column, exported));
        };
    }
}
