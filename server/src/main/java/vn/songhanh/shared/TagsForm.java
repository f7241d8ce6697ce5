package vn.songhanh.shared;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Short texts, each once, in the order given. */
public record TagsForm(Field<String[]> column) implements Form<List<String>> {

    public static final int MAX_TAG = 50;
    public static final int MAX_TAGS = 50;

    @Override
    public List<Field<?>> columns() {
        return List.of(column);
    }

    @Override
    public List<String> read(Row row) {
        return row.texts();
    }

    @Override
    public void write(@Nullable List<String> value, Map<Field<?>, @Nullable Object> row) {
        row.put(column, value == null ? new String[0] : value.toArray(String[]::new));
    }

    @Override
    public List<String> checked(@Nullable List<String> said, @Nullable List<String> before, Site at) {
        if (said == null || said.isEmpty()) {
            return List.of();
        }
        at.check().that(said.size() <= MAX_TAGS, at.field(), "too-many", Map.of("max", MAX_TAGS));
        SequencedSet<String> clean = new LinkedHashSet<>();
        for (int i = 0; i < said.size(); i++) {
            String place = at.field() + "[" + i + "]";
            String tag = Text.cleanOrNull(said.get(i), place);
            at.check().that(tag == null || tag.length() <= MAX_TAG, place, "too-long", Map.of("max", MAX_TAG));
            if (tag != null) {
                clean.add(tag);
            }
        }
        return List.copyOf(clean);
    }

    @Override
    public void declare(String name, FieldSet fields) {
        fields.list(name, column);
    }

    @Override
    public List<String> of(ImportRow row, String name, Invalid.Check check) {
        return row.list(name);
    }

    /** A file adds tags and takes none away. */
    @Override
    public List<String> filled(
            @Nullable List<String> present, @Nullable List<String> file, String name, ImportRow row) {
        SequencedSet<String> all = new LinkedHashSet<>(Objects.requireNonNullElse(present, List.of()));
        all.addAll(Objects.requireNonNullElse(file, List.of()));
        return List.copyOf(all);
    }

    @Override
    public void tell(String name, @Nullable List<String> value, Map<String, @Nullable Object> facts) {
        facts.put(name, value == null || value.isEmpty() ? null : value);
    }

    @Override
    public List<ExportSource.Column<?>> exported(String name) {
        return List.of(ExportSource.Column.of(name, column));
    }
}
