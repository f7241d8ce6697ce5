package vn.songhanh.shared;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;

/**
 * A filter field over one column or expression. A condition that must look through a neighbour (the deals of a
 * contact) wraps the comparison: {@code (c, viewer) -> exists(selectOne().from(DEAL)….and(c))}.
 *
 * @param reading makes of a whole text what the column has for it: of {@code An@X.vn} {@code an@x.vn}
 */
public record ColumnField(
        RecordKind kind,
        String name,
        FieldType type,
        Field<?> column,
        List<String> choices,
        Through through,
        UnaryOperator<String> reading)
        implements FilterField {

    /** How a comparison reaches the record that it is about; a neighbour that the viewer may not see matches nothing. */
    @FunctionalInterface
    public interface Through {

        Through NOTHING = (comparison, viewer) -> comparison;

        Condition of(Condition comparison, Viewer viewer);

        /** Who has no neighbour at all, where that makes true whatever a filter denies; no condition where it does not. */
        default Condition none() {
            return DSL.noCondition();
        }

        /** Where there is one neighbour at most. */
        default Through orNone(Condition none) {
            Through through = this;
            return new Through() {
                @Override
                public Condition of(Condition comparison, Viewer viewer) {
                    return through.of(comparison, viewer);
                }

                @Override
                public Condition none() {
                    return none;
                }
            };
        }
    }

    private static final Map<String, Period> UNITS = Map.of(
            "day", Period.ofDays(1),
            "week", Period.ofWeeks(1),
            "month", Period.ofMonths(1),
            "year", Period.ofYears(1));

    private static final Set<Filter.Op> DENYING = Set.of(Filter.Op.ne, Filter.Op.notIn, Filter.Op.empty);

    public ColumnField(RecordKind kind, String name, FieldType type, Field<?> column) {
        this(kind, name, type, column, List.of(), Through.NOTHING);
    }

    public ColumnField(
            RecordKind kind, String name, FieldType type, Field<?> column, List<String> choices, Through through) {
        this(kind, name, type, column, choices, through, UnaryOperator.identity());
    }

    public ColumnField reading(UnaryOperator<String> texts) {
        return new ColumnField(kind, name, type, column, choices, through, texts);
    }

    public ColumnField through(Through wrapper) {
        return new ColumnField(kind, name, type, column, choices, wrapper, reading);
    }

    @Override
    public Condition matches(Filter.Predicate predicate, Context context) {
        if (!type.ops().contains(predicate.op())) {
            throw new Invalid(
                    predicate.path() + ".op", "filter-op-does-not-fit", Map.of("field", name, "allowed", type.ops()));
        }
        Condition matching = through.of(
                type == FieldType.LIST ? list(predicate, context) : single(predicate, context), context.viewer());
        return DENYING.contains(predicate.op()) ? matching.or(through.none()) : matching;
    }

    private Condition single(Filter.Predicate predicate, Context context) {
        return switch (predicate.op()) {
            case eq -> typed().eq(one(predicate, predicate.value(), context));
            case ne -> typed().isDistinctFrom(one(predicate, predicate.value(), context));
            case in -> typed().eq(DSL.any(many(predicate, context)));
            case notIn -> typed().isNull().or(typed().ne(DSL.all(many(predicate, context))));
            case gt, after -> above(predicate, context);
            case gte -> typed().ge(one(predicate, predicate.value(), context));
            case lt, before -> typed().lt(one(predicate, predicate.value(), context));
            case lte -> upTo(predicate, predicate.value(), context);
            case between -> {
                Object[] ends = many(predicate, context);
                if (ends.length != 2) {
                    throw new Invalid(predicate.path() + ".value", "filter-needs-two");
                }
                yield typed().ge(ends[0]).and(upTo(predicate, predicate.value().get(1), context));
            }
            case contains -> folded().like("%" + pattern(predicate) + "%");
            case startsWith -> folded().like(pattern(predicate) + "%");
            case empty -> type.isText() ? column.isNull().or(text().eq("")) : column.isNull();
            case notEmpty -> type.isText() ? text().ne("") : column.isNotNull();
            case within -> within(predicate, context);
            case memberOf -> throw new IllegalStateException("segments have a field of their own");
        };
    }

    private Condition list(Filter.Predicate predicate, Context context) {
        @SuppressWarnings("unchecked") // a field of lists is over a column of texts
        Field<String[]> array = (Field<String[]>) column;
        return switch (predicate.op()) {
            case eq, contains -> holds(array, one(predicate, predicate.value(), context));
            case ne -> DSL.not(holds(array, one(predicate, predicate.value(), context)));
            case in -> overlaps(array, many(predicate, context));
            case notIn -> DSL.not(overlaps(array, many(predicate, context)));
            case empty -> DSL.cardinality(array).eq(0);
            case notEmpty -> DSL.cardinality(array).gt(0);
            default -> throw new IllegalStateException("not an operator of lists: " + predicate.op());
        };
    }

    private static Condition holds(Field<String[]> array, Object value) {
        return DSL.condition("{0} @> {1}", array, DSL.val(new String[] {(String) value}, array));
    }

    private static Condition overlaps(Field<String[]> array, Object[] values) {
        return DSL.condition("{0} && {1}", array, DSL.val((String[]) values, array));
    }

    private Condition above(Filter.Predicate predicate, Context context) {
        Object value = one(predicate, predicate.value(), context);
        return isDayOfMoments(predicate.value()) ? typed().ge(nextDay(value, context)) : typed().gt(value);
    }

    private Condition upTo(Filter.Predicate predicate, JsonNode value, Context context) {
        Object last = one(predicate, value, context);
        return isDayOfMoments(value) ? typed().lt(nextDay(last, context)) : typed().le(last);
    }

    /** A day among moments is all of it: after it begins with the next one, and up to it ends there. */
    private boolean isDayOfMoments(JsonNode value) {
        return type == FieldType.INSTANT && isDay(value.stringValue());
    }

    private static OffsetDateTime nextDay(Object begin, Context context) {
        return ((OffsetDateTime) begin)
                .atZoneSameInstant(context.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(context.zone())
                .toOffsetDateTime();
    }

    private static boolean isDay(String text) {
        return text.strip().length() == 10;
    }

    /** {@code {"last":14,"unit":"day"}} or {@code {"next":1,"unit":"month"}}, counted from now. */
    private Condition within(Filter.Predicate predicate, Context context) {
        JsonNode value = predicate.value();
        boolean last = value.path("last").isInt();
        int count = last ? value.path("last").intValue() : value.path("next").asInt(0);
        Period unit = UNITS.get(value.path("unit").asString(""));
        if (unit == null || count < 1 || count > 3650 || value.size() != 2) {
            throw new Invalid(predicate.path() + ".value", "filter-not-a-span");
        }
        ZonedDateTime now = context.now().atZone(context.zone());
        ZonedDateTime other = last ? now.minus(unit.multipliedBy(count)) : now.plus(unit.multipliedBy(count));
        ZonedDateTime from = last ? other : now;
        ZonedDateTime to = last ? now : other;
        return type == FieldType.DATE
                ? typed().ge(from.toLocalDate()).and(typed().le(to.toLocalDate()))
                : typed().ge(from.toOffsetDateTime()).and(typed().le(to.toOffsetDateTime()));
    }

    @SuppressWarnings("unchecked") // values are read by the field's own type before they meet the column
    private Field<Object> typed() {
        return (Field<Object>) (Field<?>) column;
    }

    private Field<String> text() {
        return column.coerce(SQLDataType.VARCHAR);
    }

    private Field<String> folded() {
        return DSL.function("public.fold", SQLDataType.VARCHAR, text());
    }

    /** The typed needle folded as the column is, with the wildcards of LIKE taken literally. */
    private String pattern(Filter.Predicate predicate) {
        String needle = Text.fold(string(predicate, predicate.value()));
        return needle.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private Object[] many(Filter.Predicate predicate, Context context) {
        JsonNode value = predicate.value();
        if (!value.isArray() || value.isEmpty() || value.size() > Filter.MAX_VALUES) {
            throw new Invalid(predicate.path() + ".value", "filter-needs-a-list", Map.of("max", Filter.MAX_VALUES));
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode item : value) {
            values.add(one(predicate, item, context));
        }
        DataType<?> dataType = column.getDataType();
        Class<?> element = type == FieldType.LIST ? String.class : dataType.getType();
        return values.toArray((Object[]) java.lang.reflect.Array.newInstance(element, 0));
    }

    private Object one(Filter.Predicate predicate, JsonNode value, Context context) {
        return switch (type) {
            case TEXT, LINES, LIST -> reading.apply(string(predicate, value));
            case CHOICE -> {
                String choice = string(predicate, value);
                if (!choices.contains(choice)) {
                    throw new Invalid(predicate.path() + ".value", "unknown-choice", Map.of("allowed", choices));
                }
                yield choice;
            }
            case ID -> uuid(predicate, value);
            case NUMBER -> number(predicate, value);
            case DATE -> date(predicate, value);
            case INSTANT -> instant(predicate, value, context);
            case FLAG -> {
                if (!value.isBoolean()) {
                    throw wrong(predicate, "not-a-flag");
                }
                yield value.booleanValue();
            }
            case SEGMENT -> throw new IllegalStateException("segments have a field of their own");
        };
    }

    private static String string(Filter.Predicate predicate, JsonNode value) {
        if (!value.isString()) {
            throw wrong(predicate, "not-a-text");
        }
        return Text.clean(value.stringValue(), predicate.path() + ".value");
    }

    private static UUID uuid(Filter.Predicate predicate, JsonNode value) {
        try {
            return Ids.parse(string(predicate, value));
        } catch (NotFound notAnId) {
            throw wrong(predicate, "not-an-id");
        }
    }

    private Object number(Filter.Predicate predicate, JsonNode value) {
        try {
            BigDecimal number =
                    value.isString() ? Numbers.decimal(value.stringValue()) : Numbers.bounded(value.decimalValue());
            return column.getDataType().convert(number);
        } catch (RuntimeException notANumber) {
            throw wrong(predicate, "not-a-number");
        }
    }

    private static LocalDate date(Filter.Predicate predicate, JsonNode value) {
        return Dates.day(string(predicate, value), predicate.path() + ".value");
    }

    /** An ISO instant, or a date that stands for its first moment in the workspace's zone. */
    private static OffsetDateTime instant(Filter.Predicate predicate, JsonNode value, Context context) {
        String text = string(predicate, value);
        try {
            return isDay(Dates.bounded(text))
                    ? Dates.within(LocalDate.parse(text), predicate.path() + ".value")
                            .atStartOfDay(context.zone())
                            .toOffsetDateTime()
                    : Dates.within(Instant.parse(text), predicate.path() + ".value")
                            .atOffset(ZoneOffset.UTC);
        } catch (DateTimeException notAnInstant) {
            throw wrong(predicate, "not-an-instant");
        }
    }

    private static Invalid wrong(Filter.Predicate predicate, String code) {
        return new Invalid(predicate.path() + ".value", code);
    }
}
