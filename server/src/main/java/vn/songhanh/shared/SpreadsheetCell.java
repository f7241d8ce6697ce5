package vn.songhanh.shared;

import java.text.Normalizer;

/**
 * Text on its way into a file that a spreadsheet will open. A cell that a program would take for a formula gets an
 * apostrophe before it. So does each part of a cell that would stand at the begin of one if the program cut the file
 * elsewhere than we did: after a semicolon, a tab, a bar or the end of a line.
 */
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    /** Harmless to open, whatever the program cuts by; numbers stay numbers. */
    public static String safe(String text) {
        return apostrophes(text, true);
    }

    /** The text that {@link #safe} was given: files that went out come in again. */
    public static String original(String cell) {
        return apostrophes(cell, false);
    }

    /**
     * Puts an apostrophe before each begin of a formula, or takes one away there. One that stands there already is a
     * part of the text and gets another, so that taking away is always putting back.
     */
    private static String apostrophes(String text, boolean put) {
        StringBuilder changed = null;
        int copied = 0;
        boolean begin = true;
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (cuts(c)) {
                begin = true;
                quotes = 0;
            } else if (begin && c == '\'') {
                quotes++;
            } else if (begin && (quotes > 0 || !unseen(c))) {
                begin = false;
                if (opensFormula(text, i) && (put || quotes > 0)) {
                    changed = changed == null ? new StringBuilder(text.length() + 8) : changed;
                    changed.append(text, copied, put ? i : i - 1).append(put ? "'" : "");
                    copied = i;
                }
            }
        }
        return changed == null
                ? text
                : changed.append(text, copied, text.length()).toString();
    }

    private static boolean cuts(char c) {
        return c == ';' || c == '\t' || c == '|' || c == '\n' || c == '\r';
    }

    /** What programs skip before they look at what a cell is. */
    private static boolean unseen(char c) {
        return c == '"'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static boolean opensFormula(String text, int at) {
        return switch (narrow(text.charAt(at))) {
            case '=', '@' -> true;
            case '+', '-' -> !isNumber(text, at);
            default -> false;
        };
    }

    /** Full-width and small signs are the same to a spreadsheet. */
    private static char narrow(char c) {
        return c < 0x80
                ? c
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).charAt(0);
    }

    /** A plain sign with nothing behind it but digits, points, commas and spaces: a phone number, an amount. */
    private static boolean isNumber(String text, int sign) {
        int end = sign + 1;
        while (end < text.length() && " .,0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        boolean whole = end == text.length() || cuts(text.charAt(end));
        return text.charAt(sign) < 0x80 && whole && end > sign + 1;
    }
}
