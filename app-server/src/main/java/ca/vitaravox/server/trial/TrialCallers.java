package ca.vitaravox.server.trial;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * From which numbers calls are tried out: those that are nobody's (their middle is 555), so that nothing that is counted for
 * a number is ever counted for a real caller's.
 */
public final class TrialCallers {
    /** No number is shown. */
    static final String WITHHELD = "withheld";

    private static final String NOBODYS = "\\+1[2-9][0-9]{2}555[0-9]{4}";
    private static final String UNKNOWN = "+1604555019";
    private static final int MOST = 30;

    private final Function<ClinicId, Map<PhoneNumber, String>> patients;

    /**
     * The numbers of these patients.
     *
     * @param patients the numbers on a clinic's demo charts, and whose they are
     */
    public TrialCallers(Function<ClinicId, Map<PhoneNumber, String>> patients) {
        this.patients = patients;
    }

    /** A number that somebody asked for; empty for none. */
    static Optional<PhoneNumber> read(String asked) {
        if (asked.equals(WITHHELD)) {
            return Optional.empty();
        }
        if (!asked.matches(NOBODYS)) {
            throw new IllegalArgumentException("is neither withheld nor a number that is nobody's: its middle is 555");
        }
        return Optional.of(new PhoneNumber(asked));
    }

    /** Those to choose from: patients, somebody the clinic does not know, and a number that is not shown. */
    ArrayNode of(ClinicId clinic) {
        Map<String, String> names = new LinkedHashMap<>();
        patients.apply(clinic).forEach((number, name) -> {
            if (number.e164().matches(NOBODYS) && names.size() < MOST) {
                names.put(number.e164(), name);
            }
        });
        ArrayNode callers = JsonNodeFactory.instance.arrayNode();
        names.forEach((number, name) ->
                callers.addObject().put("kind", "patient").put("caller", number).put("name", name));
        IntStream.range(0, 10)
                .mapToObj(last -> UNKNOWN + last)
                .filter(number -> !names.containsKey(number))
                .findFirst()
                .ifPresent(number -> callers.addObject().put("kind", "unknown").put("caller", number));
        callers.addObject().put("kind", WITHHELD).put("caller", WITHHELD);
        return callers;
    }
}
