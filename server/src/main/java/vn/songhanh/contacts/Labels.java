package vn.songhanh.contacts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/** The texts that contacts and companies have alike, cleaned and checked. */
final class Labels {

    static final int MAX_NAME = 200;
    static final int MAX_TAG = 50;
    static final int MAX_TAGS = 50;

    private Labels() {}

    /** One short text; null when blank. */
    static @Nullable String text(@Nullable String text, String field, Invalid.Check check) {
        String clean = Text.cleanOrNull(text, field);
        check.that(clean == null || clean.length() <= MAX_NAME, field, "too-long", Map.of("max", MAX_NAME));
        return clean;
    }

    /** Each tag once, in the order given. */
    static List<String> tags(@Nullable List<String> tags, Invalid.Check check) {
        if (tags == null || tags.isEmpty()) {
            return List.of();
        }
        check.that(tags.size() <= MAX_TAGS, "tags", "too-many", Map.of("max", MAX_TAGS));
        Set<String> clean = new LinkedHashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            String tag = Text.cleanOrNull(tags.get(i), "tags[" + i + "]");
            check.that(tag == null || tag.length() <= MAX_TAG, "tags[" + i + "]", "too-long", Map.of("max", MAX_TAG));
            if (tag != null) {
                clean.add(tag);
            }
        }
        return List.copyOf(clean);
    }
}
