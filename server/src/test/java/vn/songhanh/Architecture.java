package vn.songhanh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import vn.songhanh.shared.DomainEvent;
import vn.songhanh.shared.EventName;

/**
 * The rules that hold the house together, for whatever stands below {@code root}: the product, or a small house that
 * breaks each of them.
 */
record Architecture(String root) {

    /** Below these stand all others. */
    static final Set<String> GROUND = Set.of("shared", "workspace");

    /** The names of the modules, the lowest first, with those that each may call besides {@link #GROUND}. */
    static Map<String, Set<String>> modules() {
        Pattern row = Pattern.compile("^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
        Pattern name = Pattern.compile("`([a-z]+)`");
        Map<String, Set<String>> modules = new LinkedHashMap<>();
        row.matcher(read(Path.of("../docs/architecture.md"))).results().forEach(module -> {
            boolean all = module.group(2).strip().equals("all above");
            Set<String> may = all
                    ? modules.keySet().stream()
                            .filter(below -> !GROUND.contains(below))
                            .collect(Collectors.toSet())
                    : name.matcher(module.group(2))
                            .results()
                            .map(called -> called.group(1))
                            .collect(Collectors.toSet());
            modules.put(module.group(1), may);
        });
        return modules;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A module calls what stands above it in the list, as far as the list says, and its own parts. */
    List<ArchRule> arrows() {
        return modules().entrySet().stream()
                .map(module -> (ArchRule) noClasses()
                        .that()
                        .resideInAPackage(in(module.getKey()))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(modules().keySet().stream()
                                .filter(other -> !other.equals(module.getKey())
                                        && !module.getValue().contains(other)
                                        && !(GROUND.contains(other) && !GROUND.contains(module.getKey()))
                                        && !other.equals("shared"))
                                .map(this::in)
                                .toArray(String[]::new))
                        .allowEmptyShould(true)
                        .because("docs/architecture.md says whom " + module.getKey() + " may call"))
                .toList();
    }

    List<ArchRule> tables() {
        return modules().keySet().stream()
                .map(module -> (ArchRule) noClasses()
                        .that()
                        .resideOutsideOfPackages(in(module), root + ".jooq..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root + ".jooq." + module + "..")
                        .because("another module's tables are its own business; it offers a way to ask"))
                .toList();
    }

    ArchRule onlyStoresRunStatements() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".jooq..", in("shared"), in("database"))
                .and(DescribedPredicate.describe(
                        "are no stores",
                        type -> !outermost(type).getSimpleName().endsWith("Store")))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "run statements",
                        type -> type.getName().equals("org.jooq.DSLContext")
                                || type.getPackageName().startsWith("org.springframework.jdbc.core")
                                || (type.getPackageName().equals("java.sql")
                                        && (type.getSimpleName().endsWith("Statement")
                                                || type.getSimpleName().equals("Connection")
                                                || type.getSimpleName().equals("ResultSet")))))
                .because("SQL is found in the stores");
    }

    /** What is a record or an enum, or has a store of its name, is a thing of the field and knows no machinery. */
    ArchRule aggregatesArePlain() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".jooq..", in("shared"), in("database"), in("web"), in("start"))
                .and(DescribedPredicate.describe(
                        "are records, enums or have a store",
                        type -> !type.isNestedClass()
                                && (type.isRecord()
                                        || type.isEnum()
                                        || type.getPackage()
                                                .containsClassWithSimpleName(type.getSimpleName() + "Store"))
                                && !type.isMetaAnnotatedWith("org.springframework.stereotype.Component")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..")
                .because("a rule about one record needs nothing but that record and the time");
    }

    ArchRule eventsHaveNames() {
        Map<String, String> taken = new HashMap<>();
        return classes()
                .that()
                .implement(DomainEvent.class)
                .should(new ArchCondition<>("have a name of their own that begins with their module") {
                    @Override
                    public void check(JavaClass event, ConditionEvents found) {
                        String module = event.getPackageName()
                                .substring(root.length() + 1)
                                .split("\\.")[0];
                        String name = event.tryGetAnnotationOfType(EventName.class)
                                .map(EventName::value)
                                .orElse("");
                        boolean good = name.matches(module + "\\.[a-z]+(-[a-z]+)*")
                                && taken.putIfAbsent(name, event.getName()) == null;
                        found.add(new SimpleConditionEvent(event, good, event.getName() + " is called '" + name + "'"));
                    }
                });
    }

    /** A check constraint on a kind of records cannot grow by a bean: nothing in the schema lists them. */
    static Stream<String> listsOfKinds(String sql, Set<String> kinds) {
        return Pattern.compile("check\\s*\\(([^;]*?)\\)\\s*[,)\\n]", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .results()
                .map(MatchResult::group)
                .filter(check -> kinds.stream()
                                .filter(kind -> check.contains("'" + kind + "'"))
                                .count()
                        > 1);
    }

    ArchRule packagesSayWhatMayBeNull() {
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .and()
                .resideOutsideOfPackage(root + ".jooq..")
                .should(new ArchCondition<>("lie in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents found) {
                        JavaPackage pack = type.getPackage();
                        found.add(new SimpleConditionEvent(
                                type, pack.isAnnotatedWith(NullMarked.class), pack.getName() + " is silent"));
                    }
                });
    }

    private String in(String module) {
        return root + "." + module + "..";
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Architecture::outermost).orElse(type);
    }
}
