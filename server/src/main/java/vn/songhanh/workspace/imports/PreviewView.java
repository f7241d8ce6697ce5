package vn.songhanh.workspace.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Text;

/**
 * @param fileId stands for the file in {@code POST /api/imports}, so that it is not sent twice
 * @param firstRows cells as they will be read
 * @param fields what columns can be mapped to
 */
record PreviewView(
        UUID fileId,
        String fileName,
        long size,
        Encoding encoding,
        String separator,
        boolean header,
        long rows,
        List<Column> columns,
        List<List<String>> firstRows,
        List<NamedField> fields) {

    /**
     * @param field the guess, or null
     * @param confidence 1 when the heading names it
     * @param values what stands in it, each once; empty where that is too much to choose from
     */
    record Column(String name, @Nullable String field, double confidence, List<String> values) {}

    static PreviewView of(Imports.Preview preview, List<NamedField> fields) {
        Map<String, ColumnGuess> guesses = new HashMap<>();
        preview.guesses().forEach(guess -> guesses.put(guess.column(), guess));
        CsvFile.Read read = preview.read();
        return new PreviewView(
                preview.file().id(),
                preview.file().name(),
                preview.file().size(),
                read.format().encoding(),
                String.valueOf(read.format().separator()),
                read.format().header(),
                read.rows(),
                IntStream.range(0, read.columns().size())
                        .mapToObj(i -> {
                            String name = read.columns().get(i);
                            List<String> values = read.values().get(i).stream()
                                    .map(text -> Text.clean(text, "file"))
                                    .toList();
                            ColumnGuess guess = guesses.get(name);
                            return guess == null
                                    ? new Column(name, null, 0, values)
                                    : new Column(name, guess.field(), guess.confidence(), values);
                        })
                        .toList(),
                read.firstRows().stream()
                        .map(row -> Arrays.stream(row.cells())
                                .map(cell -> Text.clean(cell, "file"))
                                .toList())
                        .toList(),
                fields);
    }
}
