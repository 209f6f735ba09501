package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Clinics, each with an OSCAR of its own. */
class TestOscars implements Charts, Appointments, AutoCloseable {
    private final Line line;
    private final Map<ClinicId, TestOscar> oscars = new ConcurrentHashMap<>();

    TestOscars(Line line) {
        this.line = line;
    }

    ClinicId newClinic() {
        TestOscar oscar = new TestOscar(line);
        oscars.put(oscar.clinic, oscar);
        return oscar.clinic;
    }

    TestOscar of(ClinicId clinic) {
        return oscars.get(clinic);
    }

    Charts charts(ClinicId clinic) {
        return of(clinic).oscar.charts();
    }

    Appointments appointments(ClinicId clinic) {
        return of(clinic).oscar.appointments();
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        return charts(clinic).search(clinic, query, deadline);
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        return charts(clinic).chart(clinic, patient, deadline);
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        return charts(clinic).register(clinic, patient, deadline);
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return appointments(clinic).on(clinic, providers, first, last, deadline);
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return appointments(clinic).of(clinic, patient, deadline);
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        return appointments(clinic).book(clinic, appointment, deadline);
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        return appointments(clinic).cancel(clinic, appointment, deadline);
    }

    @Override
    public void close() {
        oscars.values().forEach(TestOscar::close);
    }
}
