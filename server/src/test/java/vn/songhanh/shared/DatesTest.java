package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018-02-26 19:58:54        | 2018-02-26T12:58:54Z",
                "2018-02-26T19:58:54        | 2018-02-26T12:58:54Z",
                "2018-02-26 19:58:54.123456 | 2018-02-26T12:58:54.123456Z",
                "2018-02-26 19:58:54,5      | 2018-02-26T12:58:54.500Z",
                "2018-02-26 19:58           | 2018-02-26T12:58:00Z",
                "2018-02-26T19:58:54Z       | 2018-02-26T19:58:54Z",
                "2018-02-26 19:58:54 UTC    | 2018-02-26T19:58:54Z",
                "2018-02-26 19:58:54+00     | 2018-02-26T19:58:54Z",
                "2018-02-26 19:58:54 +0200  | 2018-02-26T17:58:54Z",
                "2018-02-26T19:58:54-03:30  | 2018-02-26T23:28:54Z",
                "26/02/2018 9:05            | 2018-02-26T02:05:00Z",
                "26/2/2018                  | 2018-02-25T17:00:00Z",
            })
    void a_time_of_day_is_that_of_the_zone_unless_it_says_otherwise(String written, Instant moment) {
        assertThat(Dates.written(written, SAIGON, "cell").toInstant()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02/26/2018          | unreadable-date",
                "2018-02-30          | unreadable-date",
                "2018-02-26 25:00    | unreadable-date",
                "2018-02-26 19:58 PM | unreadable-date",
                "5 tháng 1           | unreadable-date",
                "20180226            | unreadable-date",
                "1519675134          | unreadable-date",
                "26/02/1818          | year-out-of-range",
            })
    void nothing_else_is_guessed_to_be_a_date(String written, String code) {
        assertThat(error(written).code()).isEqualTo(code);
    }

    @Test
    void a_number_by_which_a_spreadsheet_counts_days_is_told_to_be_one() {
        assertThat(error("43157").code()).isEqualTo("counted-day");
        assertThat(error("43157.8327").args()).extractingByKey("day").hasToString("2018-02-26");
    }

    private static Invalid.FieldError error(String written) {
        return catchThrowableOfType(Invalid.class, () -> Dates.written(written, SAIGON, "cell"))
                .errors()
                .getFirst();
    }
}
