package vn.songhanh.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.songhanh.shared.ImportRow;
import vn.songhanh.shared.Invalid;

class PhonesTest {

    @ParameterizedTest
    @CsvSource({
        "0912 345 678, +84912345678",
        "091.234.5678, +84912345678",
        "+84 912 345 678, +84912345678",
        "84912345678, +84912345678",
        "0084912345678, +84912345678",
        "(024) 3825 1234, +842438251234",
        "028 3822 9999, +842838229999",
        "+1 650 253 0000, +16502530000",
        "1900 1234, 19001234",
        "1800-599-920, 1800599920",
    })
    void a_number_is_kept_as_the_world_dials_it(String written, String kept) {
        assertThat(Phones.parse(written)).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "01234567890, +84834567890",
        "0169 123 4567, +84391234567",
        "+84 120 123 4567, +84701234567",
        "01991234567, +84591234567",
    })
    void numbers_of_eleven_digits_got_new_prefixes_in_2018(String written, String kept) {
        assertThat(Phones.parse(written)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "123", "0112345678", "01501234567", "0912345", "091234567890123456789", "+84", "٠٩"})
    void what_cannot_be_dialled_is_no_number(String written) {
        assertThat(Phones.parse(written)).isEmpty();
    }

    @Test
    void an_import_keeps_what_it_cannot_read() {
        assertThat(Phones.parseOrKeep("226 2649")).isEqualTo("2262649");
        assertThat(Phones.parseOrKeep("0912 345 678")).isEqualTo("+84912345678");
        assertThat(Phones.parseOrKeep("chưa rõ")).isEqualTo("chưa rõ");
    }

    @Test
    void what_was_kept_is_no_number() {
        assertThat(List.of("chưa rõ", "2262649", "+84 chưa có", "0912 345 678"))
                .allSatisfy(kept -> assertThat(Phones.isNumber(kept)).isFalse());
        assertThat(List.of("+84912345678", "19001234", "+16502530000"))
                .allSatisfy(kept -> assertThat(Phones.isNumber(kept)).isTrue());
    }

    @Test
    void a_zero_that_a_program_has_put_behind_is_not_dialled() {
        assertThat(Phones.parse("84912000603.0")).contains("+84912000603");
        assertThat(Phones.parse("912000603,0")).contains("+84912000603");
        assertThat(Phones.inCell(cell("84912000603,0"), "phone")).containsExactly("84912000603,0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.49E+10", "8,49E+10", "0912345678; 8.49E+10"})
    void a_number_of_which_digits_are_left_out_is_refused(String written) {
        assertThatThrownBy(() -> Phones.inCell(cell(written), "phone")).isInstanceOf(Invalid.class);
    }

    private static ImportRow cell(String phone) {
        return new ImportRow(2, Map.of("phone", phone), ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
