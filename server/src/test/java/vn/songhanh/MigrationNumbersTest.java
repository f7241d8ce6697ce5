package vn.songhanh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One chain, one running number; until V123 each module had a block of numbers. */
class MigrationNumbersTest {

    private static final int RUNNING_SINCE = 124;

    private static final Pattern NAME = Pattern.compile("V(\\d{3})__([a-z]+)(_[a-z0-9]+)*\\.sql");

    @Test
    void every_migration_has_the_next_number_and_names_its_module() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(wrong(files.map(Path::getFileName).map(Path::toString).toList()))
                    .isEmpty();
        }
    }

    @Test
    void a_number_that_is_taken_a_block_that_is_begun_and_a_name_without_a_module_are_found() {
        assertThat(wrong(List.of("V123__workspace_a.sql", "V124__sales_b.sql", "V125__contacts_c.sql")))
                .isEmpty();
        assertThat(wrong(List.of("V124__sales_a.sql", "V124__contacts_b.sql"))).hasSize(1);
        assertThat(wrong(List.of("V124__sales_a.sql", "V140__contacts_b.sql"))).hasSize(1);
        assertThat(wrong(List.of("V124__nonsense_a.sql"))).hasSize(1);
    }

    /** Those who work side by side take their numbers before they land, so a few may be missing; a block may not. */
    private static List<String> wrong(List<String> names) {
        Set<String> modules = Architecture.modules().keySet();
        List<String> wrong = new java.util.ArrayList<>();
        int last = RUNNING_SINCE - 1;
        for (String name : names.stream().sorted().toList()) {
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()) {
                wrong.add(name);
                continue;
            }
            int number = Integer.parseInt(parts.group(1));
            if (number >= RUNNING_SINCE) {
                if (number == last || number >= last + 10 || !modules.contains(parts.group(2))) {
                    wrong.add(name);
                }
                last = number;
            }
        }
        return wrong;
    }
}
