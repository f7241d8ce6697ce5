package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15.000.000 ₫   | 15000000 VND",
                "15.000.000đ    | 15000000 VND",
                "15 triệu       | 15000000 VND",
                "15tr           | 15000000 VND",
                "1,5 tỷ         | 1500000000 VND",
                "1.5 tỉ         | 1500000000 VND",
                "1.500 tỷ       | 1500000000000 VND",
                "500k           | 500000 VND",
                "500K đ         | 500000 VND",
                "500 nghìn      | 500000 VND",
                "500 ngàn đồng  | 500000 VND",
                "1.500          | 1500 VND",
                "1,500          | 1500 VND",
                "$5000          | 5000.00 USD",
                "$1,234.50      | 1234.50 USD",
                "US$ 1.500      | 1500.00 USD",
                "€1.234         | 1234.00 EUR",
                "1,5k €         | 1500.00 EUR",
                "250,75 EUR     | 250.75 EUR",
                "EUR 250        | 250.00 EUR",
                "5000 krw       | 5000 KRW",
                "15.000.000 VNĐ | 15000000 VND",
            })
    void an_amount_says_itself_what_currency_it_is_in(String written, String amount) {
        assertThat(told(Money.written(written, null, "VND"))).isEqualTo(amount);
    }

    @Test
    void otherwise_another_cell_says_it_and_if_none_does_the_one_that_is_known() {
        assertThat(told(Money.written("12,5", "usd", "VND"))).isEqualTo("12.50 USD");
        assertThat(told(Money.written("12,5", "€", "VND"))).isEqualTo("12.50 EUR");
        assertThat(told(Money.written("12,5", null, "EUR"))).isEqualTo("12.50 EUR");
        assertThat(told(Money.written("$12", "USD", "VND"))).isEqualTo("12.00 USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,12.00    |     | amount   | not-a-number",
                "1 12       |     | amount   | not-a-number",
                "ít         |     | amount   | not-a-number",
                "8.49E+10   |     | amount   | shortened-number",
                "1,250 tỷ   |     | amount   | number-in-two-ways",
                "12,5       |     | amount   | too-many-decimals",
                "15 chục    |     | amount   | unknown-currency",
                "15 trang   |     | amount   | unknown-currency",
                "$5 EUR     |     | amount   | two-currencies",
                "$5         | VND | currency | two-currencies",
                "5          | xau xí | currency | unknown-currency",
            })
    void what_can_be_read_otherwise_or_not_at_all_is_refused(
            String written, @Nullable String column, String field, String code) {
        Invalid.FieldError error = catchThrowableOfType(Invalid.class, () -> Money.written(written, column, "VND"))
                .errors()
                .getFirst();
        assertThat(error.field() + " " + error.code()).isEqualTo(field + " " + code);
    }

    private static String told(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }
}
