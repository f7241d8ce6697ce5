package vn.songhanh.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days and moments at our borders: those of the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}. Java and PostgreSQL
 * know more years, but not the same ones, and a customer has no date in any of them.
 */
public final class Dates {

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2200;

    private static final int LONGEST = 64;

    private static final Pattern WRITTEN = Pattern.compile("([\\d./-]{6,10})"
            + "(?:(?:T|\\h+)(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)\\h*(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final List<DateTimeFormatter> DAYS = Stream.of(
                    "uuuu-M-d", "uuuu/M/d", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("H:mm[:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("]")
            .toFormatter(Locale.ROOT);

    /** The days of the years 1927 to 2173 as spreadsheets count them. */
    private static final Pattern COUNTED = Pattern.compile("(\\d{5})(?:[.,]\\d+)?");

    private static final LocalDate COUNTED_FROM = LocalDate.of(1899, 12, 30);

    private Dates() {}

    /** @throws Invalid for what is no ISO 8601 date, or one of another year */
    public static LocalDate day(String iso, String field) {
        try {
            return within(LocalDate.parse(bounded(iso)), field);
        } catch (DateTimeException notADate) {
            throw new Invalid(field, "not-a-date");
        }
    }

    /** @throws Invalid for what is no ISO 8601 instant, or one of another year */
    public static Instant moment(String iso, String field) {
        try {
            return within(Instant.parse(bounded(iso)), field);
        } catch (DateTimeException notAnInstant) {
            throw new Invalid(field, "not-a-moment");
        }
    }

    /**
     * A day, or a moment, as people and databases write them into files: the day before the month, or the year first;
     * the time of day behind it, if there is one, is that of the zone unless an offset says otherwise.
     *
     * @return in the zone; a day as its first moment
     * @throws Invalid for what is no date, and for a number by which a spreadsheet counts days: whether it is one, a
     *     text does not say
     */
    public static ZonedDateTime written(String text, ZoneId zone, String field) {
        Matcher counted = COUNTED.matcher(text);
        if (counted.matches()) {
            LocalDate day = COUNTED_FROM.plusDays(Integer.parseInt(counted.group(1)));
            throw new Invalid(field, "counted-day", Map.of("value", text, "day", day));
        }
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new Invalid(field, "unreadable-date", Map.of("value", text));
        }
        LocalDate day = within(day(parts.group(1), text, field), field);
        String time = parts.group(2);
        if (time == null) {
            return day.atStartOfDay(zone);
        }
        try {
            LocalDateTime local = day.atTime(LocalTime.parse(time.replace(',', '.'), TIME));
            String offset = parts.group(3);
            return offset == null
                    ? local.atZone(zone)
                    : local.atOffset(offset(offset)).atZoneSameInstant(zone);
        } catch (DateTimeException noTime) {
            throw new Invalid(field, "unreadable-date", Map.of("value", text));
        }
    }

    private static LocalDate day(String written, String text, String field) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(written, format);
            } catch (DateTimeException another) {
                continue;
            }
        }
        throw new Invalid(field, "unreadable-date", Map.of("value", text));
    }

    /** What a file says that tells no seconds: it agrees with what is known when it does to the minute. */
    public static Instant toTheMinute(Instant known, Instant read) {
        return known.truncatedTo(ChronoUnit.MINUTES).equals(read) ? known : read;
    }

    private static ZoneOffset offset(String written) {
        return written.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    /** @throws DateTimeException for a text that is longer than any date or moment */
    public static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new DateTimeException("longer than " + LONGEST + " characters");
        }
        return text;
    }

    public static LocalDate within(LocalDate day, String field) {
        year(day.getYear(), field);
        return day;
    }

    /** By its year in UTC. */
    public static Instant within(Instant moment, String field) {
        year(moment.atOffset(ZoneOffset.UTC).getYear(), field);
        return moment;
    }

    private static void year(int year, String field) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Invalid(field, "year-out-of-range", Map.of("min", FIRST_YEAR, "max", LAST_YEAR));
        }
    }
}
