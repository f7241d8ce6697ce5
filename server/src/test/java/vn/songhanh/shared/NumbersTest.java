package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final int ANY = 30;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500            | 1500",
                "1.500           | 1500",
                "15.000.000      | 15000000",
                "15,000,000      | 15000000",
                "15 000 000      | 15000000",
                "1.234,5         | 1234.5",
                "1,234.50        | 1234.50",
                "1,5             | 1.5",
                "1.5             | 1.5",
                "0,125           | 0.125",
                "0.125           | 0.125",
                "1234,567        | 1234.567",
                ".5              | 0.5",
                "007             | 7",
                "-1.500          | -1500",
                "+3              | 3",
            })
    void a_number_is_plain_or_in_groups_of_three(String written, BigDecimal number) {
        assertThat(Numbers.written(written, ANY, "cell")).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,12.00",
                "1.12,00",
                "1 12",
                "1.50.000",
                "1,2,3",
                "1.234.5",
                "1.234,567,8",
                "01.500",
                "5,",
                "abc",
                "12abc",
                "--2",
                "٣",
                "1_000",
                "1 234 56",
                "",
                "-",
                "."
            })
    void what_is_not_in_groups_of_three_is_no_number(String written) {
        assertThat(error(written, ANY)).isEqualTo("not-a-number");
    }

    @Test
    void three_digits_behind_one_comma_have_two_readings_where_there_can_be_so_many_decimals() {
        assertThat(error("1,500", ANY)).isEqualTo("number-in-two-ways");
        assertThat(Numbers.written("1,500", 2, "cell")).isEqualByComparingTo("1500");
        assertThat(Numbers.written("1,5000", ANY, "cell")).isEqualByComparingTo("1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.49E+10", "8,49E+10", "1E5", "2.5e-07"})
    void a_number_that_a_spreadsheet_has_shortened_is_none_any_more(String written) {
        assertThat(error(written, ANY)).isEqualTo("shortened-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.125", "-1.125", "1500", "12.5", "0.125", "1234.567", "999.999", "1500.00", "1E+6"})
    void what_goes_out_comes_in_again_as_it_was(String number) {
        BigDecimal out = new BigDecimal(number);
        assertThat(Numbers.written(Numbers.cell(out), ANY, "cell")).isEqualByComparingTo(out);
    }

    private static String error(String written, int decimals) {
        return catchThrowableOfType(Invalid.class, () -> Numbers.written(written, decimals, "cell"))
                .errors()
                .getFirst()
                .code();
    }
}
