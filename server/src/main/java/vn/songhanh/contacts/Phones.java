package vn.songhanh.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Numbers;

/** Telephone numbers as E.164 ({@code +84912345678}); numbers without a country are read as Vietnamese. */
public final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern MOBILE =
            Pattern.compile("(?:\\+?84|0)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\\d)\\d{7})");
    private static final Pattern SERVICE = Pattern.compile("1[89]00\\d{4,6}");
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("(?:\\+?84|0)(1\\d{2})(\\d{7})");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d{1,15}");

    /** As programs write whole numbers that they take for fractions. */
    private static final Pattern WITH_A_ZERO_BEHIND = Pattern.compile("(\\+?\\d{8,15})[.,]0");

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.()\\-\\u00A0\\u2010-\\u2015/]+");

    /** In 2018 the mobile prefixes of four digits became prefixes of three; many an address book still has them. */
    private static final Map<String, String> BEFORE_2018 = Map.ofEntries(
            Map.entry("162", "32"),
            Map.entry("163", "33"),
            Map.entry("164", "34"),
            Map.entry("165", "35"),
            Map.entry("166", "36"),
            Map.entry("167", "37"),
            Map.entry("168", "38"),
            Map.entry("169", "39"),
            Map.entry("120", "70"),
            Map.entry("121", "79"),
            Map.entry("122", "77"),
            Map.entry("126", "76"),
            Map.entry("128", "78"),
            Map.entry("123", "83"),
            Map.entry("124", "84"),
            Map.entry("125", "85"),
            Map.entry("127", "81"),
            Map.entry("129", "82"),
            Map.entry("186", "56"),
            Map.entry("188", "58"),
            Map.entry("199", "59"));

    private Phones() {}

    /** Empty when it is no number that could be dialled. Service numbers (1900 1234) have no country and stay so. */
    public static Optional<String> parse(String text) {
        String bare = bare(text);
        Matcher mobile = MOBILE.matcher(bare);
        if (mobile.matches()) {
            return Optional.of("+84" + mobile.group(1));
        }
        Matcher old = ELEVEN_DIGITS.matcher(bare);
        if (old.matches()) {
            String prefix = BEFORE_2018.get(old.group(1));
            return prefix == null ? Optional.empty() : Optional.of("+84" + prefix + old.group(2));
        }
        if (SERVICE.matcher(bare).matches()) {
            return Optional.of(bare);
        }
        return international(bare);
    }

    /**
     * As {@link #parse}; what cannot be read stays as it was written, digits without what stands between them. Nobody is
     * found again by it: see {@link #isNumber}.
     */
    public static String parseOrKeep(String text) {
        return parse(text).orElseGet(() -> {
            String bare = bare(text);
            return DIGITS.matcher(bare).matches() ? bare : text.strip();
        });
    }

    /** Whether that is a number, as {@link #parse} gives it, and no note that {@link #parseOrKeep} kept. */
    public static boolean isNumber(String kept) {
        return parse(kept).filter(kept::equals).isPresent();
    }

    /**
     * The texts in a cell that may hold several numbers.
     *
     * @throws Invalid for one of which a spreadsheet has left digits out
     */
    static List<String> inCell(ImportRow row, String field) {
        String cell = row.get(field);
        if (cell == null) {
            return List.of();
        }
        if (Numbers.isShortened(cell)) {
            throw new Invalid(field, "shortened-number", Map.of("value", cell));
        }
        return WITH_A_ZERO_BEHIND.matcher(cell).matches() ? List.of(cell) : row.list(field);
    }

    private static String bare(String text) {
        String stripped = text.strip();
        Matcher whole = WITH_A_ZERO_BEHIND.matcher(stripped);
        return PUNCTUATION.matcher(whole.matches() ? whole.group(1) : stripped).replaceAll("");
    }

    private static Optional<String> international(String bare) {
        if (bare.length() > 20) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = NUMBERS.parse(bare.startsWith("00") ? "+" + bare.substring(2) : bare, "VN");
            return NUMBERS.isValidNumber(number) && !number.hasExtension()
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** {@code +84912345678} as {@code 0912 345 678}, as people here write it; a foreign number stays international. */
    static String national(String number) {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, null);
            return parsed.getCountryCode() == 84 ? NUMBERS.format(parsed, PhoneNumberFormat.NATIONAL) : number;
        } catch (NumberParseException keptAsWritten) {
            return number;
        }
    }
}
