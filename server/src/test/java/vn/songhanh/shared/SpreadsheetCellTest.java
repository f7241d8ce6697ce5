package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    /** What stands at the begin of a cell, for a program that cuts by any of these, and opens a formula. */
    private static final Pattern FORMULA = Pattern.compile(
            "(?:^|[;\\t|\\n\\r])[\\s\\u00a0\\u3000\\u200b\"]*[=@＝＠﹦﹫+＋﹢\\-－﹣](?![\\d .,]+(?:$|[;\\t|\\n\\r]))");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "=cmd|'/c calc'!A0 → '=cmd|'/c calc'!A0",
                "@SUM(A1) → '@SUM(A1)",
                "-2+3 → '-2+3",
                "+cmd → '+cmd",
                "＝cmd → '＝cmd",
                "＋1+1 → '＋1+1",
                "－1 → '－1",
                "＠x → '＠x",
                "x;=cmd → x;'=cmd",
                "x; =cmd → x; '=cmd",
                "x;＝cmd → x;'＝cmd",
                "x|@cmd → x|'@cmd",
                "a;b;-x → a;b;'-x",
                "x;\"=cmd\" → x;\"'=cmd\"",
                "Hoa (=chị Hoa) → Hoa (=chị Hoa)",
                "a=b → a=b",
                "an@example.com; binh@example.com → an@example.com; binh@example.com"
            })
    void what_opens_a_formula_leaves_behind_an_apostrophe(String text, String cell) {
        assertThat(SpreadsheetCell.safe(text)).isEqualTo(cell);
        assertThat(SpreadsheetCell.original(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1+1", "\r=1+1", "  =1+1", "\u00a0=1+1", "\u3000＝1+1", "\u200b=1+1", "x\n=1+1", "x\t-y"})
    void nothing_that_programs_skip_hides_it(String text) {
        assertThat(SpreadsheetCell.safe(text)).contains("'").isNotEqualTo(text);
        assertThat(SpreadsheetCell.original(SpreadsheetCell.safe(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+84901234567", "-1.234,5", "+84901234567; +84907654321", "0", "", "' x"})
    void numbers_stay_as_they_are(String text) {
        assertThat(SpreadsheetCell.safe(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.original(text)).isEqualTo(text);
    }

    @Test
    void whatever_goes_out_is_harmless_and_comes_in_as_it_was() {
        Random random = new Random(8);
        List<String> parts = List.of(
                "=", "+", "-", "@", "＝", "－", "'", "\"", ";", "|", "\t", "\n", "\r", " ", "\u3000", "x", "5", ",", "");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length >= 0; length--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            String cell = SpreadsheetCell.safe(text.toString());
            assertThat(FORMULA.matcher(cell).find()).as(cell).isFalse();
            assertThat(SpreadsheetCell.original(cell)).isEqualTo(text.toString());
        }
    }
}
