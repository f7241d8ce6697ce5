package vn.songhanh.shared;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers at our borders. Java reads a number of a million digits for half a minute, and writes one of a few characters,
 * {@code 1E-999999999}, out in a billion: both are refused by their length alone.
 */
public final class Numbers {

    /** Characters of a text that is read as a number. */
    public static final int LONGEST = 100;

    /** Digits before the point, and after it. */
    public static final int MOST_DIGITS = 100;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f]+");
    private static final Pattern SIGN = Pattern.compile("^[+\\-\u2212]");
    private static final Pattern GROUPED =
            Pattern.compile("([1-9]\\d{0,2})([., ])(\\d{3})((?:\\2\\d{3})*)(?:(?!\\2)[.,](\\d+))?");
    private static final Pattern PLAIN = Pattern.compile("\\d+|(?:0|[1-9]\\d*)?[.,]\\d+");
    private static final Pattern SHORTENED =
            Pattern.compile("(?<![\\p{L}\\d])\\d+(?:[.,]\\d+)?[eE][+-]?\\d+(?![\\p{L}\\d])");

    private Numbers() {}

    /** @throws NumberFormatException for what is no number, and for one that is too long */
    public static BigDecimal decimal(String text) {
        if (text.length() > LONGEST) {
            throw new NumberFormatException("longer than " + LONGEST + " characters");
        }
        return bounded(new BigDecimal(text));
    }

    /** @throws NumberFormatException for one with more digits than anybody writes */
    public static BigDecimal bounded(BigDecimal number) {
        if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new NumberFormatException("more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    /**
     * A number as people write it into files: plain, or in groups of three between points, commas or spaces. Three
     * digits behind a single point are a group, as in the Vietnamese way of writing: {@code 1.500} is fifteen hundred.
     * Behind a single comma they are one only where they cannot be decimals; otherwise the text has two readings and is
     * refused.
     *
     * @param decimals the most that such a number has
     * @throws Invalid for what cannot be read, and for what can be read in two ways
     */
    public static BigDecimal written(String text, int decimals, String field) {
        String bare = SPACES.matcher(text.strip()).replaceAll(" ");
        if (isShortened(bare)) {
            throw new Invalid(field, "shortened-number", Map.of("value", text));
        }
        Matcher sign = SIGN.matcher(bare);
        boolean signed = sign.find();
        String digits = signed ? bare.substring(1) : bare;
        try {
            BigDecimal number = decimal(plain(digits, decimals, field));
            return signed && !bare.startsWith("+") ? number.negate() : number;
        } catch (NumberFormatException notANumber) {
            throw new Invalid(field, "not-a-number");
        }
    }

    /** With a point before the decimals and without groups. */
    private static String plain(String digits, int decimals, String field) {
        Matcher grouped = GROUPED.matcher(digits);
        if (!grouped.matches()) {
            if (!PLAIN.matcher(digits).matches()) {
                throw new NumberFormatException("no number: " + digits);
            }
            return digits.replace(',', '.');
        }
        String part = grouped.group(5);
        boolean alone = grouped.group(4).isEmpty() && part == null;
        String mark = grouped.group(2);
        String groups = (grouped.group(1) + grouped.group(3) + grouped.group(4)).replace(mark, "");
        if (alone && mark.equals(",") && decimals >= 3) {
            throw new Invalid(
                    field, "number-in-two-ways", Map.of("value", digits, "grouped", groups, "plain", digits + "0"));
        }
        return part == null ? groups : groups + "." + part;
    }

    /** Whether there is such a thing as {@code 8.49E+10} in it: a spreadsheet has left the rest of the digits out. */
    public static boolean isShortened(String text) {
        return SHORTENED.matcher(text).find();
    }

    /** With a point before the decimals; {@link #written} reads the same number. */
    public static String cell(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        boolean wouldBeGroup = GROUPED.matcher(plain.startsWith("-") ? plain.substring(1) : plain)
                .matches();
        return wouldBeGroup ? plain + "0" : plain;
    }
}
