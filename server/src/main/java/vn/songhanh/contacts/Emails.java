package vn.songhanh.contacts;

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
        return fits ? Optional.of(lower) : Optional.empty();
    }
}
