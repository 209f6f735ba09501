package ca.vitaravox.archtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The star of modules: ports in the middle, everything else knows ports, and only the server knows everything. */
final class ModuleRules {
    private ModuleRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule("ports", onlyTheJdkAnd("ports")),
                new HouseRule("domain", onlyTheJdkAnd("domain", "ports")),
                new HouseRule("oscar", blindTo("oscar", "domain", "postgres", "vapi", "server")),
                new HouseRule("postgres", blindTo("postgres", "domain", "oscar", "vapi", "server")),
                new HouseRule("vapi", blindTo("vapi", "domain", "oscar", "postgres", "server")));
    }

    private static ArchRule onlyTheJdkAnd(String module, String... others) {
        List<String> known = new ArrayList<>(packagesOf(others));
        known.add("java..");
        known.addAll(packagesOf(module));
        return classes()
                .that()
                .resideInAnyPackage(array(packagesOf(module)))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(array(known))
                .as(module + " depends on the JDK and itself" + (others.length == 0 ? "" : " and " + List.of(others)));
    }

    private static ArchRule blindTo(String adapter, String... others) {
        return noClasses()
                .that()
                .resideInAnyPackage(array(packagesOf(adapter)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(array(packagesOf(others)))
                .as(adapter + " knows ports, and none of " + List.of(others));
    }

    private static List<String> packagesOf(String... modules) {
        return Stream.of(modules).map(module -> "..vitaravox." + module + "..").toList();
    }

    private static String[] array(List<String> packages) {
        return packages.toArray(String[]::new);
    }
}
