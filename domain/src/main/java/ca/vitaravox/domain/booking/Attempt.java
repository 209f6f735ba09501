package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.BookingJournal.Course;
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
 * @param claim the right to write it
 */
record Attempt(
        CallContext call,
        Clinic clinic,
        Slot slot,
        PatientId patient,
        Optional<String> reason,
        Optional<AppointmentId> moves,
        Claim.Yours claim) {
    /** For looking at what others wrote: nothing is claimed, nothing may be ended. */
    static final Claim.Yours NO_CLAIM = new Claim.Yours(0, true, Course.UNDECIDED);

    int number() {
        return claim.attempt();
    }

    /** Whether an earlier attempt was cut off, and may have written. */
    boolean isResumed() {
        return claim.resumed();
    }

    boolean isOn(Course course) {
        return claim.course() == course;
    }
}
