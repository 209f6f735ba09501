package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The way to the EMRs, with an adapter's honesty: what it does not know it says it does not know. */
final class Network implements Appointments, Charts, Schedules {
    private static final int TWO_MINUTES = 120_000;

    private final Scheduler scheduler;
    private final Chance chance;
    private final Weather weather;
    private final Truth truth;
    private final boolean keepsReferences;

    Network(Scheduler scheduler, Chance chance, Weather weather, Truth truth) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.weather = weather;
        this.truth = truth;
        this.keepsReferences = chance.happens(0.7);
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return read(clinic, deadline, () -> {
            scheduler.running().looksAtDay(scheduler.instant());
            return shown(truth.emr(clinic).on(clinic, providers, first, last, deadline));
        });
    }

    @Override
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        return read(clinic, deadline, () -> shown(truth.emr(clinic).of(clinic, patient, deadline)));
    }

    @Override
    public List<WorkingTime> working(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return read(clinic, deadline, () -> truth.emr(clinic).working(clinic, providers, first, last, deadline));
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        return read(clinic, deadline, () -> truth.emr(clinic).search(clinic, query, deadline));
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        return read(clinic, deadline, () -> truth.emr(clinic).chart(clinic, patient, deadline));
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        throw new UnsupportedOperationException("everybody in this town is a patient");
    }

    @Override
    public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
        if (weather.strikes(Fault.RIVAL)) {
            truth.staffBook(clinic, Town.forSomebodyElse(appointment.provider(), appointment.time()));
        }
        return write(clinic, deadline, () -> truth.book(clinic, appointment));
    }

    @Override
    public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
        return write(clinic, deadline, () -> truth.cancel(clinic, appointment));
    }

    /** Sorted by start, as promised; what begins at the same time comes in any order. */
    private List<Appointment> shown(List<Appointment> there) {
        return chance.shuffled(there).stream()
                .map(this::asKept)
                .sorted(Comparator.comparing(appointment -> appointment.time().start()))
                .toList();
    }

    private Appointment asKept(Appointment there) {
        Optional<SlotId> reference = keepsReferences ? there.reference() : Optional.empty();
        return new Appointment(
                there.id(),
                there.provider(),
                there.patient(),
                there.time(),
                there.emrType(),
                there.status(),
                reference);
    }

    private <T> T read(ClinicId clinic, Deadline deadline, Supplier<T> reading) {
        keepApart(clinic);
        Duration takes = weather.emrTakes();
        if (weather.isDown(clinic, scheduler.instant())
                || weather.strikes(Fault.REFUSED)
                || weather.strikes(Fault.BROKEN)) {
            pause(chance.millis(1, 50), deadline);
            throw new EmrUnavailableException("refused, or broken");
        }
        if (weather.strikes(Fault.LOST) || deadline.left(scheduler.instant()).compareTo(takes) < 0) {
            scheduler.pause(deadline.left(scheduler.instant()));
            throw new EmrUnavailableException("no answer");
        }
        scheduler.pause(takes.dividedBy(2));
        T answer = reading.get();
        scheduler.pause(takes.dividedBy(2));
        return answer;
    }

    /** A question asked at one clinic is no reason to ask another's EMR. */
    private void keepApart(ClinicId clinic) {
        scheduler
                .running()
                .question()
                .map(Question::clinic)
                .filter(asked -> !asked.equals(clinic))
                .ifPresent(asked -> {
                    throw scheduler.broken("a question at " + asked + " asks the EMR of " + clinic);
                });
    }

    private void pause(Duration length, Deadline deadline) {
        Duration left = deadline.left(scheduler.instant());
        scheduler.pause(length.compareTo(left) < 0 ? length : left);
    }

    private WriteResult write(ClinicId clinic, Deadline deadline, Supplier<WriteResult> writing) {
        keepApart(clinic);
        Instant now = scheduler.instant();
        boolean tooLate = !now.isBefore(deadline.end());
        if (tooLate || weather.isDown(clinic, now) || weather.strikes(Fault.REFUSED)) {
            pause(chance.millis(1, 50), deadline);
            return new WriteResult.NotWritten("not reached");
        }
        Reply<WriteResult> reply = new Reply<>();
        send(reply, writing);
        scheduler.await(reply::isThere, deadline.end());
        return reply.answer().orElseGet(() -> new WriteResult.Unknown("no answer"));
    }

    /** What happens to a request once it is sent does not depend on whether the sender lives on. */
    private void send(Reply<WriteResult> reply, Supplier<WriteResult> writing) {
        Duration takes = weather.emrTakes();
        if (weather.strikes(Fault.LOST)) {
            return;
        }
        if (weather.strikes(Fault.LATE)) {
            carry(chance.millis(0, TWO_MINUTES), writing);
            return;
        }
        if (weather.strikes(Fault.TWICE)) {
            carry(chance.millis(0, TWO_MINUTES), writing);
        }
        boolean broken = weather.strikes(Fault.BROKEN);
        boolean unanswered = weather.strikes(Fault.UNANSWERED);
        boolean refused = broken && chance.happens(0.5);
        scheduler.start("request", () -> {
            scheduler.pause(takes.dividedBy(2));
            WriteResult result = refused ? new WriteResult.Unknown("an error") : writing.get();
            scheduler.pause(takes.dividedBy(2));
            if (!unanswered) {
                reply.give(broken ? new WriteResult.Unknown("garbage") : result);
            }
        });
    }

    private void carry(Duration delay, Supplier<WriteResult> writing) {
        scheduler.start("late request", () -> {
            scheduler.pause(delay);
            writing.get();
        });
    }
}
