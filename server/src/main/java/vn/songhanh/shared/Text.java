package vn.songhanh.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Unicode at our borders. */
public final class Text {

    /** By code point: what remains of it, where that is not just its lower case. */
    private static final Map<Integer, String> FOLDS = new HashMap<>();

    static {
        try (var stream = Text.class.getResourceAsStream("folds.tsv");
                var reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("# ")).forEach(Text::addFold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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

    /**
     * What a search compares: lower case, no accents, đ as d, – as -. Exactly what the function {@code public.fold}
     * makes of it, for what is folded here is looked up among names that were folded there.
     */
    public static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> {
            String rest = FOLDS.get(c);
            if (rest == null) {
                folded.appendCodePoint(Character.toLowerCase(c));
            } else {
                folded.append(rest);
            }
        });
        return folded.toString();
    }

    /** {@code a<tab>00E0-00E5 0101}: all of these characters become an a. */
    private static void addFold(String line) {
        int tab = line.indexOf('\t');
        for (String run : line.substring(tab + 1).split(" ")) {
            String[] ends = run.split("-");
            int last = Integer.parseInt(ends[ends.length - 1], 16);
            for (int c = Integer.parseInt(ends[0], 16); c <= last; c++) {
                FOLDS.put(c, line.substring(0, tab));
            }
        }
    }
}
