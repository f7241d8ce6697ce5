package vn.songhanh.workspace.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.SpreadsheetCell;
import vn.songhanh.shared.Text;
import vn.songhanh.web.ProblemTexts;
import vn.songhanh.workspace.files.StoredFile;
import vn.songhanh.workspace.files.StoredFiles;

/** How each row of a file ended and why, beside the row itself, as a file for spreadsheets. */
@Component
class ImportReport {

    private static final int PAGE = 5_000;

    private final ImportStore store;
    private final StoredFiles files;
    private final ProblemTexts texts;

    ImportReport(ImportStore store, StoredFiles files, ProblemTexts texts) {
        this.store = store;
        this.files = files;
        this.texts = texts;
    }

    /**
     * @param everything also the rows that went well
     */
    void write(Import it, boolean everything, Locale locale, OutputStream out) throws IOException {
        StoredFile file = it.fileId() == null ? null : files.find(it.fileId()).orElse(null);
        try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            text.write('\uFEFF');
            CsvWriter csv = CsvWriter.builder().build(text);
            List<String> heading = new ArrayList<>(List.of(
                    texts.text("import.report.row", Map.of(), locale),
                    texts.text("import.report.outcome", Map.of(), locale),
                    texts.text("import.report.reason", Map.of(), locale)));
            it.plan().columns().forEach(column -> heading.add(SpreadsheetCell.safe(column.name())));
            csv.writeRecord(heading);
            try (Original original = new Original(it, file)) {
                long after = 0;
                List<ImportStore.Ended> page;
                do {
                    page = store.ended(it.id(), after, PAGE, everything);
                    for (ImportStore.Ended row : page) {
                        csv.writeRecord(line(it.plan(), row, original.cells(row.number()), locale));
                        after = row.number();
                    }
                } while (page.size() == PAGE);
            }
            csv.flush();
        }
    }

    private List<String> line(ImportPlan plan, ImportStore.Ended row, String[] cells, Locale locale) {
        List<String> line = new ArrayList<>();
        line.add(String.valueOf(row.number()));
        line.add(texts.text("import.outcome." + row.outcome(), Map.of(), locale));
        line.add(SpreadsheetCell.safe(row.reasons().stream()
                .map(reason -> reason(plan, reason, locale))
                .collect(Collectors.joining("; "))));
        for (String cell : cells) {
            line.add(SpreadsheetCell.safe(Text.clean(cell, "file")));
        }
        return line;
    }

    private String reason(ImportPlan plan, Invalid.FieldError reason, Locale locale) {
        String column = column(plan, reason);
        return column == null ? text(reason, locale) : column + ": " + text(reason, locale);
    }

    private String text(Invalid.FieldError reason, Locale locale) {
        boolean several =
                reason.code().equals("duplicate-in-file") && !reason.args().containsKey("row");
        String key = "import." + (several ? "duplicates-in-file" : reason.code());
        String own = texts.text(key, reason.args(), locale);
        return own.equals(key) ? texts.describe(inWords(reason, locale), locale).message() : own;
    }

    /** In the words of the file: by its heading, where it has one; null when the whole row is meant. */
    private static @Nullable String column(ImportPlan plan, Invalid.FieldError reason) {
        if (reason.field().equals("row")) {
            return null;
        }
        return plan.columns().stream()
                .filter(column -> reason.field().equals(column.field()))
                .map(ImportPlan.Column::name)
                .findFirst()
                .orElse(reason.field());
    }

    /**
     * Why rows were left out.
     *
     * @param outcome {@code SKIPPED} or {@code FAILED}
     * @param field null when the whole row is meant
     * @param column the heading of its column, or its name
     * @param code stable: {@code unknown-reference}, {@code duplicate}, …
     * @param value what the cells say, where that makes the difference
     * @param message the same in the viewer's language
     * @param rows how many rows it holds of
     * @param first the first of them
     */
    record Reason(
            String outcome,
            @Nullable String field,
            @Nullable String column,
            String code,
            @Nullable String value,
            String message,
            long rows,
            long first) {}

    /** Those of the most rows first. */
    List<Reason> reasons(Import it, int limit, Locale locale) {
        return store.reasons(it.id(), limit).stream()
                .map(reason -> {
                    Invalid.FieldError error = reason.error();
                    String column = column(it.plan(), error);
                    Object value = error.args().get("value");
                    return new Reason(
                            reason.outcome(),
                            column == null ? null : error.field(),
                            column,
                            error.code(),
                            value == null ? null : value.toString(),
                            text(error, locale),
                            reason.rows(),
                            reason.first());
                })
                .toList();
    }

    /** With the choices that there are as people call them. */
    private Invalid.FieldError inWords(Invalid.FieldError reason, Locale locale) {
        if (!(reason.args().get("allowed") instanceof Collection<?> allowed)) {
            return reason;
        }
        Map<String, @Nullable Object> args = new HashMap<>(reason.args());
        args.put(
                "allowed",
                allowed.stream()
                        .map(value -> texts.choice(reason.field(), String.valueOf(value), locale))
                        .toList());
        return new Invalid.FieldError(reason.field(), reason.code(), args);
    }

    /** The file again, read along. Once it is deleted, rows stand without their cells. */
    private final class Original implements AutoCloseable {

        private final @Nullable CsvReading reading;
        private @Nullable CsvRow row;

        Original(Import it, @Nullable StoredFile file) throws IOException {
            reading = file == null ? null : new CsvFile(() -> files.open(file)).rows(it.format());
        }

        String[] cells(long number) throws IOException {
            while (reading != null && (row == null || row.number() < number)) {
                row = reading.next();
                if (row == null) {
                    break;
                }
            }
            return row != null && row.number() == number ? row.cells() : new String[0];
        }

        @Override
        public void close() throws IOException {
            if (reading != null) {
                reading.close();
            }
        }
    }
}
