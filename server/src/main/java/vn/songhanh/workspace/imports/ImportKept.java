package vn.songhanh.workspace.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Keyset;
import vn.songhanh.shared.NameSource;
import vn.songhanh.shared.Page;
import vn.songhanh.shared.Viewer;
import vn.songhanh.web.ProblemTexts;

/** What undoing an import left where it was, and why. */
@Component
class ImportKept {

    /**
     * @param row in the file
     * @param name what the record is called; null when the viewer may not see it, or it is gone by now
     * @param code stable: {@code logged-since}, {@code deal-since}, {@code answered-since}, {@code changed-since}, …
     * @param reason the same in the viewer's language
     */
    record Row(long row, UUID recordId, @Nullable String name, String code, String reason) {}

    private final ImportStore store;
    private final ObjectProvider<NameSource> names;
    private final ProblemTexts texts;

    ImportKept(ImportStore store, ObjectProvider<NameSource> names, ProblemTexts texts) {
        this.store = store;
        this.names = names;
        this.texts = texts;
    }

    Page<Row> page(Viewer viewer, ImportId id, @Nullable String cursor, @Nullable Integer limit, Locale locale) {
        int size = limit == null ? Keyset.DEFAULT_LIMIT : limit;
        if (size < 1 || size > Keyset.MAX_LIMIT) {
            throw new Invalid("limit", "out-of-range", Map.of("min", 1, "max", Keyset.MAX_LIMIT));
        }
        List<ImportStore.Kept> kept = store.kept(id, after(cursor), size + 1);
        List<ImportStore.Kept> shown = kept.size() > size ? kept.subList(0, size) : kept;
        Map<UUID, String> called =
                names(viewer, shown.stream().map(ImportStore.Kept::recordId).toList());
        List<Row> rows = shown.stream()
                .map(row -> {
                    Invalid.FieldError why = row.reasons().getFirst();
                    return new Row(
                            row.number(),
                            row.recordId(),
                            called.get(row.recordId()),
                            why.code(),
                            texts.text("import." + why.code(), why.args(), locale));
                })
                .toList();
        return new Page<>(
                rows, kept.size() > size ? String.valueOf(shown.getLast().number()) : null, null);
    }

    private Map<UUID, String> names(Viewer viewer, Collection<UUID> ids) {
        Map<UUID, String> called = new HashMap<>();
        if (!ids.isEmpty()) {
            names.forEach(source -> called.putAll(source.names(viewer, ids)));
        }
        return called;
    }

    /** Pages end at a row of the file. */
    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new Invalid("cursor", "foreign-cursor");
        }
        return Long.parseLong(cursor);
    }
}
