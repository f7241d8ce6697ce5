package vn.songhanh.shared;

import java.util.regex.Pattern;

/** Text on its way into a file that a spreadsheet will open. */
public final class SpreadsheetCell {

    private static final Pattern NUMBER = Pattern.compile("[+-][\\d .,]+");

    private SpreadsheetCell() {}

    /** With an apostrophe before what a spreadsheet would take for a formula; numbers stay numbers. */
    public static String safe(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '@', '\t', '\r', '\n' -> "'" + text;
            case '+', '-' -> NUMBER.matcher(text).matches() ? text : "'" + text;
            default -> text;
        };
    }

    /** The text that {@link #safe} was given: files that went out come in again. */
    public static String original(String cell) {
        String bare = cell.startsWith("'") ? cell.substring(1) : cell;
        return safe(bare).equals(cell) ? bare : cell;
    }
}
