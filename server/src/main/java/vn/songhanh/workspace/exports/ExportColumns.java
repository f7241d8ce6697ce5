package vn.songhanh.workspace.exports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.ExportSource;
import vn.songhanh.shared.ExportSource.Column;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.customfields.CustomField;
import vn.songhanh.workspace.customfields.CustomFields;
import vn.songhanh.workspace.customfields.FieldNames;

/** Which columns a file has, and what stands above them. */
@Component
class ExportColumns {

    private final CustomFields customFields;
    private final FieldNames names;

    ExportColumns(CustomFields customFields, FieldNames names) {
        this.customFields = customFields;
        this.names = names;
    }

    /** A column of a file, with its heading in the viewer's language. */
    record Headed(String heading, Column<?> column) {}

    /**
     * @param asked names of columns between commas, in the order wanted; without any, all that are no special wish
     * @throws Invalid naming each that there is not
     */
    List<Headed> choose(ExportSource source, Viewer viewer, @Nullable String asked) {
        Map<String, Headed> known = all(source, viewer);
        if (asked == null || asked.isBlank()) {
            return known.values().stream()
                    .filter(headed -> !headed.column().onlyAsked())
                    .toList();
        }
        Map<String, Headed> chosen = new LinkedHashMap<>();
        Invalid.Check check = new Invalid.Check();
        for (String part : asked.split(",")) {
            String name = part.strip();
            Headed headed = known.get(name);
            if (headed == null) {
                check.that(false, "columns", "unknown-column", Map.of("value", name, "allowed", known.keySet()));
            } else {
                chosen.put(name, headed);
            }
        }
        check.done();
        return List.copyOf(chosen.values());
    }

    private Map<String, Headed> all(ExportSource source, Viewer viewer) {
        Map<String, Headed> all = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Column<?> column : source.columns(viewer)) {
            String heading = names.of(source.kind(), column.name(), viewer.locale());
            taken.add(Text.fold(heading));
            all.put(column.name(), new Headed(heading, column));
        }
        Field<JSONB> custom = source.custom();
        if (custom != null) {
            for (CustomField field : customFields.of(source.kind()).values()) {
                if (!field.archived()) {
                    Column<?> column = Column.of("custom." + field.key(), CustomFields.value(field, custom));
                    String label = names.of(source.kind(), column.name(), viewer.locale());
                    // Two columns with one heading could not be told apart when the file comes in again.
                    all.put(column.name(), new Headed(taken.add(Text.fold(label)) ? label : field.key(), column));
                }
            }
        }
        return all;
    }
}
