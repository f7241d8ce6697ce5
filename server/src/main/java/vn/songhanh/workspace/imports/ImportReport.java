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

    /** In the words of the file: the field by its column's heading, where it has one. */
    private String reason(ImportPlan plan, Invalid.FieldError reason, Locale locale) {
        String own = texts.text("import." + reason.code(), reason.args(), locale);
        String text = own.equals("import." + reason.code())
                ? texts.describe(inWords(reason, locale), locale).message()
                : own;
        String heading = plan.columns().stream()
                .filter(column -> reason.field().equals(column.field()))
                .map(ImportPlan.Column::name)
                .findFirst()
                .orElse(reason.field());
        return reason.field().equals("row") ? text : heading + ": " + text;
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
