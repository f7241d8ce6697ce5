package vn.songhanh.workspace.customfields;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Dates;
import vn.songhanh.shared.FieldType;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Numbers;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;

/**
 * One field that the company added.
 *
 * @param key how values, filters, files and the API name it; like the type it never changes
 * @param choices of {@link Type#CHOICE}, and of {@link Type#LIST} where it may not hold just anything
 * @param archived no longer asked for; values that are there stay
 */
public record CustomField(
        UUID id,
        long version,
        RecordKind kind,
        String key,
        Type type,
        Label label,
        List<String> choices,
        int position,
        boolean archived,
        Instant createdAt) {

    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_ITEM = 200;
    static final int MOST_ITEMS = 100;
    private static final int MOST_DIGITS = 30;

    private static final DateTimeFormatter VIETNAMESE_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> YES = Set.of("true", "yes", "y", "x", "1", "co", "dung");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "khong", "sai");

    public record Label(String vi, String en) {}

    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        FLAG,
        CHOICE,
        LIST;

        FieldType filteredAs() {
            return switch (this) {
                case TEXT -> FieldType.TEXT;
                case NUMBER -> FieldType.NUMBER;
                case DATE -> FieldType.DATE;
                case FLAG -> FieldType.FLAG;
                case CHOICE -> FieldType.CHOICE;
                case LIST -> FieldType.LIST;
            };
        }
    }

    /**
     * The value in the one form in which it is kept. JSON brings numbers, flags and lists as such, a file brings
     * everything as text; both are read.
     *
     * @return a text, number, flag or list of texts; null when there is nothing in it
     * @throws Invalid when it does not fit the type
     */
    public @Nullable Object read(@Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return null;
        }
        return switch (type) {
            case TEXT -> text(value, LONGEST_TEXT);
            case CHOICE -> choice(text(value, LONGEST_ITEM));
            case NUMBER -> number(value);
            case DATE -> date(text(value, LONGEST_ITEM));
            case FLAG -> value instanceof Boolean flag ? flag : flag(text(value, LONGEST_ITEM));
            case LIST -> list(value);
        };
    }

    /**
     * What stands in a cell of a file: numbers and dates as people write them, the rest as {@link #read} takes it.
     *
     * @param zone in which a moment is a day
     */
    @Nullable
    Object cell(String text, ZoneId zone) {
        return switch (type) {
            case NUMBER -> kept(Numbers.written(text, MOST_DIGITS, path()));
            case DATE -> Dates.written(text, zone, path()).toLocalDate().toString();
            case TEXT, CHOICE, FLAG, LIST -> read(text);
        };
    }

    /** For the audit trail. */
    Map<String, Object> facts() {
        return Map.of(
                "kind",
                kind.name(),
                "key",
                key,
                "type",
                type.name(),
                "label",
                label.vi() + " / " + label.en(),
                "choices",
                choices,
                "archived",
                archived);
    }

    private String text(Object value, int longest) {
        if (!(value instanceof String text)) {
            throw wrong("not-a-text", Map.of());
        }
        String clean = Text.clean(text, path());
        if (clean.length() > longest) {
            throw wrong("too-long", Map.of("max", longest));
        }
        return clean;
    }

    /** Files write choices in other cases and without accents. */
    private String choice(String text) {
        return choices.stream()
                .filter(choice -> choice.equals(text))
                .findFirst()
                .or(() -> choices.stream()
                        .filter(choice -> Text.fold(choice).equals(Text.fold(text)))
                        .findFirst())
                .orElseThrow(() -> wrong("unknown-choice", Map.of("allowed", choices)));
    }

    private BigDecimal number(Object value) {
        if (!(value instanceof Number || value instanceof String)) {
            throw wrong("not-a-number", Map.of());
        }
        try {
            return kept(Numbers.decimal(String.valueOf(value).strip()));
        } catch (NumberFormatException notANumber) {
            throw wrong("not-a-number", Map.of());
        }
    }

    private BigDecimal kept(BigDecimal read) {
        BigDecimal number = read.stripTrailingZeros();
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw wrong("not-a-number", Map.of());
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private String date(String text) {
        try {
            LocalDate day = text.contains("/") ? LocalDate.parse(text, VIETNAMESE_DATE) : LocalDate.parse(text);
            return Dates.within(day, path()).toString();
        } catch (DateTimeException notADate) {
            throw wrong("not-a-date", Map.of());
        }
    }

    private boolean flag(String text) {
        String folded = Text.fold(text);
        if (!YES.contains(folded) && !NO.contains(folded)) {
            throw wrong("not-a-flag", Map.of());
        }
        return YES.contains(folded);
    }

    private @Nullable List<String> list(Object value) {
        Collection<?> items = value instanceof Collection<?> collection
                ? collection
                : List.of(text(value, LONGEST_TEXT).split("[;,]"));
        Set<String> clean = new LinkedHashSet<>();
        for (Object item : items) {
            String text = text(item, LONGEST_ITEM);
            if (!text.isEmpty()) {
                clean.add(choices.isEmpty() ? text : choice(text));
            }
        }
        if (clean.size() > MOST_ITEMS) {
            throw wrong("too-many", Map.of("max", MOST_ITEMS));
        }
        return clean.isEmpty() ? null : new ArrayList<>(clean);
    }

    private String path() {
        return "custom." + key;
    }

    private Invalid wrong(String code, Map<String, ?> args) {
        return new Invalid(path(), code, args);
    }
}
