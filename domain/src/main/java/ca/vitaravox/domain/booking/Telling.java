package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.patient.Identification;
import java.time.ZonedDateTime;
import java.util.Optional;

/** How appointments are told to their patients: in the clinic's zone and words. */
final class Telling {
    private Telling() {}

    static PatientAppointment of(Clinic clinic, Appointment appointment) {
        ZonedDateTime start = appointment.time().start().atZone(clinic.zone());
        return new PatientAppointment(
                appointment.id(),
                clinic.provider(appointment.provider()),
                clinic.visitTypeOfEmr(appointment.emrType()),
                start,
                appointment.time().length(),
                appointment.status());
    }

    /** As it may be told to whoever is calling: only the patient hears what it is for. */
    static PatientAppointment to(Identification caller, PatientAppointment told) {
        return caller.relationship() == Relationship.SELF
                ? told
                : new PatientAppointment(
                        told.id(), told.provider(), Optional.empty(), told.start(), told.length(), told.status());
    }

    /** A slot that became an appointment. */
    static PatientAppointment of(Clinic clinic, Slot slot, AppointmentId appointment) {
        return new PatientAppointment(
                appointment,
                clinic.provider(slot.provider()),
                clinic.visitType(slot.visitType()),
                slot.time().start().atZone(clinic.zone()),
                slot.time().length(),
                AppointmentStatus.BOOKED);
    }
}
