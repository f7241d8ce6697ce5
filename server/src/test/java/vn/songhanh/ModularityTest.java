package vn.songhanh;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The product keeps the rules; that each of them bites, {@link PlantedBreachesTest} shows. */
class ModularityTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.songhanh");

    private static final Architecture RULES = new Architecture("vn.songhanh");

    @Test
    void every_module_calls_only_what_it_may() {
        ApplicationModules.of(SongHanh.class, JavaClass.Predicates.resideInAPackage("vn.songhanh.jooq.."))
                .verify();
        RULES.arrows().forEach(arrow -> arrow.check(PRODUCT));
    }

    @Test
    void every_module_declares_the_arrows_of_the_map() throws ClassNotFoundException {
        for (Map.Entry<String, Set<String>> module : Architecture.modules().entrySet()) {
            ApplicationModule declared = Objects.requireNonNull(
                    Class.forName("vn.songhanh." + module.getKey() + ".package-info")
                            .getAnnotation(ApplicationModule.class),
                    module.getKey());
            // A module may be called with the parts that it names.
            assertThat(Arrays.stream(declared.allowedDependencies())
                            .map(allowed -> allowed.replace(" :: *", ""))
                            .filter(allowed ->
                                    !Set.of("shared", "web", "workspace").contains(allowed))
                            .collect(Collectors.toSet()))
                    .as(module.getKey())
                    .isEqualTo(module.getValue());
        }
        assertThat(Architecture.modules()).hasSize(14);
    }

    /** Each may call only what stands above it, so there is no way round in a circle. */
    @Test
    void the_map_has_no_circle() {
        Set<String> above = new java.util.HashSet<>();
        Architecture.modules().forEach((module, may) -> {
            assertThat(above).as(module).containsAll(may);
            above.add(module);
        });
    }

    @Test
    void marketing_and_sales_never_know_each_other() {
        assertThat(Architecture.modules().get("sales")).doesNotContain("marketing");
        assertThat(Architecture.modules().get("marketing")).doesNotContain("sales");
    }

    @Test
    void a_module_touches_its_own_tables_only() {
        RULES.tables().forEach(own -> own.check(PRODUCT));
    }

    @Test
    void only_stores_run_statements() {
        keep(RULES.onlyStoresRunStatements());
    }

    @Test
    void aggregates_are_plain() {
        keep(RULES.aggregatesArePlain());
    }

    @Test
    void every_event_has_a_name_of_its_own() {
        keep(RULES.eventsHaveNames());
    }

    @Test
    void every_package_says_what_may_be_null() {
        keep(RULES.packagesSayWhatMayBeNull());
    }

    private static void keep(ArchRule rule) {
        rule.check(PRODUCT);
    }
}
