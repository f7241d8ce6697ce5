package vn.songhanh.shared;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Paging by the last row seen instead of by counting rows, so that the ten-thousandth page costs what the first does.
 * The cursor holds the sort and the last row's sort values; it grants nothing and fits only the list it came from.
 */
public final class Keyset {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    private record Key(String name, Field<?> expression, boolean descending) {}

    private final List<Key> keys;
    private final String signature;
    private final @Nullable List<Object> last;
    private final int limit;

    private Keyset(List<Key> keys, String signature, @Nullable List<Object> last, int limit) {
        this.keys = keys;
        this.signature = signature;
        this.last = last;
        this.limit = limit;
    }

    /**
     * @param id the table's id: it ends every order, so that no two rows are equal
     * @param sort names of {@link FieldSet#sortable} fields, {@code -} before one for descending, comma between
     * @throws Invalid for an unknown sort, a limit outside 1 to 200, or a cursor of another list
     */
    public static Keyset of(
            FieldSet fields,
            Field<UUID> id,
            @Nullable String sort,
            String defaultSort,
            @Nullable String cursor,
            @Nullable Integer limit) {
        int size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MAX_LIMIT) {
            throw new Invalid("limit", "out-of-range", Map.of("min", 1, "max", MAX_LIMIT));
        }
        String order = sort == null || sort.isBlank() ? defaultSort : sort;
        List<Key> keys = new ArrayList<>();
        for (String part : order.split(",", -1)) {
            String name = part.strip();
            boolean descending = name.startsWith("-");
            String bare = descending ? name.substring(1) : name;
            keys.add(new Key(bare, fields.sort(bare), descending));
        }
        if (keys.size() > 3) {
            throw new Invalid("sort", "too-many", Map.of("max", 3));
        }
        keys.add(new Key("id", id, keys.getLast().descending()));
        String signature = fields.kind() + ":" + order;
        return new Keyset(keys, signature, cursor == null ? null : read(cursor, signature, keys), size);
    }

    /** What to select beside the row itself, so that {@link #page} can make the next cursor. */
    public List<SelectField<?>> columns() {
        List<SelectField<?>> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            columns.add(keys.get(i).expression().as("key_" + i));
        }
        return columns;
    }

    public List<SortField<?>> order() {
        List<SortField<?>> order = new ArrayList<>();
        for (Key key : keys) {
            order.add(
                    key.descending()
                            ? key.expression().desc()
                            : key.expression().asc());
        }
        return order;
    }

    /** Only what follows the cursor; everything when there is none. */
    public Condition after() {
        if (last == null) {
            return DSL.noCondition();
        }
        boolean oneWay = keys.stream().map(Key::descending).distinct().count() == 1;
        return oneWay ? rowAfter(last) : stepAfter(last, 0);
    }

    /**
     * One more than the page holds: that there is one more tells that a next page exists. Inlined, because PostgreSQL
     * plans a statement anew each time when it cannot see how few rows are wanted.
     */
    public Param<Integer> fetch() {
        return DSL.inline(limit + 1);
    }

    /** How many rows the page holds at most. */
    public int limit() {
        return limit;
    }

    /** @param rows at most {@link #fetch} rows, selected with {@link #columns} */
    public <R extends Record, T> Page<T> page(List<R> rows, Function<R, T> mapper) {
        boolean more = rows.size() > limit;
        List<T> items = new ArrayList<>(limit);
        for (R row : more ? rows.subList(0, limit) : rows) {
            items.add(mapper.apply(row));
        }
        if (!more) {
            return new Page<>(items, null, null);
        }
        R end = rows.get(limit - 1);
        return new Page<>(items, write(key -> end.get("key_" + keys.indexOf(key))), null);
    }

    /**
     * The page of what the query finds.
     *
     * @param query selects at most {@link #fetch} rows: the mapper's columns, then {@link #columns}
     */
    public <T> Page<T> page(ResultQuery<?> query, Function<Row, T> mapper) {
        Filling<T> filling = new Filling<>();
        Row.all(query, row -> filling.add(mapper.apply(row), row));
        return filling.page();
    }

    /** As {@link #page(ResultQuery, Function)}, of several lists that are read together; those without a row are absent. */
    public <K, T> Map<K, Page<T>> pages(ResultQuery<?> query, Function<Row, T> mapper, Function<T, K> list) {
        Map<K, Filling<T>> fillings = new LinkedHashMap<>();
        Row.all(query, row -> {
            T item = mapper.apply(row);
            return fillings.computeIfAbsent(list.apply(item), key -> new Filling<>())
                    .add(item, row);
        });
        Map<K, Page<T>> pages = new LinkedHashMap<>();
        fillings.forEach((key, filling) -> pages.put(key, filling.page()));
        return pages;
    }

    /** A page while its rows come in. */
    private final class Filling<T> {

        private final List<T> items = new ArrayList<>(limit);
        private @Nullable String end;
        private boolean more;

        boolean add(T item, Row row) {
            if (items.size() == limit) {
                more = true;
                return false;
            }
            items.add(item);
            if (items.size() == limit) {
                end = write(key -> row.value(key.expression().getType()));
            }
            return true;
        }

        Page<T> page() {
            return new Page<>(items, more ? end : null, null);
        }
    }

    private Condition rowAfter(List<Object> values) {
        Field<?>[] expressions = keys.stream().map(Key::expression).toArray(Field<?>[]::new);
        Field<?>[] bounds = new Field<?>[values.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = DSL.val(values.get(i), expressions[i].getDataType());
        }
        return keys.getFirst().descending()
                ? DSL.row(expressions).lt(DSL.row(bounds))
                : DSL.row(expressions).gt(DSL.row(bounds));
    }

    private Condition stepAfter(List<Object> values, int i) {
        Key key = keys.get(i);
        @SuppressWarnings("unchecked") // the value was converted to the expression's own type when it was read
        Field<Object> expression = (Field<Object>) key.expression();
        Object value = values.get(i);
        Condition beyond = key.descending() ? expression.lt(value) : expression.gt(value);
        return i + 1 == keys.size() ? beyond : beyond.or(expression.eq(value).and(stepAfter(values, i + 1)));
    }

    /** @param value what the last row of the page has for a key, asked in the order of the keys */
    private String write(Function<Key, @Nullable Object> value) {
        ArrayNode node = JsonMapper.shared().createArrayNode().add(signature);
        for (Key key : keys) {
            node.add(String.valueOf(value.apply(key)));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #write} wrote; what nobody but a forger could have written is not even tried on the database. */
    private static Object value(Class<?> type, String text) {
        return switch (type.getSimpleName()) {
            case "String" -> Text.storable(text, "cursor");
            case "BigDecimal" -> Numbers.decimal(text);
            case "LocalDate" -> known(LocalDate.parse(Dates.bounded(text)));
            case "OffsetDateTime" -> {
                OffsetDateTime moment = OffsetDateTime.parse(Dates.bounded(text));
                known(moment.toLocalDate());
                yield moment;
            }
            case "UUID" -> UUID.fromString(text);
            case "Long" -> Long.valueOf(text);
            case "Integer" -> Integer.valueOf(text);
            case "Boolean" -> Boolean.valueOf(text);
            default -> throw new IllegalStateException("nothing is sorted by " + type);
        };
    }

    /** Some rows sort by the last day that there is. */
    private static LocalDate known(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("a year of another calendar");
        }
        return day;
    }

    private static List<Object> read(String cursor, String signature, List<Key> keys) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor);
            JsonNode node = JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8));
            if (node.isArray()
                    && node.size() == keys.size() + 1
                    && node.valueStream().allMatch(JsonNode::isString)
                    && signature.equals(node.get(0).stringValue())) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < keys.size(); i++) {
                    values.add(value(
                            keys.get(i).expression().getType(), node.get(i + 1).stringValue()));
                }
                return values;
            }
        } catch (IllegalArgumentException
                | DateTimeException
                | JacksonException
                | Invalid
                | org.jooq.exception.DataTypeException notOurs) {
            throw new Invalid("cursor", "foreign-cursor");
        }
        throw new Invalid("cursor", "foreign-cursor");
    }
}
