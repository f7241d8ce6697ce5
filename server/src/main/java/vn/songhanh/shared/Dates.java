package vn.songhanh.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Days and moments at our borders: those of the years {@value #FIRST_YEAR} to {@value #LAST_YEAR}. Java and PostgreSQL
 * know more years, but not the same ones, and a customer has no date in any of them.
 */
public final class Dates {

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2200;

    private static final int LONGEST = 64;

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
