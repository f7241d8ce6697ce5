package vn.songhanh.shared;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** The fields by which the records of one kind are filtered and sorted; turns a {@link Filter} into SQL. */
public final class FieldSet {

    private final RecordKind kind;
    private final Map<String, FilterField> fields = new LinkedHashMap<>();
    private final Map<String, Field<?>> sorts = new LinkedHashMap<>();
    private final Set<String> plain = new HashSet<>();
    private Supplier<Map<String, FilterField>> offered = Map::of;
    private Function<String, @Nullable FilterField> others = name -> null;

    public FieldSet(RecordKind kind) {
        this.kind = kind;
    }

    public FieldSet text(String name, Field<?> column) {
        return add(new ColumnField(kind, name, FieldType.TEXT, column));
    }

    public FieldSet id(String name, Field<?> column) {
        return add(new ColumnField(kind, name, FieldType.ID, column));
    }

    public FieldSet number(String name, Field<?> column) {
        return add(new ColumnField(kind, name, FieldType.NUMBER, column));
    }

    public FieldSet date(String name, Field<?> column) {
        return add(new ColumnField(kind, name, FieldType.DATE, column));
    }

    public FieldSet instant(String name, Field<?> column) {
        return add(new ColumnField(kind, name, FieldType.INSTANT, column));
    }

    public FieldSet flag(String name, Field<?> column) {
        return add(new ColumnField(kind, name, FieldType.FLAG, column));
    }

    public FieldSet list(String name, Field<?> column) {
        return add(new ColumnField(kind, name, FieldType.LIST, column));
    }

    public FieldSet choice(String name, Field<?> column, Enum<?>[] values) {
        List<String> choices = java.util.Arrays.stream(values).map(Enum::name).toList();
        return add(new ColumnField(kind, name, FieldType.CHOICE, column, choices, ColumnField.Through.NOTHING));
    }

    public FieldSet add(FilterField field) {
        fields.put(field.name(), field);
        return this;
    }

    /**
     * Adds the fields of this kind that other modules contribute. They are asked for at the first use: modules above
     * are not there yet when the set is made.
     */
    public FieldSet offered(Supplier<Stream<FilterField>> byModules) {
        offered = SingletonSupplier.of(() -> byModules
                .get()
                .filter(field -> field.kind().equals(kind))
                .collect(Collectors.toMap(FilterField::name, Function.identity())));
        return this;
    }

    /** Where to look for names that are not declared: custom fields. */
    public FieldSet orElse(Function<String, @Nullable FilterField> resolver) {
        others = resolver;
        return this;
    }

    /** @param expression never null, or the rows with a null could not be paged through */
    public FieldSet sortable(String name, Field<?> expression) {
        sorts.put(name, expression);
        return this;
    }

    public Collection<FilterField> fields() {
        return fields.values();
    }

    /** That the value under this name is one, which is changed by saying another. */
    void plain(String name) {
        plain.add(name);
    }

    public boolean isPlain(String name) {
        return plain.contains(name);
    }

    public boolean isSortable(String name) {
        return sorts.containsKey(name);
    }

    Field<?> sort(String name) {
        Field<?> expression = sorts.get(name);
        if (expression == null) {
            throw new Invalid("sort", "unknown-sort", Map.of("value", name, "allowed", sorts.keySet()));
        }
        return expression;
    }

    public RecordKind kind() {
        return kind;
    }

    /** @throws Invalid that names the place of an unknown field, an operator or a value that does not fit */
    public Condition where(Filter filter, FilterField.Context context) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> {
                Condition all = DSL.noCondition();
                for (Filter part : parts) {
                    all = all.and(where(part, context));
                }
                yield all;
            }
            case Filter.Any(List<Filter> parts) -> {
                Condition any = DSL.falseCondition();
                for (Filter part : parts) {
                    any = any.or(where(part, context));
                }
                yield any;
            }
            // A comparison with null is neither true nor false; "not" means every row that the inside does not match.
            case Filter.Not(Filter part) -> DSL.condition("({0}) is not true", where(part, context));
            case Filter.Predicate predicate -> field(predicate).matches(predicate, context);
        };
    }

    private FilterField field(Filter.Predicate predicate) {
        String name = predicate.field();
        FilterField own = fields.getOrDefault(name, offered.get().get(name));
        FilterField found = own != null ? own : others.apply(name);
        if (found == null) {
            throw new Invalid(predicate.path() + ".field", "filter-unknown-field", Map.of("value", name));
        }
        return found;
    }
}
