package vn.songhanh.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.songhanh.shared.Invalid;

class CsvFileTest {

    private static final String PEOPLE =
            "Họ tên,Điện thoại,Ghi chú\nNguyễn Thị Thuỷ Tiên,0912345678,\"Gọi, sau 17 giờ\"\n"
                    + "Đặng Văn Đức,0987654321,\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void unicode_is_known_with_its_mark_and_without(String charset) throws IOException {
        for (String mark : List.of("", "\uFEFF")) {
            CsvFile.Read read = read((mark + PEOPLE).getBytes(charset));
            assertThat(read.format().encoding().label()).isEqualTo(charset);
            assertThat(read.columns()).containsExactly("Họ tên", "Điện thoại", "Ghi chú");
            assertThat(read.rows()).isEqualTo(2);
            assertThat(read.firstRows().getFirst().cells()[0]).isEqualTo("Nguyễn Thị Thuỷ Tiên");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "SEP=;\n"})
    void the_line_that_tells_excel_the_separator_is_no_row(String note) throws IOException {
        CsvFile.Read read = read(
                (note + "Họ tên;Ghi chú\nNguyễn Thị Hoa;a, b, c\nLê An;d, e, f\n").getBytes(StandardCharsets.UTF_8));
        assertThat(read.format().separator()).isEqualTo(';');
        assertThat(read.columns()).containsExactly("Họ tên", "Ghi chú");
        assertThat(read.rows()).isEqualTo(2);
        assertThat(read.firstRows().getFirst().number()).as("as Excel counts").isEqualTo(2);
    }

    @Test
    void windows_1258_is_known_and_its_tone_marks_join_their_letters() throws IOException {
        CsvFile.Read read = read(windows1258(PEOPLE));
        assertThat(read.format().encoding()).isEqualTo(Encoding.WINDOWS_1258);
        assertThat(read.columns()).containsExactly("Họ tên", "Điện thoại", "Ghi chú");
        assertThat(Normalizer.normalize(read.firstRows().getFirst().cells()[0], Normalizer.Form.NFC))
                .isEqualTo("Nguyễn Thị Thuỷ Tiên");
    }

    @Test
    void one_foreign_byte_far_into_the_file_is_enough_to_tell_windows_1258() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("name,city\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 50_000; i++) {
            bytes.writeBytes("An,Hue\n".getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes(windows1258("Bình,Huế\n"));
        CsvFile.Read read = read(bytes.toByteArray());
        assertThat(read.format().encoding()).isEqualTo(Encoding.WINDOWS_1258);
        assertThat(read.rows()).isEqualTo(50_001);
    }

    @Test
    void bytes_that_are_not_of_the_encoding_that_was_said_are_refused_by_line() {
        byte[] bytes = windows1258("name,city\nAn,Hue\nBình,Huế\n");
        assertThatThrownBy(() -> new CsvFile(() -> new ByteArrayInputStream(bytes))
                        .read(new CsvFile.Known(Encoding.UTF_8, null, null), heading -> false))
                .hasMessageContaining("csv-wrong-encoding")
                .hasMessageContaining("line=3");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void the_separator_is_the_one_that_cuts_rows_evenly(char separator) throws IOException {
        String text = "name|note|amount\nAn|\"a, b; c\td\"|1,5\nBình|x, y|2,5\n".replace('|', separator);
        if (separator == ',') {
            text = text.replace("1,5", "1.5").replace("2,5", "2.5").replace("x, y", "x; y");
        }
        CsvFile.Read read = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.format().separator()).isEqualTo(separator);
        assertThat(read.columns()).hasSize(3);
    }

    @Test
    void a_file_of_one_column_is_one_too() throws IOException {
        CsvFile.Read read = read("email\nan@example.com\nbinh@example.com\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read.columns()).containsExactly("email");
        assertThat(read.rows()).isEqualTo(2);
    }

    @Test
    void a_first_row_of_values_is_no_header() throws IOException {
        CsvFile.Read read = read("An,an@example.com\nBình,binh@example.com\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read.format().header()).isFalse();
        assertThat(read.columns()).containsExactly("#1", "#2");
        assertThat(read.rows()).isEqualTo(2);
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_does() throws IOException {
        byte[] bytes = "name\n\n\"An\nBình\"\n\n,\nChi\n".getBytes(StandardCharsets.UTF_8);
        CsvFile file = new CsvFile(() -> new ByteArrayInputStream(bytes));
        CsvFile.Read read = file.read(CsvFile.Known.NOTHING, heading -> true);
        assertThat(read.rows()).isEqualTo(2);
        assertThat(read.firstRows()).extracting(CsvRow::number).containsExactly(3L, 6L);
    }

    @Test
    void a_quote_that_is_not_closed_is_refused_by_line() {
        assertThatThrownBy(() -> read("name,city\nAn,Huế\nBình,\"Huế\nChi,Hà Nội\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("csv-quotes")
                .hasMessageContaining("line=3");
        assertThatThrownBy(() -> read("name,city\n\"An\" Nguyễn,Huế\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("csv-quotes")
                .hasMessageContaining("line=2");
        String endless = "name\n\"" + "x\n".repeat(500_000);
        assertThatThrownBy(() -> read(endless.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("csv-cell-too-long")
                .hasMessageContaining("line=2");
    }

    @Test
    void nul_is_refused_by_line() {
        assertThatThrownBy(() -> read("name,city\nAn,Huế\nBì\0nh,Huế\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("csv-nul")
                .hasMessageContaining("line=3");
    }

    @Test
    void two_hundred_columns_are_too_many() {
        String header = String.join(",", java.util.Collections.nCopies(200, "x"));
        assertThatThrownBy(() -> read((header + "\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("csv-too-many-columns")
                .hasMessageContaining("max=100");
    }

    @Test
    void a_cell_longer_than_a_spreadsheets_is_too_long() {
        assertThatThrownBy(() -> read(("name\n" + "x".repeat(40_000) + "\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("csv-cell-too-long")
                .hasMessageContaining("line=2");
    }

    @Test
    void two_columns_of_one_name_could_not_be_told_apart() {
        assertThatThrownBy(() -> read("Tên,SĐT,tên\nAn,1,Bình\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("csv-duplicate-header");
    }

    @Test
    void an_empty_file_holds_nothing_to_import() {
        for (String empty : List.of("", "\n\n", "\uFEFF", " , ,\n")) {
            assertThatThrownBy(() -> read(empty.getBytes(StandardCharsets.UTF_8)))
                    .hasMessageContaining("csv-empty");
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void every_encoding_is_found_by_its_name(Encoding encoding) {
        assertThat(Encoding.named(encoding.label())).contains(encoding);
    }

    private static CsvFile.Read read(byte[] bytes) throws IOException {
        return new CsvFile(() -> new ByteArrayInputStream(bytes))
                .read(CsvFile.Known.NOTHING, heading -> heading.equals("email") || heading.equals("name"));
    }

    @Test
    void what_stands_in_a_column_is_shown_once_unless_it_is_prose_or_too_much() throws IOException {
        StringBuilder file = new StringBuilder("stage,note,id\n");
        for (int i = 0; i < 40; i++) {
            file.append(i % 2 == 0 ? "Won" : " Engaging ")
                    .append(',')
                    .append("x".repeat(61))
                    .append(',')
                    .append(i)
                    .append('\n');
        }
        assertThat(read(file.toString().getBytes(StandardCharsets.UTF_8)).values())
                .containsExactly(List.of("Won", "Engaging"), List.of(), List.of());
    }

    /** As Windows writes Vietnamese: a letter with its hat or horn, then the tone. */
    static byte[] windows1258(String text) {
        Charset charset = Charset.forName("windows-1258");
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            if (charset.newEncoder().canEncode(letter)) {
                written.append(letter);
                return;
            }
            String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
            String tone = parts.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            String rest = parts.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            written.append(Normalizer.normalize(rest, Normalizer.Form.NFC)).append(tone);
        });
        return written.toString().getBytes(charset);
    }
}
