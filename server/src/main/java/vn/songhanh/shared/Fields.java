package vn.songhanh.shared;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record, each declared once, in one line: by what name, in which columns, of what {@link Form}, under
 * which headings of a file. What the record needs of columns, checks, filters, imports, exports and the audit trail
 * follows from that. A component of the Java record goes by the name of its field.
 *
 * <pre>{@code
 * static final Fields<Details> FIELDS = Fields.of(Details.class)
 *         .with("name", ColumnForm.text(COMPANY.NAME), "tên công ty | company name")
 *         .with("employees", ColumnForm.count(COMPANY.EMPLOYEES), "số nhân viên | employees")
 *         .whole();
 * }</pre>
 */
public final class Fields<R extends Record> {

    private record Declared<T>(
            String name, @Nullable String headings, boolean required, Form<T> form, Method accessor, int place) {

        @SuppressWarnings("unchecked") // the form is declared for this component
        @Nullable
        T in(@Nullable Object part) {
            try {
                return part == null ? null : (T) accessor.invoke(part);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name + " cannot be read", e);
            }
        }

        private List<ImportTarget.Field> cells() {
            if (headings == null) {
                return List.of();
            }
            List<ImportTarget.Field> cells = form.cells(name, headings);
            return required ? cells.stream().map(ImportTarget.Field::asRequired).toList() : cells;
        }
    }

    private final Class<R> type;
    private final Constructor<R> constructor;
    private final RecordComponent[] components;
    private final List<Declared<?>> fields = new ArrayList<>();

    private Fields(Class<R> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    public static <R extends Record> Fields<R> of(Class<R> type) {
        return new Fields<>(type);
    }

    /** A field that files can have. */
    public Fields<R> with(String name, Form<?> form, String headings) {
        return declare(name, form, headings, false);
    }

    /** A field without which a file has no such records. */
    public Fields<R> withRequired(String name, Form<?> form, String headings) {
        return declare(name, form, headings, true);
    }

    /** A field that files do not have under a name of its own. */
    public Fields<R> with(String name, Form<?> form) {
        return declare(name, form, null, false);
    }

    private Fields<R> declare(String name, Form<?> form, @Nullable String headings, boolean required) {
        int place = place(name);
        fields.add(new Declared<>(name, headings, required, form, components[place].getAccessor(), place));
        return this;
    }

    private int place(String name) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no component " + name);
    }

    /** @throws IllegalStateException when a component of the record is no field */
    public Fields<R> whole() {
        if (fields.stream().mapToInt(Declared::place).distinct().count() != components.length) {
            throw new IllegalStateException("not every component of " + type.getSimpleName() + " is a field");
        }
        return this;
    }

    /** A record of these values by the names of their fields; the others are empty. */
    public R of(Map<String, ?> values) {
        @Nullable Object[] all = new Object[components.length];
        values.forEach((name, value) -> all[place(name)] = value);
        return made(all);
    }

    /** In the order in which {@link #read} takes them. */
    public List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>();
        fields.forEach(field -> columns.addAll(field.form.columns()));
        return columns;
    }

    public R read(Row row) {
        @Nullable Object[] values = new Object[components.length];
        for (Declared<?> field : fields) {
            values[field.place] = field.form.read(row);
        }
        return made(values);
    }

    /** The values as they lie in their columns. */
    public void write(R record, Map<Field<?>, @Nullable Object> row) {
        fields.forEach(field -> write(field, record, row));
    }

    private static <T> void write(Declared<T> field, Record record, Map<Field<?>, @Nullable Object> row) {
        field.form.write(field.in(record), row);
    }

    /**
     * What is said, as it is kept; the check is told what is wrong with it.
     *
     * @param before what the record has now; null for a new one
     * @param asWritten see {@link Form.Site#asWritten}
     */
    public R checked(R said, @Nullable R before, boolean asWritten, Invalid.Check check) {
        @Nullable Object[] values = new Object[components.length];
        for (Declared<?> field : fields) {
            values[field.place] = checked(field, said, before, new Form.Site(field.name, asWritten, check));
        }
        return made(values);
    }

    private static <T> @Nullable T checked(Declared<T> field, Record said, @Nullable Record before, Form.Site site) {
        return field.form.checked(field.in(said), field.in(before), site);
    }

    /** What a row of a file says. */
    public R of(ImportRow row, Invalid.Check check) {
        @Nullable Object[] values = new Object[components.length];
        for (Declared<?> field : fields) {
            values[field.place] = field.form.of(row, field.name, check);
        }
        return made(values);
    }

    /** The record that is there, with what a file says of it. */
    public R filled(R present, R file, ImportRow row) {
        @Nullable Object[] values = new Object[components.length];
        for (Declared<?> field : fields) {
            values[field.place] = filled(field, present, file, row);
        }
        return made(values);
    }

    private static <T> @Nullable T filled(Declared<T> field, Record present, Record file, ImportRow row) {
        return field.form.filled(field.in(present), field.in(file), field.name, row);
    }

    /** The record with one value in the place of another. */
    public R changed(R record, String name, @Nullable Object value) {
        @Nullable Object[] values = new Object[components.length];
        for (Declared<?> field : fields) {
            values[field.place] = field.in(record);
        }
        values[place(name)] = value;
        return made(values);
    }

    /** As the audit trail tells them. */
    public Map<String, @Nullable Object> facts(R record) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        fields.forEach(field -> tell(field, record, facts));
        return facts;
    }

    private static <T> void tell(Declared<T> field, Record record, Map<String, @Nullable Object> facts) {
        field.form.tell(field.name, field.in(record), facts);
    }

    /** Says what filters can ask of them. */
    public FieldSet declare(FieldSet set) {
        fields.forEach(field -> field.form.declare(field.name, set));
        return set;
    }

    /** The columns that files have for them. */
    public List<ImportTarget.Field> cells() {
        return fields.stream().flatMap(field -> field.cells().stream()).toList();
    }

    /** The columns of a file that goes out. */
    public List<ExportSource.Column<?>> exported() {
        List<ExportSource.Column<?>> columns = new ArrayList<>();
        fields.forEach(field -> columns.addAll(field.form.exported(field.name)));
        return columns;
    }

    private R made(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
