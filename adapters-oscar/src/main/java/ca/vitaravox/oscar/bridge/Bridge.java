package ca.vitaravox.oscar.bridge;

import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.CodedTime;
import ca.vitaravox.ports.booking.CodedTimes;
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
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One clinic's EMR behind a bridge: the same ports, with the same promises. Thread-safe. */
public final class Bridge implements Charts, Appointments, CodedTimes, AutoCloseable {
    private final BridgeLink link;

    /**
     * An EMR behind the bridge at this address; nothing is sent before it is asked something.
     *
     * @param apiKey what the bridge knows us by
     */
    public Bridge(ClinicId clinic, URI base, String apiKey, OscarMeans means) {
        this.link = new BridgeLink(clinic, base, apiKey, means);
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        return link.read(clinic, Question.Search.PATH, new Question.Search(query), new TypeReference<>() {}, deadline);
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        return link.read(
                clinic, Question.OneChart.PATH, new Question.OneChart(patient), new TypeReference<>() {}, deadline);
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        return link.write(
                clinic,
                Question.Register.PATH,
                new Question.Register(patient),
                ChartResult.class,
                deadline,
                ChartResult.NotMade::new,
                ChartResult.Unknown::new);
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return link.read(
                clinic,
                Question.On.APPOINTMENTS,
                new Question.On(providers, first, last),
                new TypeReference<>() {},
                deadline);
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return link.read(clinic, Question.Of.PATH, new Question.Of(patient), new TypeReference<>() {}, deadline);
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        return write(clinic, Question.Book.PATH, new Question.Book(appointment), deadline);
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        return write(clinic, Question.Cancel.PATH, new Question.Cancel(appointment), deadline);
    }

    private WriteResult write(ClinicId clinic, String path, Object order, Deadline deadline) {
        return link.write(
                clinic,
                path,
                order,
                WriteResult.class,
                deadline,
                WriteResult.NotWritten::new,
                WriteResult.Unknown::new);
    }

    @Override
    public List<CodedTime> times(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return link.read(
                clinic, Question.On.TIMES, new Question.On(providers, first, last), new TypeReference<>() {}, deadline);
    }

    /** Whether nothing is asked for now: the bridge failed too often of late, or says that it leaves its EMR alone. */
    public boolean isLeftAlone() {
        return link.isLeftAlone();
    }

    /** From now on nothing is sent. */
    @Override
    public void close() {
        link.close();
    }
}
