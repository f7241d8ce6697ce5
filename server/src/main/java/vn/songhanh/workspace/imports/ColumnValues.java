package vn.songhanh.workspace.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands in each column of a file, as long as it is few different texts, such as the stages of a pipeline. */
final class ColumnValues {

    static final int MAX = 30;

    private static final int LONGEST = 60;

    /** By column; one with more than {@link #MAX} texts is full and takes no more. */
    private final List<Set<String>> columns = new ArrayList<>();

    void add(CsvRow row) {
        String[] cells = row.cells();
        for (int i = 0; i < cells.length; i++) {
            if (i == columns.size()) {
                columns.add(new LinkedHashSet<>());
            }
            Set<String> texts = columns.get(i);
            if (texts.size() <= MAX && !cells[i].isBlank()) {
                texts.add(cells[i].length() > LONGEST ? cells[i].substring(0, LONGEST) : cells[i].strip());
            }
        }
    }

    List<List<String>> of(int width) {
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            boolean few = i < columns.size() && columns.get(i).size() <= MAX;
            values.add(few ? List.copyOf(columns.get(i)) : List.of());
        }
        return values;
    }
}
