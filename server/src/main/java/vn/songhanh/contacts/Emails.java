package vn.songhanh.contacts;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses, lower case: nobody tells An@x.vn from an@x.vn, whatever the standard allows. */
public final class Emails {

    private static final int MAX = 254;
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\d.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?"
                    + "(?:\\.[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?)+");

    private Emails() {}

    /** Empty when it is no address that mail could be sent to. */
    public static Optional<String> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        boolean fits = lower.length() <= MAX
                && SHAPE.matcher(lower).matches()
                && !lower.startsWith(".")
                && !lower.contains("..")
                && !lower.contains(".@");
        int at = lower.lastIndexOf('@') + 1;
        return fits ? Optional.of(lower.substring(0, at) + domain(lower.substring(at))) : Optional.empty();
    }

    /** By what an address is looked up: the address itself, or what was asked for when it is none. */
    public static String sought(String text) {
        return parse(text).orElseGet(() -> text.toLowerCase(Locale.ROOT));
    }

    /** {@code xn--ph-rbt.vn} as {@code phở.vn}: the letters of a domain and their punycode are one address. */
    public static String domain(String lower) {
        return lower.contains("xn--")
                ? Normalizer.normalize(IDN.toUnicode(lower), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                : lower;
    }
}
