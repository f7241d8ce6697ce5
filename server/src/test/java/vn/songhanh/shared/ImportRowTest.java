package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ImportRowTest {

    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Invalid.Check check = new Invalid.Check();

    @Test
    void days_are_iso_or_vietnamese_and_exist() {
        assertThat(List.of("2026-01-05", "5/1/2026", "05-01-2026", "5.1.2026"))
                .allSatisfy(cell -> assertThat(row(cell).day("cell", check)).isEqualTo(LocalDate.of(2026, 1, 5)));
        assertThat(check.passed()).isTrue();
        assertThat(row("31/02/2026").day("cell", check)).isNull();
        assertThat(check.passed()).isFalse();
    }

    @Test
    void moments_are_instants_or_the_begin_of_a_day() {
        assertThat(List.of("2026-01-04T17:00:00Z", "2026-01-05T00:00:00+07:00", "5/1/2026"))
                .allSatisfy(cell -> assertThat(row(cell).moment("cell", SAIGON, check))
                        .isEqualTo(Instant.parse("2026-01-04T17:00:00Z")));
        assertThat(check.passed()).isTrue();
        assertThat(row("5 Tháng 1").moment("cell", SAIGON, check)).isNull();
        assertThat(check.passed()).isFalse();
    }

    @Test
    void numbers_are_grouped_as_people_group_them() {
        assertThat(number("1.054")).isEqualByComparingTo("1054");
        assertThat(number("2,822")).isEqualByComparingTo("2822");
        assertThat(number("15.000.000 ₫")).isEqualByComparingTo("15000000");
        assertThat(number("1.234,5")).isEqualByComparingTo("1234.5");
        assertThat(number("$1,234.50")).isEqualByComparingTo("1234.5");
        assertThat(row("2,822").count("cell", check)).isEqualTo(2822);
        assertThat(check.passed()).isTrue();
        assertThat(row("12,5").count("cell", check)).isNull();
        assertThat(row("nhiều lắm").number("cell", check)).isNull();
        assertThat(check.passed()).isFalse();
    }

    @Test
    void a_list_has_each_part_once() {
        assertThat(row("vip; bán lẻ|vip ,\nmới").list("cell")).containsExactly("vip", "bán lẻ", "mới");
        assertThat(new ImportRow(2, Map.of()).list("cell")).isEmpty();
    }

    @Test
    void a_reference_names_one_of_those_found() {
        assertThat(row("Lan").reference("cell", Map.of("Lan", 7), check)).isEqualTo(7);
        assertThat(new ImportRow(2, Map.of()).reference("cell", Map.of("Lan", 7), check))
                .isNull();
        assertThat(check.passed()).isTrue();
        assertThat(row("Minh").reference("cell", Map.of("Lan", 7), check)).isNull();
        assertThat(check.passed()).isFalse();
    }

    private BigDecimal number(String cell) {
        return Objects.requireNonNull(row(cell).number("cell", check));
    }

    private static ImportRow row(String cell) {
        return new ImportRow(2, Map.of("cell", cell));
    }
}
