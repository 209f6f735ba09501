package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.patient.PatientLookup;

/**
 * Whom callers talk to: a reception itself, or what stands between it and them.
 *
 * @param patientLookup who is calling
 * @param openingSearch openings, offered and held
 * @param booking slots become appointments
 * @param moving appointments are moved
 * @param cancellation appointments are cancelled
 * @param appointmentList a patient's appointments
 */
public record Receptionist(
        PatientLookup patientLookup,
        OpeningSearch openingSearch,
        Booking booking,
        Moving moving,
        Cancellation cancellation,
        AppointmentList appointmentList) {
    /** The reception itself. */
    static Receptionist of(FrontDesk desk) {
        return new Receptionist(
                desk.patientLookup(),
                desk.openingSearch(),
                desk.booking(),
                desk.moving(),
                desk.cancellation(),
                desk.appointmentList());
    }
}
