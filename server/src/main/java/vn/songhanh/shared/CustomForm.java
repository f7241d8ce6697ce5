package vn.songhanh.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Where the fields lie that the company added; the rest of what they need comes from their definitions. */
public record CustomForm(Field<JSONB> column) implements Form<Map<String, Object>> {

    @Override
    public List<Field<?>> columns() {
        return List.of(column);
    }

    @Override
    public Map<String, Object> read(Row row) {
        return CustomValues.read(row.text());
    }

    @Override
    public void write(@Nullable Map<String, Object> value, Map<Field<?>, @Nullable Object> row) {
        row.put(column, CustomValues.write(value == null ? Map.of() : value));
    }

    @Override
    public Map<String, Object> filled(
            @Nullable Map<String, Object> present, @Nullable Map<String, Object> file, String name, ImportRow row) {
        Map<String, Object> all = new LinkedHashMap<>(Objects.requireNonNullElse(present, Map.of()));
        all.putAll(Objects.requireNonNullElse(file, Map.of()));
        return all;
    }

    @Override
    public void tell(String name, @Nullable Map<String, Object> value, Map<String, @Nullable Object> facts) {
        facts.put(name, value == null || value.isEmpty() ? null : value);
    }
}
