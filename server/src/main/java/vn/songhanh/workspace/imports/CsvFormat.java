package vn.songhanh.workspace.imports;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a file is written.
 *
 * @param header whether its first row names the columns
 */
record CsvFormat(Encoding encoding, char separator, boolean header) {

    static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** The first line by which Excel is told the separator: {@code sep=;}. */
    static final Pattern NOTE = Pattern.compile("sep=(.?)\\s*", Pattern.CASE_INSENSITIVE);
}
