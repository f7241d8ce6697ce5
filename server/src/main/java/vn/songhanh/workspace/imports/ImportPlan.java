package vn.songhanh.workspace.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.SpreadsheetCell;
import vn.songhanh.shared.Text;

/**
 * What becomes of each column.
 *
 * @param columns in the order of the file
 * @param defaults by field: what a row gets where the file says nothing
 */
record ImportPlan(List<Column> columns, Map<String, String> defaults) {

    /**
     * @param field null for a column that is left out
     * @param match by what a reference names its record; null for the field's default
     * @param values ours by theirs
     */
    record Column(
            String name, @Nullable String field, @Nullable String match, Map<String, String> values) {}

    /** The guesses, taken as they are. */
    static ImportPlan guessed(CsvFile.Read file, ImportTarget target) {
        Map<String, String> fields = new HashMap<>();
        ColumnGuess.of(file.columns(), file.firstRows(), target.fields())
                .forEach(guess -> fields.put(guess.column(), guess.field()));
        return new ImportPlan(
                file.columns().stream()
                        .map(column -> new Column(column, fields.get(column), null, Map.of()))
                        .toList(),
                Map.of());
    }

    /**
     * @param mapping {@code {"column": "field" | {"field":…, "values":{…}, "match":…}}}; null to take the guesses
     * @throws Invalid naming every column and field that does not fit
     */
    static ImportPlan of(
            @Nullable JsonNode mapping, @Nullable JsonNode defaults, CsvFile.Read file, ImportTarget target) {
        Invalid.Check check = new Invalid.Check();
        List<Column> columns =
                mapping == null ? guessed(file, target).columns() : columns(mapping, file.columns(), check);
        ImportPlan plan = new ImportPlan(columns, defaults == null ? Map.of() : texts(defaults, "defaults", check));
        plan.check(target, check);
        check.done();
        return plan;
    }

    private static List<Column> columns(JsonNode mapping, List<String> names, Invalid.Check check) {
        Map<String, Column> mapped = new HashMap<>();
        if (!mapping.isObject()) {
            check.that(false, "mapping", "not-an-object");
        } else {
            mapping.properties().forEach(entry -> {
                String name = Text.clean(entry.getKey(), "mapping");
                check.that(names.contains(name), "mapping." + name, "import-unknown-column", Map.of("value", name));
                mapped.put(name, column(name, entry.getValue(), check));
            });
        }
        return names.stream()
                .map(name -> mapped.getOrDefault(name, new Column(name, null, null, Map.of())))
                .toList();
    }

    private static Column column(String name, JsonNode value, Invalid.Check check) {
        String path = "mapping." + name;
        if (value.isNull()) {
            return new Column(name, null, null, Map.of());
        }
        if (value.isString()) {
            String field = value.stringValue();
            return new Column(name, field.isBlank() ? null : field, null, Map.of());
        }
        if (!value.isObject() || !value.path("field").isString()) {
            check.that(false, path, "import-column-shape");
            return new Column(name, null, null, Map.of());
        }
        for (String key : value.propertyNames()) {
            check.that(Set.of("field", "match", "values").contains(key), path + "." + key, "unknown-field");
        }
        JsonNode match = value.path("match");
        check.that(match.isMissingNode() || match.isNull() || match.isString(), path + ".match", "not-a-text");
        return new Column(
                name,
                value.get("field").stringValue(),
                match.isString() ? match.stringValue() : null,
                value.has("values") ? texts(value.get("values"), path + ".values", check) : Map.of());
    }

