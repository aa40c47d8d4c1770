package org.linli.portal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The rooms of CONTRIBUTING.md: arrows point down, another feature is reached through its root package only. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    static final String ROOT = "org.linli.portal";

    /** What each feature may use; platform may be used by all and uses none. */
    private static final Map<String, Set<String>> ALLOWED = allowed();

    private static Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = new HashMap<>();
        allowed.put("platform", Set.of());
        allowed.put("brands", Set.of("notices", "people", "community"));
        allowed.put("activities", Set.of("notices", "people", "community", "brands"));
        allowed.put("community", Set.of());
        allowed.put("people", Set.of("community"));
        allowed.put("notices", Set.of("people", "community"));
        allowed.put("ledger", Set.of("notices", "people", "community"));
        allowed.put("dispatch", Set.of("people", "community", "brands"));
        allowed.put("orders", Set.of("dispatch", "ledger", "notices", "people", "community", "brands"));
        allowed.put("hours", Set.of("orders", "ledger", "notices", "people", "community"));
        allowed.put("points", Set.of("hours", "ledger", "orders", "notices", "people", "community", "brands"));
        allowed.put("shop", Set.of("ledger", "notices", "people", "community"));
        allowed.put("reports", Set.of("shop", "points", "orders", "ledger", "people", "community"));
        allowed.put(
                "demo",
                Set.of(
                        "brands",
                        "activities",
                        "shop",
                        "points",
                        "orders",
                        "dispatch",
                        "ledger",
                        "people",
                        "community",
                        "notices"));
        return allowed;
    }

    @ArchTest
    static final ArchRule features_depend_only_on_the_floors_below = classes()
            .should(new ArchCondition<>("depend only on allowed features, through their root package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String from = feature(type);
                    type.getDirectDependenciesFromSelf().forEach(dependency -> {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        String to = feature(target);
                        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
                            return;
                        }
                        boolean permitted = to.equals("platform")
                                || (ALLOWED.getOrDefault(from, Set.of()).contains(to) && isRoot(target, to));
                        if (!permitted) {
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                        }
                    });
                }
            });

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule faces_lives_in_web = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .and()
            .resideOutsideOfPackage(ROOT + ".platform.i18n..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..");

    @ArchTest
    static final ArchRule jax_rs_lives_in_rest = noClasses()
            .that()
            .resideOutsideOfPackages("..rest..", ROOT + ".platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule pf4j_lives_in_brands = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".brands..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pf4j..");

    @ArchTest
    static final ArchRule pages_and_rest_keep_no_data_themselves = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..rest..")
            .should()
            .dependOnClassesThat(is(
                    "the database",
                    "jakarta.persistence.EntityManager",
                    "javax.sql.DataSource",
                    ROOT + ".platform.persistence.Sql"));

    @ArchTest
    static final ArchRule the_entity_manager_stays_where_data_is_kept = noClasses()
            .that()
            .resideOutsideOfPackages("..persistence..", ROOT + ".community..")
            .should()
            .dependOnClassesThat(is("the entity manager", "jakarta.persistence.EntityManager"));

    @ArchTest
    static final ArchRule the_domain_knows_no_container = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.inject..", "jakarta.enterprise..", "jakarta.ws.rs..", "jakarta.faces..");

    @ArchTest
    static final ArchRule names_explain_something =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager)");

    private static DescribedPredicate<JavaClass> is(String what, String... names) {
        return describe(what, type -> Set.of(names).contains(type.getName()));
    }

    private static boolean isRoot(JavaClass type, String feature) {
        return type.getPackageName().equals(ROOT + "." + feature);
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        String rest = name.substring(ROOT.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
