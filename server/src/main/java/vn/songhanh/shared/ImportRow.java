package vn.songhanh.shared;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, and its cells as people write them. An empty cell is null; so is one that cannot be read, of which
 * the check is told.
 *
 * @param number as a spreadsheet counts: the header is row 1
 * @param values by field name: NFC, trimmed, mapped; a blank cell is absent
 * @param zone of the times of day that stand in it
 * @param currency of an amount that comes without one
 */
public record ImportRow(long number, Map<String, String> values, ZoneId zone, String currency) {

    /** The code of an error: what a cell names is not there. */
    public static final String UNKNOWN = "unknown-reference";

    static final String ID = "id";

    private static final Pattern BETWEEN = Pattern.compile("\\s*[;,|\\n]\\s*");

    public ImportRow(long number, Map<String, String> values, ZoneId zone) {
        this(number, values, zone, Money.VND);
    }

    public ImportRow inCurrency(String other) {
        return new ImportRow(number, values, zone, other);
    }

    public @Nullable String get(String field) {
        return values.get(field);
    }

    /** The id of ours that the row names; empty when it names none, or what is no id: see {@link #checkId}. */
    public Optional<UUID> id() {
        try {
            return Optional.ofNullable(get(ID)).map(Ids::parse);
        } catch (NotFound noId) {
            return Optional.empty();
        }
    }

    /** @throws Invalid when that cell holds something else */
    void checkId() {
        new Invalid.Check()
                .that(get(ID) == null || id().isPresent(), ID, "not-an-id")
                .done();
    }

    /** Whether the row says something of the field. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** Several in one cell, between semicolons, commas, bars or line breaks; each once. */
    public List<String> list(String field) {
        String cell = get(field);
        return cell == null
                ? List.of()
                : BETWEEN.splitAsStream(cell)
                        .filter(part -> !part.isBlank())
                        .distinct()
                        .toList();
    }

    /** What the cell names among those that were found. */
    public <T> @Nullable T reference(String field, Map<String, T> found, Invalid.Check check) {
        String name = get(field);
        T named = name == null ? null : found.get(name);
        check.that(name == null || named != null, field, UNKNOWN, Map.of("value", String.valueOf(name)));
        return named;
    }

    /** As {@link Dates#written}; of a moment, the day that it was in the zone. */
    public @Nullable LocalDate day(String field, Invalid.Check check) {
        String cell = get(field);
        return cell == null
                ? null
                : check.gather(() -> Dates.written(cell, zone, field).toLocalDate());
    }

    /** As {@link Dates#written}; of a day, its begin. */
    public @Nullable Instant moment(String field, Invalid.Check check) {
        String cell = get(field);
        return cell == null
                ? null
                : check.gather(() -> Dates.written(cell, zone, field).toInstant());
    }

    /** A whole number. */
    public @Nullable Integer count(String field, Invalid.Check check) {
        String cell = get(field);
        BigDecimal number = cell == null ? null : check.gather(() -> Numbers.written(cell, 0, field));
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException broken) {
            check.that(false, field, "not-a-number");
            return null;
        }
    }
}
