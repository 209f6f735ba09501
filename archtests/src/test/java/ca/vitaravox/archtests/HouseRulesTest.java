package ca.vitaravox.archtests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.archtests.LibraryRules.Library;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {
    private static final String OUR_OWN = HouseRulesTest.class.getPackageName();
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("ca.vitaravox");
    private static final JavaClasses HOUSE = ALL.that(resideOutsideOfPackage(OUR_OWN + ".."));

    static List<HouseRule> rules() {
        return Stream.of(ModuleRules.all(), RoomRules.all(), LibraryRules.all(), PurityRules.all(), ShapeRules.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_its_rules(HouseRule rule) {
        rule.rule().check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void what_breaks_a_rule_is_caught_and_nothing_else(HouseRule rule) {
        JavaClasses imitation = imitation(rule.fixture());
        Set<String> breaking = imitation.stream()
                .map(HouseRulesTest::file)
                .filter(file -> file.startsWith("Breaks"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(!breaking.isEmpty(), "nothing breaks " + rule);
        assertEquals(breaking, caught(rule, imitation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ports", "domain", "oscar", "postgres", "vapi", "server"})
    void every_module_is_under_the_rules(String module) {
        assertTrue(HOUSE.stream().anyMatch(type -> type.getPackageName().startsWith("ca.vitaravox." + module)));
    }

    @ParameterizedTest
    @FieldSource("ca.vitaravox.archtests.LibraryRules#LIBRARIES")
    void every_library_that_has_a_home_is_among_what_is_caught(Library library) {
        boolean caught = imitation("libraries").stream()
                .filter(type -> type.getSimpleName().startsWith("Breaks"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(known -> library.has(known.getTargetClass()));

        assertTrue(caught, library + " is not among the fixtures: is that its package?");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_about_nothing_fails(HouseRule rule) {
        assertThrows(AssertionError.class, () -> rule.rule().check(imitation("nothing")));
    }

    private static JavaClasses imitation(String fixture) {
        return ALL.that(resideInAPackage(OUR_OWN + ".fixtures." + fixture + ".."));
    }

    /** Every violation names the source file it is in, in brackets. */
    private static Set<String> caught(HouseRule rule, JavaClasses imitation) {
        String report = rule.rule().evaluate(imitation).getFailureReport().toString();
        return imitation.stream()
                .map(HouseRulesTest::file)
                .filter(file -> report.contains("(" + file + ":"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String file(JavaClass type) {
        return type.getSource().orElseThrow().getFileName().orElseThrow();
    }
}
