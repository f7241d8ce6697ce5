package vn.songhanh.shared;

import java.math.BigDecimal;

/**
 * Numbers at our borders. Java reads a number of a million digits for half a minute, and writes one of a few characters,
 * {@code 1E-999999999}, out in a billion: both are refused by their length alone.
 */
public final class Numbers {

    /** Characters of a text that is read as a number. */
    public static final int LONGEST = 100;

    /** Digits before the point, and after it. */
    public static final int MOST_DIGITS = 100;

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
}
