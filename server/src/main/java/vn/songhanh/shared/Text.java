package vn.songhanh.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Unicode at our borders. */
public final class Text {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Text() {}

    /** As {@link #storable}, without a space at either end. */
    public static String clean(String text, String field) {
        return storable(text.strip(), field);
    }

    /**
     * The text in normal form C.
     *
     * @throws Invalid for a NUL or a lone surrogate, which PostgreSQL cannot store
     */
    public static String storable(String text, String field) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loneSurrogate = Character.isHighSurrogate(c)
                    ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                    : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            if (c == 0 || loneSurrogate) {
                throw new Invalid(field, "unprintable-text");
            }
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** As {@link #clean}; what is blank becomes null. */
    public static @Nullable String cleanOrNull(@Nullable String text, String field) {
        if (text == null) {
            return null;
        }
        String clean = clean(text, field);
        return clean.isEmpty() ? null : clean;
    }

    /** What a search compares: lower case, no accents, đ as d. The same as the function {@code public.fold}. */
    public static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return bare.replace('đ', 'd').replace('ð', 'd');
    }
}
