package vn.songhanh.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportRowTest {

    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Invalid.Check check = new Invalid.Check();

    @Test
    void days_and_moments_are_read_as_people_and_databases_write_them() {
        assertThat(List.of("2026-01-05", "2026/1/5", "5/1/2026", "05-01-2026", "5.1.2026", "2026-01-04 20:00:00Z"))
                .allSatisfy(cell -> assertThat(row(cell).day("cell", check)).isEqualTo(LocalDate.of(2026, 1, 5)));
        assertThat(row("5/1/2026").moment("cell", check)).isEqualTo(Instant.parse("2026-01-04T17:00:00Z"));
        assertThat(check.passed()).isTrue();
        assertThat(row("31/02/2026").day("cell", check)).isNull();
        assertThat(check.passed()).isFalse();
    }

    @Test
    void a_count_is_a_whole_number_in_whatever_groups() {
        assertThat(List.of("2822", "2,822", "2.822", "2 822", "2,822.00"))
                .allSatisfy(cell -> assertThat(row(cell).count("cell", check)).isEqualTo(2822));
        assertThat(check.passed()).isTrue();
        assertThat(row("12,5").count("cell", check)).isNull();
        assertThat(check.passed()).isFalse();
    }

    @Test
    void a_list_has_each_part_once() {
        assertThat(row("vip; bán lẻ|vip ,\nmới").list("cell")).containsExactly("vip", "bán lẻ", "mới");
        assertThat(new ImportRow(2, Map.of(), SAIGON).list("cell")).isEmpty();
    }

    @Test
    void a_reference_names_one_of_those_found() {
        assertThat(row("Lan").reference("cell", Map.of("Lan", 7), check)).isEqualTo(7);
        assertThat(new ImportRow(2, Map.of(), SAIGON).reference("cell", Map.of("Lan", 7), check))
                .isNull();
        assertThat(check.passed()).isTrue();
        assertThat(row("Minh").reference("cell", Map.of("Lan", 7), check)).isNull();
        assertThat(check.passed()).isFalse();
    }

    private static ImportRow row(String cell) {
        return new ImportRow(2, Map.of("cell", cell), SAIGON);
    }
}
