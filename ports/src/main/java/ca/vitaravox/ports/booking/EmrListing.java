package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Driven port: what a clinic's EMR has of the clinic itself, to set the clinic up by. Thread-safe. */
public interface EmrListing {
    /**
     * Everybody the EMR could book with, in its own order; whoever takes no appointments may be among them.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the deadline
     */
    List<ListedProvider> providers(ClinicId clinic, Deadline deadline);

    /**
     * The EMR's types of appointments; many clinics have none.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the deadline
     */
    List<ListedType> types(ClinicId clinic, Deadline deadline);

    /**
     * The codes of the EMR's schedule; an EMR without one has none.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the EMR does not answer by the deadline
     */
    List<ListedCode> codes(ClinicId clinic, Deadline deadline);

    /**
     * A code of the EMR's schedule.
     *
     * @param code the code, one character
     * @param description the EMR's words for it; may be empty
     * @param length how long what is booked in it takes, if the EMR says so
     * @param notice how long before it is offered by the EMR's own rules
     */
    record ListedCode(String code, String description, Optional<Duration> length, ScheduleCode.Notice notice) {}

    /**
     * Somebody in the EMR.
     *
     * @param id the EMR's id
     * @param firstName given name, as written there; may be empty
     * @param lastName family name, as written there; may be empty
     * @param specialty as written there
     */
    record ListedProvider(ProviderId id, String firstName, String lastName, Optional<String> specialty) {}

    /**
     * A type of appointment.
     *
     * @param name the EMR's name for it
     * @param length how long it takes, if the EMR says so
     */
    record ListedType(String name, Optional<Duration> length) {}
}
