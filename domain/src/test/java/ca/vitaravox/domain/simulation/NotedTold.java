package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Notes which appointments were told, by the server's own account. */
record NotedTold(ToldAppointments told, Notes notes, InstantSource clock) implements ToldAppointments {
    @Override
    public void keep(
            ClinicId clinic,
            CallId call,
            PatientId patient,
            Set<AppointmentId> appointments,
            boolean booked,
            Instant now) {
        told.keep(clinic, call, patient, appointments, booked, now);
        notes.told(new Notes.Call(clinic, call), appointments, clock.instant());
    }

    @Override
    public boolean heard(ClinicId clinic, AppointmentId appointment, CallId call, Optional<Instant> over) {
        boolean heard = told.heard(clinic, appointment, call, over);
        if (!heard) {
            notes.unheard(new Kept(clinic, appointment), clock.instant());
        }
        return heard;
    }

    @Override
    public Optional<Told> told(ClinicId clinic, CallId call, AppointmentId appointment) {
        return told.told(clinic, call, appointment);
    }

    @Override
    public void cancelling(ClinicId clinic, CallId call, AppointmentId appointment) {
        told.cancelling(clinic, call, appointment);
    }

    @Override
    public boolean settled(ClinicId clinic, CallId call, AppointmentId appointment) {
        return told.settled(clinic, call, appointment);
    }
}
