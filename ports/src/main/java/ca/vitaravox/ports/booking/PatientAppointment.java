package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * An appointment as its patient is told of it.
 *
 * @param id the EMR's id
 * @param provider with whom; empty for somebody the clinic's settings do not know
 * @param visitType what for; empty where the EMR's type is none of the clinic's visit types, or is not to be told
 * @param start when, in the clinic's zone
 * @param length how long
 * @param status what has become of it
 */
public record PatientAppointment(
        AppointmentId id,
        Optional<Provider> provider,
        Optional<VisitType> visitType,
        ZonedDateTime start,
        Duration length,
        AppointmentStatus status) {}
