package vn.songhanh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Every rule finds what was built against it in {@code vn.planted}, and nothing beside it. */
class PlantedBreachesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("vn.planted");

    private static final Architecture RULES = new Architecture("vn.planted");

    @Test
    void who_calls_what_stands_below_or_beside() {
        assertThat(found(RULES.arrows()))
                .anyMatch(breach -> breach.contains("contacts.CallsSales") && breach.contains("sales.Deal"))
                .anyMatch(breach -> breach.contains("sales.CallsMarketing") && breach.contains("marketing.Campaign"))
                .allMatch(breach -> breach.contains(".Calls"));
        assertThatThrownBy(() ->
                        ApplicationModules.of("vn.planted", location -> true).verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("marketing");
    }

    @Test
    void who_reads_the_tables_of_others() {
        assertThat(found(RULES.tables())).isNotEmpty().allMatch(breach -> breach.contains("sales.ReadsContactsStore"));
    }

    @Test
    void who_runs_statements_outside_stores() {
        assertThat(found(RULES.onlyStoresRunStatements()))
                .isNotEmpty()
                .allMatch(breach -> breach.contains("contacts.RunsStatements"));
    }

    @Test
    void a_record_that_knows_spring() {
        assertThat(found(RULES.aggregatesArePlain()))
                .isNotEmpty()
                .allMatch(breach -> breach.contains("contacts.KnowsSpring"));
    }

    @Test
    void an_event_without_a_name_or_with_that_of_another() {
        assertThat(found(RULES.eventsHaveNames()))
                .anyMatch(breach -> breach.contains("Nameless"))
                .anyMatch(breach -> breach.contains("NamedByAnother"))
                .hasSize(2);
    }

    @Test
    void a_package_that_says_nothing_about_null() {
        assertThat(found(RULES.packagesSayWhatMayBeNull()))
                .isNotEmpty()
                .allMatch(breach -> breach.contains("vn.planted.silent"));
    }

    @Test
    void a_table_that_lists_the_kinds_of_records() {
        Set<String> kinds = Set.of("CONTACT", "COMPANY", "DEAL");

        assertThat(Architecture.listsOfKinds(
                        "create table t (\n kind text check (kind in ('CONTACT', 'DEAL')),\n id uuid);", kinds))
                .hasSize(1);
        assertThat(Architecture.listsOfKinds("create table t (kind text check (kind in ('MOVED', 'WON')));", kinds))
                .isEmpty();
    }

    private static Set<String> found(ArchRule rule) {
        return found(List.of(rule));
    }

    private static Set<String> found(List<ArchRule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.of(rule.evaluate(PLANTED)))
                .flatMap(result -> result.getFailureReport().getDetails().stream())
                .collect(Collectors.toSet());
    }
}
