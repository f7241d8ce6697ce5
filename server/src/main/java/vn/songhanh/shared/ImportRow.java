package vn.songhanh.shared;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, and its cells as people write them. An empty cell is null; so is one that cannot be read, of which
 * the check is told.
 *
 * @param number as a spreadsheet counts: the header is row 1
 * @param values by field name: NFC, trimmed, mapped; a blank cell is absent
 */
public record ImportRow(long number, Map<String, String> values) {

    private static final Pattern BETWEEN = Pattern.compile("\\s*[;,|\\n]\\s*");
    private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-M-d", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([.,])\\d{3}(\\1\\d{3})*");
    private static final Pattern NOT_PART_OF_A_NUMBER = Pattern.compile("[\\s\\u00a0\\u202f₫đĐ$€]|VND|VNĐ|USD|EUR");

    public @Nullable String get(String field) {
        return values.get(field);
    }

    /** The fields of which the row says something. */
    public Set<String> named() {
        return values.keySet();
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
        check.that(name == null || named != null, field, "unknown-reference", Map.of("value", String.valueOf(name)));
        return named;
    }

    /** ISO, or as Vietnamese write it: the day before the month. */
    public @Nullable LocalDate day(String field, Invalid.Check check) {
        String cell = get(field);
        if (cell == null) {
            return null;
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                LocalDate day = LocalDate.parse(cell, format);
                return check.gather(() -> Dates.within(day, field));
            } catch (DateTimeException another) {
                continue;
            }
        }
        check.that(false, field, "not-a-date");
        return null;
    }

    /** An ISO instant, or the begin of a {@link #day} in the zone. */
    public @Nullable Instant moment(String field, ZoneId zone, Invalid.Check check) {
        String cell = get(field);
        if (cell != null && cell.indexOf('T') > 0) {
            try {
                Instant moment = Instant.parse(cell);
                return check.gather(() -> Dates.within(moment, field));
            } catch (DateTimeException notAnInstant) {
                check.that(false, field, "not-a-date");
                return null;
            }
        }
        LocalDate day = day(field, check);
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** Grouped by points or commas, as people write it, or plain. A single group of three is thousands. */
    public @Nullable BigDecimal number(String field, Invalid.Check check) {
        String cell = get(field);
        if (cell == null) {
            return null;
        }
        String bare = NOT_PART_OF_A_NUMBER.matcher(cell).replaceAll("");
        boolean grouped = GROUPED.matcher(bare).matches();
        boolean comma = bare.lastIndexOf(',') > bare.lastIndexOf('.');
        try {
            return Numbers.decimal(
                    grouped
                            ? bare.replaceAll("[.,]", "")
                            : comma ? bare.replace(".", "").replace(',', '.') : bare.replace(",", ""));
        } catch (NumberFormatException notANumber) {
            check.that(false, field, "not-a-number");
            return null;
        }
    }

    /** A whole number. */
    public @Nullable Integer count(String field, Invalid.Check check) {
        BigDecimal number = number(field, check);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException broken) {
            check.that(false, field, "not-a-number");
            return null;
        }
    }
}
