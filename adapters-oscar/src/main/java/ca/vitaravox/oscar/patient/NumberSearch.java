package ca.vitaravox.oscar.patient;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A search by telephone numbers that REST does not search. Thread-safe. */
@FunctionalInterface
public interface NumberSearch {
    /**
     * Patients who may have the number, inactive ones among them, in the names and forms of REST's search. None if there is
     * no answer: what REST found is of use without them.
     */
    List<JsonNode> rows(PhoneNumber phone, Deadline deadline);
}
