package vn.songhanh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private static final List<String> MODULES = List.of(
            "shared",
            "workspace",
            "contacts",
            "messaging",
            "work",
            "catalog",
            "people",
            "marketing",
            "sales",
            "commerce",
            "care",
            "alignment",
            "automation",
            "insight");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.songhanh");

    @Test
    void every_module_calls_only_what_it_may() {
        ApplicationModules modules =
                ApplicationModules.of(SongHanh.class, JavaClass.Predicates.resideInAPackage("vn.songhanh.jooq.."));

        modules.verify();

        assertThat(modules.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .containsAll(MODULES);
    }

    @Test
    void a_module_touches_its_own_tables_only() {
        for (String module : MODULES) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages("vn.songhanh." + module + "..", "vn.songhanh.jooq..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("vn.songhanh.jooq." + module + "..")
                    .allowEmptyShould(true)
                    .because("another module's tables are its own business; it offers a way to ask")
                    .check(PRODUCT);
        }
    }

    @Test
    void marketing_and_sales_never_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("vn.songhanh.sales..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.songhanh.marketing..")
                .allowEmptyShould(true)
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("vn.songhanh.marketing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.songhanh.sales..")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void only_stores_speak_sql() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "vn.songhanh.jooq..")
                .check(PRODUCT);
    }

    @Test
    void every_package_says_what_may_be_null() {
        List<String> silent = PRODUCT.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(pack -> pack.getName().startsWith("vn.songhanh.")
                        && !pack.getName().startsWith("vn.songhanh.jooq"))
                .filter(pack -> !pack.isAnnotatedWith(org.jspecify.annotations.NullMarked.class))
                .map(pack -> pack.getName())
                .toList();

        assertThat(silent).isEmpty();
    }
}
