package vn.songhanh.workspace.imports;

import java.util.List;

/**
 * How a file is written.
 *
 * @param header whether its first row names the columns
 */
record CsvFormat(Encoding encoding, char separator, boolean header) {

    static final List<Character> SEPARATORS = List.of(',', ';', '\t');
}
