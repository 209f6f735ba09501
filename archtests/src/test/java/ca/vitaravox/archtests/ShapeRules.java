package ca.vitaravox.archtests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;

/** What classes look like: values that cannot change, no state for everybody, a word about every package. */
final class ShapeRules {
    private ShapeRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule("values", portsAreValuesAndInterfaces()),
                new HouseRule("immutable", valuesDoNotChange()),
                new HouseRule("statics", nothingStaticChanges()),
                new HouseRule("packages", everyPackageIsExplained()));
    }

    private static ArchRule portsAreValuesAndInterfaces() {
        return classes()
                .that()
                .resideInAPackage("..vitaravox.ports..")
                .and(describe("are named", type -> !type.isAnonymousClass()))
                .should(be(
                        "interfaces, records, enums, sealed or final classes",
                        type -> type.isInterface()
                                || type.isRecord()
                                || type.isEnum()
                                || type.getModifiers().contains(JavaModifier.FINAL)
                                || type.reflect().isSealed()))
                .as("ports has interfaces, records, enums, sealed and final classes, and no others");
    }

    private static ArchRule valuesDoNotChange() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("..vitaravox.ports..")
                .should()
                .beFinal()
                .as("what ports has never changes");
    }

    private static ArchRule nothingStaticChanges() {
        return fields().that().areStatic().should(beFinal()).as("there is no static state");
    }

    private static ArchRule everyPackageIsExplained() {
        return classes()
                .should(be(
                        "in a package with a package-info",
                        type -> type.getPackage().tryGetPackageInfo().isPresent()))
                .as("every package has a package-info");
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> good) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!good.test(type)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getDescription() + " is not " + what + " in " + type.getSourceCodeLocation()));
                }
            }
        };
    }
}
