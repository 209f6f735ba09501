package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.patient.PatientId;
import java.util.Optional;

/**
 * A claimed attempt at writing a slot.
 *
 * @param call whose time is running
 * @param clinic the clinic
 * @param slot what is written
 * @param patient for whom
 * @param reason what for, in the caller's words
 * @param moves an appointment that is let go once this one is there; its time counts as free
 * @param number the claim's number
 * @param resumed whether an earlier attempt was cut off, and may have written
 */
record Attempt(
        CallContext call,
        Clinic clinic,
        Slot slot,
        PatientId patient,
        Optional<String> reason,
        Optional<AppointmentId> moves,
        int number,
        boolean resumed) {}
