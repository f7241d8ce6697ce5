package vn.songhanh.workspace.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.ImportTarget;

/**
 * A field of a target as a screen offers it.
 *
 * @param label what it is called in the viewer's language
 * @param object what can be imported first where a cell names by its name what is not there; null for all others
 */
record NamedField(
        String name,
        String label,
        boolean required,
        List<String> headers,
        List<String> values,
        Map<String, String> words,
        List<String> matches,
        @Nullable String object) {

    static NamedField of(ImportTarget.Field field, String label) {
        return new NamedField(
                field.name(),
                label,
                field.required(),
                field.headers().stream()
                        .map(heading -> heading.replaceFirst("^" + ImportTarget.Field.WHOLE, ""))
                        .toList(),
                field.values(),
                field.words(),
                field.matches(),
                field.object());
    }
}
