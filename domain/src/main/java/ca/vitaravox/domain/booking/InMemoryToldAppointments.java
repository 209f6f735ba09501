package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what calls were told in memory for as long as it lives: for tests, and for a tool that is one process. */
public final class InMemoryToldAppointments implements ToldAppointments {
    private final Map<Key, Told> told = new ConcurrentHashMap<>();

    /** Nothing was told yet. */
    public InMemoryToldAppointments() {}

    private record Key(ClinicId clinic, CallId call, AppointmentId appointment) {}

    @Override
    public void keep(
            ClinicId clinic,
            CallId call,
            PatientId patient,
            Set<AppointmentId> appointments,
            boolean booked,
            Instant now) {
        for (AppointmentId appointment : appointments) {
            told.merge(
                    new Key(clinic, call, appointment),
                    new Told(patient, booked),
                    (before, later) -> new Told(patient, before.bookedHere() || booked));
        }
    }

    @Override
    public Optional<Told> told(ClinicId clinic, CallId call, AppointmentId appointment) {
        return Optional.ofNullable(told.get(new Key(clinic, call, appointment)));
    }
}
