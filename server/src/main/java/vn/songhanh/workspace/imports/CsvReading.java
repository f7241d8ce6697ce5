package vn.songhanh.workspace.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;

/**
 * Reads a file row by row; at most {@value #MAX_COLUMNS} columns and {@value #MAX_CELL} characters in a cell.
 *
 * <p>A fault of the file (a quote left open, a NUL, a limit passed) is an {@link Invalid} that names its line.
 */
final class CsvReading implements AutoCloseable {

    static final int MAX_COLUMNS = 100;
    /** What a cell of a spreadsheet can hold. */
    static final int MAX_CELL = 32_767;

    private final Cells cells = new Cells();
    private final CloseableIterator<String[]> rows;
    private long number;

    CsvReading(Reader text, char separator) {
        rows = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(1 << 18)
                .build(cells, text)
                .iterator();
    }

    /** The next row in which anything stands; null at the end. */
    @Nullable
    CsvRow next() throws IOException {
        while (hasNext()) {
            String[] row = rows.next();
            if (number == 0 && isExcelsNote(row)) {
                continue;
            }
            number++;
            for (String cell : row) {
                if (!cell.isBlank()) {
                    return new CsvRow(number, row);
                }
            }
        }
        return null;
    }

    /** {@code sep=;}, by which Excel is told the separator; it shows the line to nobody. */
    private static boolean isExcelsNote(String[] row) {
        for (int i = 1; i < row.length; i++) {
            if (!row[i].isBlank()) {
                return false;
            }
        }
        return row.length <= 2
                && row.length > 0
                && CsvFormat.NOTE.matcher(row[0]).matches();
    }

    private boolean hasNext() throws IOException {
        try {
            return rows.hasNext();
        } catch (CsvParseException fault) {
            if (fault.getCause() instanceof Invalid ours) {
                throw ours;
            }
            boolean endless = String.valueOf(fault.getMessage()).contains("buffer");
            throw endless ? cells.tooLong() : cells.fault("csv-quotes", Map.of("line", cells.line));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** The line, counted from 1, on which the latest row begins. */
    long line() {
        return cells.line;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static final class Cells extends AbstractBaseCsvCallbackHandler<String[]> {

        private String[] row = new String[MAX_COLUMNS];
        private int count;
        private long line = 1;

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            count = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index >= MAX_COLUMNS) {
                throw fault("csv-too-many-columns", Map.of("line", line, "max", MAX_COLUMNS));
            }
            if (length > MAX_CELL) {
                throw tooLong();
            }
            String cell = new String(buffer, offset, length);
            if (cell.indexOf('\0') >= 0) {
                throw fault("csv-nul", Map.of("line", line));
            }
            row[index] = cell;
            count = index + 1;
        }

        @Override
        protected String[] buildRecord() {
            return Arrays.copyOf(row, count);
        }

        Invalid tooLong() {
            return fault("csv-cell-too-long", Map.of("line", line, "max", MAX_CELL));
        }

        Invalid fault(String code, Map<String, ?> facts) {
            return new Invalid("file", code, facts);
        }
    }
}
