package vn.songhanh.workspace.imports;

/**
 * @param number as a spreadsheet counts rows: from 1, empty ones and the header included
 * @param cells as they stand in the file
 */
record CsvRow(long number, String[] cells) {}
