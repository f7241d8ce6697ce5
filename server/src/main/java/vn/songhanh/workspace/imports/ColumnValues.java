package vn.songhanh.workspace.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands in each column of a file, as long as it is few different texts, such as the stages of a pipeline. */
final class ColumnValues {

    static final int MAX = 30;

    /** A longer text is no choice but prose. */
    private static final int LONGEST = 60;

    /** By column; one with more than {@link #MAX} texts, or with prose, is full and takes no more. */
    private final List<Set<String>> columns = new ArrayList<>();

    private final BitSet full = new BitSet();

    void add(CsvRow row) {
        String[] cells = row.cells();
        for (int i = 0; i < cells.length; i++) {
            if (i == columns.size()) {
                columns.add(new LinkedHashSet<>());
            }
            if (!full.get(i) && !cells[i].isBlank()) {
                String text = cells[i].strip();
                columns.get(i).add(text);
                full.set(i, text.length() > LONGEST || columns.get(i).size() > MAX);
            }
        }
    }

    List<List<String>> of(int width) {
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            values.add(i < columns.size() && !full.get(i) ? List.copyOf(columns.get(i)) : List.of());
        }
        return values;
    }
}
