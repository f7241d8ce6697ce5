package vn.songhanh.workspace.views;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.songhanh.shared.Filter;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Text;

/** What a caller says about a view, new or changed. */
record SavedViewInput(
        @Nullable RecordKind kind,
        @Nullable String name,
        @Nullable JsonNode filter,
        @Nullable String sort,
        @Nullable List<String> columns,
        SavedView.@Nullable Shared shared) {

    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST = 200;

    record Checked(
            RecordKind kind,
            String name,
            @Nullable JsonNode filter,
            @Nullable String sort,
            List<String> columns,
            SavedView.Shared shared) {}

    static SavedViewInput of(SavedView view) {
        return new SavedViewInput(view.kind(), view.name(), view.filter(), view.sort(), view.columns(), view.shared());
    }

    /** The filter is read for its shape only: a field may come or go while the view stays. */
    Checked checked() {
        String clean = Text.cleanOrNull(name, "name");
        List<String> shown = columns == null ? List.of() : columns;
        new Invalid.Check()
                .that(kind != null, "kind", "required")
                .that(clean != null, "name", "required")
                .that(clean == null || clean.length() <= LONGEST, "name", "too-long", Map.of("max", LONGEST))
                .that(sort == null || sort.length() <= LONGEST, "sort", "too-long", Map.of("max", LONGEST))
                .that(shown.size() <= MOST_COLUMNS, "columns", "too-many", Map.of("max", MOST_COLUMNS))
                .that(
                        shown.stream().allMatch(column -> column.length() <= LONGEST),
                        "columns",
                        "too-long",
                        Map.of("max", LONGEST))
                .done();
        JsonNode asked = filter == null || filter.isNull() ? null : filter;
        if (asked != null) {
            Filter.parse(asked.toString());
        }
        return new Checked(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(clean),
                asked,
                Text.cleanOrNull(sort, "sort"),
                shown.stream().map(column -> Text.clean(column, "columns")).toList(),
                shared == null ? SavedView.Shared.PRIVATE : shared);
    }
}
