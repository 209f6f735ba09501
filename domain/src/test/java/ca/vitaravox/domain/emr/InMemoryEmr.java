package ca.vitaravox.domain.emr;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The EMRs of clinics in one zone, in memory. Checks nothing: it books whatever it is asked to, twice if asked twice,
 * over what is there already. Fails as {@linkplain #trouble told}. Thread-safe.
 */
public final class InMemoryEmr implements Charts, Appointments, Schedules, ScheduleSettings {
    private final ZoneId zone;
    private final Troubles troubles = new Troubles();
    private final Map<ClinicId, Files> clinics = new HashMap<>();
    private int lastId = 7000;

    /** The EMRs of clinics whose wall clocks show this zone. */
    public InMemoryEmr(ZoneId zone) {
        this.zone = zone;
    }

    /** What one clinic has on file. */
    private static final class Files {
        private final Map<PatientId, Chart> charts = new HashMap<>();
        private final Map<AppointmentId, Appointment> appointments = new HashMap<>();
        private final Map<ProviderId, List<WeeklyShift>> shifts = new HashMap<>();
    }

    /** From now on such requests fail like this. */
    public InMemoryEmr trouble(Request request, Trouble trouble) {
        troubles.set(request, trouble);
        return this;
    }

    /** From now on every request fails like this. */
    public InMemoryEmr trouble(Trouble trouble) {
        Stream.of(Request.values()).forEach(each -> trouble(each, trouble));
        return this;
    }

    /** From now on this happens in the requesting thread just before such a request is taken. */
    public InMemoryEmr before(Request request, Runnable happening) {
        troubles.before(request, happening);
        return this;
    }

    /** How many such requests came so far, failed ones included. */
    public int count(Request request) {
        return troubles.count(request);
    }

    /** What was written {@link Trouble#LATE} is written now. */
    public void lateWritesArrive() {
        troubles.takeLate().forEach(Runnable::run);
    }

    /** Puts a chart on file, in place of one of the same id. */
    public synchronized Chart put(ClinicId clinic, Chart chart) {
        files(clinic).charts.put(chart.id(), chart);
        return chart;
    }

    /** Makes the patient an inactive one. */
    public synchronized void deactivate(ClinicId clinic, PatientId patient) {
        files(clinic).charts.remove(patient);
    }

    /** What staff write themselves, whatever trouble there is: under a new id, which is returned. */
    public synchronized AppointmentId put(ClinicId clinic, Appointment appointment) {
        AppointmentId id = new AppointmentId("" + ++lastId);
        files(clinic)
                .appointments
                .put(
                        id,
                        new Appointment(
                                id,
                                appointment.provider(),
                                appointment.patient(),
                                appointment.time(),
                                appointment.emrType(),
                                appointment.status(),
                                appointment.reference()));
        return id;
    }

    /** Every appointment of the clinic there is, cancelled ones too, whatever trouble there is; sorted by start. */
    public synchronized List<Appointment> everything(ClinicId clinic) {
        return files(clinic).appointments.values().stream()
                .map(each -> named(clinic, each))
                .sorted(Comparator.comparing(each -> each.time().start()))
                .toList();
    }

    private Appointment named(ClinicId clinic, Appointment appointment) {
        Optional<String> name = appointment
                .patient()
                .map(files(clinic).charts::get)
                .map(chart -> chart.name().last() + ", " + chart.name().first());
        return new Appointment(
                appointment.id(),
                appointment.provider(),
                appointment.patient(),
                appointment.time(),
                appointment.emrType(),
                appointment.status(),
                appointment.reference(),
                name);
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        return troubles.read(
                Request.SEARCH,
                () -> charts(clinic).stream()
                        .filter(chart -> ChartMatch.matches(chart, query))
                        .limit(MOST_FOUND)
                        .toList());
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        return troubles.read(
                Request.CHART,
                () -> charts(clinic).stream()
                        .filter(chart -> chart.id().equals(patient))
                        .findFirst());
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        // there is no clock here: only before all time it is too late
        if (deadline.end().equals(Instant.MIN)) {
            return new ChartResult.NotMade("too late");
        }
        return troubles.make(Request.REGISTER, () -> make(clinic, patient));
    }

    private synchronized PatientId make(ClinicId clinic, NewPatient patient) {
        Chart chart = new Chart(
                new PatientId("" + ++lastId),
                patient.name(),
                patient.birthDate(),
                patient.healthNumber(),
                List.of(patient.phone()),
                Optional.empty(),
                patient.email().isPresent(),
                patient.address().isPresent());
        return put(clinic, chart).id();
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return troubles.read(
                Request.DAY,
                () -> everything(clinic).stream()
                        .filter(Appointment::takesTime)
                        .filter(each -> providers.contains(each.provider()))
                        .filter(each -> !day(each).isBefore(first) && !day(each).isAfter(last))
                        .toList());
    }

    private LocalDate day(Appointment appointment) {
        return LocalDate.ofInstant(appointment.time().start(), zone);
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return troubles.read(
                Request.PATIENT,
                () -> everything(clinic).stream()
                        .filter(each -> each.patient().equals(Optional.of(patient)))
                        .toList());
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment wanted, Deadline deadline) {
        return troubles.write(
                Request.BOOK,
                () -> put(
                        clinic,
                        new Appointment(
                                new AppointmentId("new"),
                                wanted.provider(),
                                Optional.of(wanted.patient()),
                                wanted.time(),
                                wanted.emrType(),
                                AppointmentStatus.BOOKED,
                                Optional.of(wanted.reference()))));
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        if (everything(clinic).stream().noneMatch(each -> each.id().equals(appointment))) {
            return new WriteResult.NotWritten("no such appointment");
        }
        return troubles.write(Request.CANCEL, () -> become(clinic, appointment, AppointmentStatus.CANCELLED));
    }

    /** What becomes of an appointment when staff say so, whatever trouble there is. */
    public synchronized AppointmentId become(ClinicId clinic, AppointmentId appointment, AppointmentStatus status) {
        files(clinic)
                .appointments
                .computeIfPresent(
                        appointment,
                        (id, was) -> new Appointment(
                                id, was.provider(), was.patient(), was.time(), was.emrType(), status, was.reference()));
        return appointment;
    }

    /** Staff move an appointment within the EMR: it keeps its id and all that is kept with it. */
    public synchronized void move(ClinicId clinic, AppointmentId appointment, ProviderId provider, TimeRange time) {
        files(clinic)
                .appointments
                .computeIfPresent(
                        appointment,
                        (id, was) -> new Appointment(
                                id, provider, was.patient(), time, was.emrType(), was.status(), was.reference()));
    }

    @Override
    public List<WorkingTime> working(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return troubles.read(
                Request.WORKING,
                () -> first.datesUntil(last.plusDays(1))
                        .flatMap(day -> providers.stream()
                                .flatMap(provider -> shifts(clinic, provider).stream()
                                        .filter(shift -> shift.day() == day.getDayOfWeek())
                                        .map(shift -> new WorkingTime(
                                                provider,
                                                day.atTime(shift.from()),
                                                day.atTime(shift.to()),
                                                shift.visitTypes()))))
                        .sorted(Comparator.comparing(WorkingTime::from))
                        .toList());
    }

    @Override
    public synchronized void change(ClinicId clinic, ProviderId provider, UnaryOperator<List<WeeklyShift>> change) {
        List<WeeklyShift> shifts = WeeklyShift.ofWeek(change.apply(shifts(clinic, provider)));
        files(clinic).shifts.put(provider, shifts);
    }

    @Override
    public synchronized Map<ProviderId, List<WeeklyShift>> everybodys(ClinicId clinic) {
        return Map.copyOf(files(clinic).shifts);
    }

    private synchronized List<Chart> charts(ClinicId clinic) {
        return new ArrayList<>(files(clinic).charts.values());
    }

    @Override
    public synchronized List<WeeklyShift> shifts(ClinicId clinic, ProviderId provider) {
        return files(clinic).shifts.getOrDefault(provider, List.of());
    }

    private Files files(ClinicId clinic) {
        return clinics.computeIfAbsent(clinic, c -> new Files());
    }
}