    private static Map<String, String> texts(JsonNode object, String path, Invalid.Check check) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!object.isObject()) {
            check.that(false, path, "not-an-object");
            return texts;
        }
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isString() || value.isNumber() || value.isBoolean()) {
                texts.put(Text.clean(entry.getKey(), path), Text.clean(value.asString(), path + "." + entry.getKey()));
            } else {
                check.that(value.isNull(), path + "." + entry.getKey(), "not-a-text");
            }
        });
        return texts;
    }

    private void check(ImportTarget target, Invalid.Check check) {
        Map<String, ImportTarget.Field> fields = new LinkedHashMap<>();
        target.fields().forEach(field -> fields.put(field.name(), field));
        Set<String> taken = new HashSet<>();
        for (Column column : columns) {
            String path = "mapping." + column.name();
            if (column.field() == null) {
                continue;
            }
            ImportTarget.Field field = fields.get(column.field());
            if (field == null) {
                check.that(
                        false,
                        path,
                        "import-unknown-field",
                        Map.of("value", column.field(), "allowed", List.copyOf(fields.keySet())));
                continue;
            }
            check.that(taken.add(field.name()), path, "import-field-twice", Map.of("value", field.name()));
            check.that(
                    column.match() == null || field.matches().contains(column.match()),
                    path + ".match",
                    "unknown-choice",
                    Map.of("allowed", field.matches()));
            column.values()
                    .forEach((theirs, ours) -> check.that(
                            ours.isEmpty()
                                    || field.values().isEmpty()
                                    || field.values().contains(ours),
                            path + ".values." + theirs,
                            "unknown-choice",
                            Map.of("allowed", field.values())));
        }
        defaults.forEach((name, value) -> {
            ImportTarget.Field field = fields.get(name);
            if (field == null) {
                check.that(
                        false,
                        "defaults." + name,
                        "import-unknown-field",
                        Map.of("value", name, "allowed", List.copyOf(fields.keySet())));
            } else {
                check.that(
                        field.values().isEmpty() || field.values().contains(value),
                        "defaults." + name,
                        "unknown-choice",
                        Map.of("allowed", field.values()));
            }
        });
        for (ImportTarget.Field field : fields.values()) {
            check.that(
                    !field.required()
                            || taken.contains(field.name())
                            || taken.contains(ImportTarget.ID.name())
                            || defaults.containsKey(field.name()),
                    "mapping",
                    "import-field-missing",
                    Map.of("value", field.name()));
        }
    }

    /** By what each reference that is mapped names its record. */
    Map<String, String> matches(ImportTarget target) {
        Map<String, String> matches = new HashMap<>();
        for (ImportTarget.Field field : target.fields()) {
            if (!field.matches().isEmpty()) {
                matches.put(field.name(), field.matches().getFirst());
            }
        }
        for (Column column : columns) {
            if (column.field() != null && column.match() != null) {
                matches.put(column.field(), column.match());
            }
        }
        return matches;
    }

    /** As a request writes it. */
    Map<String, Object> mapping() {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (Column column : columns) {
            if (column.field() == null) {
                continue;
            }
            if (column.match() == null && column.values().isEmpty()) {
                mapping.put(column.name(), column.field());
            } else {
                Map<String, Object> parts = new LinkedHashMap<>();
                parts.put("field", column.field());
                if (column.match() != null) {
                    parts.put("match", column.match());
                }
                if (!column.values().isEmpty()) {
                    parts.put("values", column.values());
                }
                mapping.put(column.name(), parts);
            }
        }
        return mapping;
    }

    /** Turns the cells of rows into values of fields. */
    RowReader reader(ImportTarget target) {
        return new RowReader(this, target);
    }

    /** Made once for a file, for it is asked for every row. */
    static final class RowReader {

        private record Cell(ImportTarget.Field field, Map<String, String> values) {}

        private final List<@Nullable Cell> cells = new ArrayList<>();
        private final Map<String, String> defaults;

        private RowReader(ImportPlan plan, ImportTarget target) {
            Map<String, ImportTarget.Field> fields = new HashMap<>();
            target.fields().forEach(field -> fields.put(field.name(), field));
            defaults = plan.defaults();
            for (Column column : plan.columns()) {
                ImportTarget.Field field = column.field() == null ? null : fields.get(column.field());
                cells.add(field == null ? null : new Cell(field, values(field, column)));
            }
        }

        /** What people call ours; theirs, as written and folded; and ours, however written. */
        private static Map<String, String> values(ImportTarget.Field field, Column column) {
            Map<String, String> values = new HashMap<>();
            field.words().forEach((word, ours) -> values.put(Text.fold(word), ours));
            field.values().forEach(ours -> values.put(Text.fold(ours), ours));
            column.values().forEach((theirs, ours) -> values.put(Text.fold(theirs), ours));
            field.values().forEach(ours -> values.put(ours, ours));
            values.putAll(column.values());
            return values;
        }

        /** @throws Invalid naming the fields whose cells cannot be taken */
        ImportRow row(CsvRow row, ZoneId zone) {
            String[] written = row.cells();
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < written.length; i++) {
                if (i >= cells.size()) {
                    if (!written[i].isBlank()) {
                        throw new Invalid("row", "import-too-many-cells", Map.of("max", cells.size()));
                    }
                    continue;
                }
                Cell cell = cells.get(i);
                if (cell != null) {
                    String value = value(cell, written[i]);
                    if (!value.isEmpty()) {
                        values.put(cell.field().name(), value);
                    }
                }
            }
            defaults.forEach(values::putIfAbsent);
            return new ImportRow(row.number(), values, zone);
        }

        private static String value(Cell cell, String written) {
            String clean =
                    Text.clean(SpreadsheetCell.original(written), cell.field().name());
            if (clean.isEmpty() || cell.values().isEmpty()) {
                return clean;
            }
            String ours = cell.values().get(clean);
            if (ours == null) {
                ours = cell.values().get(Text.fold(clean));
            }
            if (ours == null && !cell.field().values().isEmpty()) {
                throw new Invalid(
                        cell.field().name(),
                        "unknown-choice",
                        Map.of("value", clean, "allowed", cell.field().values()));
            }
            return ours == null ? clean : ours;
        }
    }
}
