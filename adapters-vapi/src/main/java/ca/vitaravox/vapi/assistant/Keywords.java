package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Words a transcriber should listen for: the names of a clinic and of those who can be booked in it. */
final class Keywords {
    /** Short words are heard everywhere once they are listened for. */
    private static final int SHORTEST = 3;

    private static final int MOST = 60;
    private static final Set<String> TITLES =
            Set.of("Doctor", "Docteur", "Docteure", "Nurse", "Practitioner", "The", "Clinic", "Medical", "Family");

    private Keywords() {}

    static List<String> of(Clinic clinic) {
        return Stream.concat(clinic.bookableProviders().stream().map(Provider::displayName), Stream.of(clinic.name()))
                .flatMap(name -> Stream.of(name.split("[^\\p{L}]+")))
                .filter(word -> word.length() >= SHORTEST && !TITLES.contains(word))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
