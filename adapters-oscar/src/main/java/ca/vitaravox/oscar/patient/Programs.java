package ca.vitaravox.oscar.patient;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.access.Deadline;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The program that new patients are admitted to, without which OSCAR makes a chart, and fails. Its number is another at
 * every clinic; a patient who is in it tells it. Looked for until it is found, then remembered. Thread-safe.
 */
final class Programs {
    private static final OscarRequest ANY_PATIENT = OscarRequest.get("/program/patientList?startIndex=0&numToReturn=1");

    private final OscarLink link;
    private final AtomicReference<Optional<Integer>> known;

    /** Programs of which a clinic may know the right one's number. */
    Programs(OscarLink link, Optional<Integer> configured) {
        this.link = link;
        this.known = new AtomicReference<>(configured);
    }

    /**
     * The program's number; empty if our provider is in none that has patients.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if OSCAR does not answer by the deadline
     */
    Optional<Integer> number(Deadline deadline) {
        if (known.get().isEmpty()) {
            OscarJson.rows(link.read(ANY_PATIENT, deadline).json(), "content").stream()
                    .map(patient -> patient.path("programId").asInt(0))
                    .filter(program -> program > 0)
                    .findFirst()
                    .ifPresent(program -> known.set(Optional.of(program)));
        }
        return known.get();
    }
}
