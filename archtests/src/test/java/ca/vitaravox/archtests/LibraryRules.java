package ca.vitaravox.archtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Libraries have a home: the modules that may know them. What is not named here is left to the modules' poms. */
final class LibraryRules {
    static final List<Library> LIBRARIES = List.of(
            new Library("org.jdbi", "postgres"),
            new Library("java.sql", "postgres"),
            new Library("javax.sql", "postgres"),
            new Library("com.zaxxer.hikari", "postgres"),
            new Library("org.flywaydb", "postgres"),
            new Library("com.github.scribejava", "oscar"),
            new Library("io.github.resilience4j", "oscar"),
            new Library("io.javalin", "oscar", "vapi", "server"),
            new Library("com.networknt", "vapi"),
            new Library("com.ibm.icu", "vapi"),
            new Library("picocli", "server"),
            new Library("io.zonky", "server"),
            new Library("ch.qos.logback", "server"),
            new Library("com.google.i18n.phonenumbers", "server"),
            new Library("de.focus_shift.jollyday", "server"),
            new Library("com.auth0.jwt", "server"),
            new Library("io.github.bucket4j", "server"),
            new Library("com.eatthepath.otp", "server"),
            new Library("gg.jte", "server"),
            new Library("com.google.zxing", "server"),
            new Library("org.mindrot.jbcrypt", "server"),
            new Library("org.apache.commons.codec", "server"));

    private LibraryRules() {}

    /**
     * @param name the package that everything of it is in
     * @param homes the modules that may use it
     */
    record Library(String name, List<String> homes) {
        Library(String name, String... homes) {
            this(name, List.of(homes));
        }

        boolean has(JavaClass type) {
            return (type.getPackageName() + ".").startsWith(name + ".");
        }

        boolean isAtHomeIn(JavaClass user) {
            String place = user.getPackageName() + ".";
            return homes.stream().anyMatch(home -> place.contains("vitaravox." + home + "."));
        }
    }

    static List<HouseRule> all() {
        return List.of(new HouseRule("libraries", librariesStayAtHome()));
    }

    private static ArchRule librariesStayAtHome() {
        return classes()
                .should(new ArchCondition<>("know only the libraries of their module") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (Dependency known : type.getDirectDependenciesFromSelf()) {
                            if (LIBRARIES.stream()
                                    .anyMatch(library ->
                                            library.has(known.getTargetClass()) && !library.isAtHomeIn(type))) {
                                events.add(SimpleConditionEvent.violated(type, known.getDescription()));
                            }
                        }
                    }
                })
                .as("libraries stay in their modules: " + LIBRARIES);
    }
}
