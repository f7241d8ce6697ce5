package vn.songhanh.workspace.imports;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.songhanh.shared.Invalid;
import vn.songhanh.shared.Text;

/** A CSV file whose encoding and separator are found out by reading it. */
final class CsvFile {

    /** How much of the beginning is looked at to tell the separator. */
    private static final int HEAD = 64 * 1024;

    private static final int ROWS_LOOKED_AT = 50;
    private static final int ROWS_SHOWN = 10;
    private static final Pattern VALUE = Pattern.compile(".*@.*|[+\\-\\d][\\d .,/:\\-]*");

    /** Opens the same bytes anew each time. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** What somebody knows of the file; what he does not, is guessed. */
    record Known(
            @Nullable Encoding encoding,
            @Nullable Character separator,
            @Nullable Boolean header) {

        static final Known NOTHING = new Known(null, null, null);
    }

    /**
     * A file that was read to its end and has no fault.
     *
     * @param columns their headings; {@code #3} for one without
     * @param values what stands in each column, each once, in the order of the file; empty where that is more than
     *     {@value ColumnValues#MAX}
     * @param rows how many hold data
     */
    record Read(CsvFormat format, List<String> columns, List<List<String>> values, long rows, List<CsvRow> firstRows) {}

    private final Content content;

    CsvFile(Content content) {
        this.content = content;
    }

    /**
     * Reads all of it, so that a fault in its last line is known before its first is written.
     *
     * @param isHeading whether a text is known as a column's heading
     * @throws Invalid naming the line of a fault
     */
    Read read(Known known, Predicate<String> isHeading) throws IOException {
        byte[] head = head();
        if (head.length == 0) {
            throw new Invalid("file", "csv-empty");
        }
        Optional<Encoding> sure = Optional.ofNullable(known.encoding()).or(() -> Encoding.of(head));
        try {
            return read(sure.orElse(Encoding.UTF_8), known, head, isHeading);
        } catch (WrongEncoding wrong) {
            if (sure.isPresent()) {
                throw wrong.toInvalid();
            }
        }
        try {
            return read(Encoding.WINDOWS_1258, known, head, isHeading);
        } catch (WrongEncoding neither) {
            throw neither.toInvalid();
        }
    }

    CsvReading rows(CsvFormat format) throws IOException {
        return new CsvReading(format.encoding().reader(content.open()), format.separator());
    }

    private Read read(Encoding encoding, Known known, byte[] head, Predicate<String> isHeading)
            throws IOException, WrongEncoding {
        char separator = known.separator() != null ? known.separator() : separator(head, encoding);
        List<CsvRow> first = new ArrayList<>();
        ColumnValues values = new ColumnValues();
        long rows = 0;
        try (CsvReading reading = rows(new CsvFormat(encoding, separator, true))) {
            for (CsvRow row = reading.next(); row != null; row = reading.next()) {
                rows++;
                if (first.size() <= ROWS_SHOWN) {
                    first.add(row);
                }
                if (rows > 1 || Boolean.FALSE.equals(known.header())) {
                    values.add(row);
                }
            }
        } catch (CharacterCodingException foreign) {
            throw new WrongEncoding(encoding, lineOfForeignBytes(encoding));
        }
        if (first.isEmpty()) {
            throw new Invalid("file", "csv-empty");
        }
        boolean header = known.header() != null ? known.header() : looksLikeHeader(first.getFirst(), isHeading);
        List<String> columns = columns(first, header);
        return new Read(
                new CsvFormat(encoding, separator, header),
                columns,
                values.of(columns.size()),
                header ? rows - 1 : rows,
                first.subList(header ? 1 : 0, Math.min(first.size(), header ? ROWS_SHOWN + 1 : ROWS_SHOWN)));
    }

    private byte[] head() throws IOException {
        try (InputStream bytes = content.open()) {
            return bytes.readNBytes(HEAD);
        }
    }

    /** The one that the file names itself; otherwise the one that cuts the first rows into the most columns, evenly. */
    private static char separator(byte[] head, Encoding encoding) throws IOException {
        try (BufferedReader text = new BufferedReader(encoding.lenientReader(new ByteArrayInputStream(head)))) {
            Matcher note = CsvFormat.NOTE.matcher(Objects.requireNonNullElse(text.readLine(), ""));
            if (note.matches()
                    && !note.group(1).isEmpty()
                    && CsvFormat.SEPARATORS.contains(note.group(1).charAt(0))) {
                return note.group(1).charAt(0);
            }
        }
        char best = ',';
        int bestScore = -1;
        for (char separator : CsvFormat.SEPARATORS) {
            int score = score(head, encoding, separator);
            if (score > bestScore) {
                best = separator;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(byte[] head, Encoding encoding, char separator) throws IOException {
        List<Integer> widths = new ArrayList<>();
        try (Reader text = encoding.lenientReader(new ByteArrayInputStream(head));
                CsvReading reading = new CsvReading(text, separator)) {
            CsvRow row = reading.next();
            while (row != null && widths.size() < ROWS_LOOKED_AT) {
                widths.add(row.cells().length);
                row = reading.next();
            }
        } catch (Invalid endsWithinARow) {
            // The head was cut somewhere, perhaps between quotes: the rows before that tell enough.
            if (widths.isEmpty()) {
                return 0;
            }
        }
        if (widths.isEmpty()) {
            return 0;
        }
        int width = widths.getFirst();
        long even = widths.stream().filter(w -> w == width).count();
        return (int) ((width - 1) * 100 * even / widths.size());
    }

    private static boolean looksLikeHeader(CsvRow row, Predicate<String> isHeading) {
        List<String> filled =
                Arrays.stream(row.cells()).filter(cell -> !cell.isBlank()).toList();
        return filled.stream().anyMatch(isHeading)
                || filled.stream().noneMatch(cell -> VALUE.matcher(cell.strip()).matches());
    }

    private static List<String> columns(List<CsvRow> first, boolean header) {
        String[] cells = first.getFirst().cells();
        int width = header
                ? cells.length
                : first.stream().mapToInt(row -> row.cells().length).max().orElse(0);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = header ? Text.clean(cells[i], "file") : "";
            String column = name.isEmpty() ? "#" + (i + 1) : name;
            if (columns.stream().anyMatch(column::equalsIgnoreCase)) {
                throw new Invalid(
                        "file",
                        "csv-duplicate-header",
                        Map.of("value", column, "line", first.getFirst().number()));
            }
            columns.add(column);
        }
        return columns;
    }

    private long lineOfForeignBytes(Encoding encoding) throws IOException {
        CharsetDecoder decoder = encoding.charset().newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        long line = 1;
        try (InputStream in = content.open()) {
            int n;
            do {
                n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.limit(bytes.position() + Math.max(n, 0)).position(0);
                CoderResult result = decoder.decode(bytes, chars, n < 0);
                chars.flip();
                line += chars.chars().filter(c -> c == '\n').count();
                chars.clear();
                if (result.isError()) {
                    return line;
                }
                bytes.compact();
            } while (n >= 0);
        }
        return line;
    }

    /** The bytes are not of the encoding that was said or is shown by the file's first bytes. */
    private static final class WrongEncoding extends Exception {

        private final Encoding encoding;
        private final long line;

        WrongEncoding(Encoding encoding, long line) {
            super(encoding + " at line " + line);
            this.encoding = encoding;
            this.line = line;
        }

        Invalid toInvalid() {
            return new Invalid("file", "csv-wrong-encoding", Map.of("encoding", encoding.label(), "line", line));
        }
    }
}
