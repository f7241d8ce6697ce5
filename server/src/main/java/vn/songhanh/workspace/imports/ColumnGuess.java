package vn.songhanh.workspace.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.songhanh.shared.ImportTarget;
import vn.songhanh.shared.Text;

/**
 * The field that a column probably holds.
 *
 * @param confidence 1 when the heading is one that the field goes by; less when it only contains it, or when the cells
 *     look like it
 */
record ColumnGuess(String column, String field, double confidence) {

    private static final double BY_NAME = 1.0;
    private static final double BY_PART_OF_NAME = 0.7;
    private static final double BY_CELLS = 0.6;

    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Cells that tell what they are without a heading, by the name of the field that holds such things. */
    private static final Map<String, Pattern> TELLING = Map.of(
            "email", Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
            "phone", Pattern.compile("(\\+84|0)[\\d .\\-]{8,12}"));

    /** At most one guess for a column and one for a field; the surer ones first. */
    static List<ColumnGuess> of(List<String> columns, List<CsvRow> rows, List<ImportTarget.Field> fields) {
        List<ColumnGuess> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (ImportTarget.Field field : fields) {
                double confidence = Math.max(byHeading(columns.get(i), field), byCells(i, rows, field));
                if (confidence > 0) {
                    all.add(new ColumnGuess(columns.get(i), field.name(), confidence));
                }
            }
        }
        all.sort(Comparator.comparingDouble(ColumnGuess::confidence).reversed());
        Map<String, ColumnGuess> byColumn = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (ColumnGuess guess : all) {
            if (!byColumn.containsKey(guess.column()) && taken.add(guess.field())) {
                byColumn.put(guess.column(), guess);
            }
        }
        return List.copyOf(byColumn.values());
    }

    /** Whether a text is the heading of any of the fields. */
    static boolean isHeading(String text, List<ImportTarget.Field> fields) {
        return fields.stream().anyMatch(field -> byHeading(text, field) == BY_NAME);
    }

    private static double byHeading(String column, ImportTarget.Field field) {
        String heading = normal(column);
        if (heading.isEmpty()) {
            return 0;
        }
        String accented = accented(column);
        double best = heading.replace(" ", "").equals(normal(field.name()).replace(" ", "")) ? BY_NAME : 0;
        for (String known : field.headers()) {
            String words = normal(known);
            if (heading.replace(" ", "").equals(words.replace(" ", ""))) {
                return BY_NAME;
            }
            boolean contained = (" " + heading + " ").contains(" " + words + " ");
            if (!words.isEmpty()
                    && contained
                    && !known.startsWith(ImportTarget.Field.WHOLE)
                    && (bare(column) || accented.contains(accented(known)))) {
                best = Math.max(best, BY_PART_OF_NAME);
            }
        }
        return best;
    }

    private static double byCells(int index, List<CsvRow> rows, ImportTarget.Field field) {
        Pattern telling = TELLING.get(field.name());
        if (telling == null) {
            return 0;
        }
        int filled = 0;
        int matching = 0;
        for (CsvRow row : rows) {
            if (index < row.cells().length && !row.cells()[index].isBlank()) {
                filled++;
                if (telling.matcher(row.cells()[index].strip()).matches()) {
                    matching++;
                }
            }
        }
        return filled > 0 && matching * 5 >= filled * 4 ? BY_CELLS : 0;
    }

    /** Whether it was written without accents, as machines do; else a "tình" is no "tỉnh". */
    private static boolean bare(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static String accented(String text) {
        return " "
                + MARKS.matcher(Text.clean(text, "file").toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }

    private static String normal(String text) {
        return SEPARATORS.matcher(Text.fold(text)).replaceAll(" ").strip();
    }
}
