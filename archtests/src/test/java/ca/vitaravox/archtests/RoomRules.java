package ca.vitaravox.archtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rooms, which are the same in every module. A room knows itself and the rooms before it, in its own module and in
 * others. What is no room may know rooms, and rooms do not know it, except that the voice tools, which live in their
 * rooms, know how tools are made and how things are said, and OSCAR's rooms how it is spoken to.
 */
final class RoomRules {
    static final List<String> IN_ORDER =
            List.of("clinic", "access", "audit", "patient", "task", "booking", "waitlist", "call");

    private static final Pattern PLACE = Pattern.compile(".*\\bvitaravox\\.([a-z]+)(?:\\.([a-z]+))?.*");
    private static final List<String> WHAT_ROOMS_ARE_BUILT_ON = List.of("vapi.tool", "vapi.speech", "oscar.rest");

    private RoomRules() {}

    static List<HouseRule> all() {
        return List.of(new HouseRule("rooms", roomsKnowOnlyRoomsBeforeThem()), new HouseRule("cycles", noCycles()));
    }

    private record Place(String module, String part) {
        static Optional<Place> of(JavaClass type) {
            Matcher place = PLACE.matcher(type.getPackageName());
            return place.matches()
                    ? Optional.of(new Place(place.group(1), place.group(2) == null ? "" : place.group(2)))
                    : Optional.empty();
        }

        boolean isRoom() {
            return IN_ORDER.contains(part);
        }

        boolean mayKnow(Place other) {
            if (other.isRoom()) {
                return IN_ORDER.indexOf(other.part) <= IN_ORDER.indexOf(part);
            }
            return module.equals(other.module) && WHAT_ROOMS_ARE_BUILT_ON.contains(other.module + "." + other.part);
        }
    }

    private static ArchRule roomsKnowOnlyRoomsBeforeThem() {
        return classes()
                .that(DescribedPredicate.describe(
                        "are in a room",
                        type -> Place.of(type).filter(Place::isRoom).isPresent()))
                .should(new ArchCondition<>("know only their own room and the rooms before it") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Place here = Place.of(type).orElseThrow();
                        for (Dependency known : type.getDirectDependenciesFromSelf()) {
                            if (Place.of(known.getTargetClass())
                                    .filter(there -> !here.mayKnow(there))
                                    .isPresent()) {
                                events.add(SimpleConditionEvent.violated(type, known.getDescription()));
                            }
                        }
                    }
                })
                .as("rooms know themselves and the rooms before them: " + IN_ORDER);
    }

    private static ArchRule noCycles() {
        return slices().matching("..vitaravox.(**)").should().beFreeOfCycles().as("packages know each other one way");
    }
}
