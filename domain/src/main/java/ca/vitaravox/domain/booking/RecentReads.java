package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.ShortMemory;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What searches read of EMRs, remembered for {@link #KEPT}, so that a search that is repeated, or widened, reads nothing
 * twice. In this process only, and harmless when out of date: what is offered is held in a ledger that all servers share,
 * and before anything is written the EMR is read anew, never from here. Thread-safe.
 */
final class RecentReads {
    static final Duration KEPT = Duration.ofSeconds(5);

    /** How many times of one provider, or of one patient, are remembered at most; a month of one provider counts one. */
    private static final int MOST = 500;

    /**
     * How long it is remembered if it was read ahead for a call that begins: who calls is greeted, says what they want
     * and who they are before openings are looked for, and that takes half a minute.
     */
    static final Duration KEPT_AHEAD = Duration.ofSeconds(30);

    private final Appointments appointments;
    private final Schedules schedules;
    private final InstantSource clock;
    private final Duration kept;
    private final ShortMemory<Stretch, List<WorkingTime>> working;
    private final ShortMemory<Stretch, List<Appointment>> taken;
    private final ShortMemory<PatientId, List<Appointment>> patients;

    RecentReads(Appointments appointments, Schedules schedules, InstantSource clock) {
        this.appointments = appointments;
        this.schedules = schedules;
        this.clock = clock;
        this.kept = KEPT;
        this.working = new ShortMemory<>(KEPT, MOST);
        this.taken = new ShortMemory<>(KEPT, MOST);
        this.patients = new ShortMemory<>(KEPT, MOST);
    }

    private RecentReads(RecentReads same, Duration kept) {
        this.appointments = same.appointments;
        this.schedules = same.schedules;
        this.clock = same.clock;
        this.kept = kept;
        this.working = same.working;
        this.taken = same.taken;
        this.patients = same.patients;
    }

    /** The same memory; what is read through this is remembered for {@link #KEPT_AHEAD}. */
    RecentReads ahead() {
        return new RecentReads(this, KEPT_AHEAD);
    }

    private record Stretch(ProviderId provider, LocalDate first, LocalDate last) {}

    /** As {@link Schedules#working}, in no particular order. */
    List<WorkingTime> working(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return read(
                working,
                clinic,
                providers,
                provider -> new Stretch(provider, first, last),
                unknown -> schedules.working(clinic, unknown, first, last, deadline),
                WorkingTime::provider);
    }

    /** As {@link Appointments#on}, in no particular order. */
    List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        return read(
                taken,
                clinic,
                providers,
                provider -> new Stretch(provider, first, last),
                unknown -> appointments.on(clinic, unknown, first, last, deadline),
                Appointment::provider);
    }

    /** As {@link Appointments#of}. */
    List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        Optional<List<Appointment>> recalled = patients.recall(clinic, patient, clock.instant());
        if (recalled.isPresent()) {
            return recalled.get();
        }
        var reading = patients.begin(clinic, clock.instant());
        List<Appointment> read = List.copyOf(appointments.of(clinic, patient, deadline));
        patients.keep(reading, patient, read);
        return read;
    }

    /** Something was changed in the clinic's EMR, or found to have changed. */
    void forget(ClinicId clinic) {
        working.forget(clinic);
        taken.forget(clinic);
        patients.forget(clinic);
    }

    /** Reads of all providers at once what is not remembered of them. */
    private <T> List<T> read(
            ShortMemory<Stretch, List<T>> memory,
            ClinicId clinic,
            Set<ProviderId> providers,
            Function<ProviderId, Stretch> key,
            Function<Set<ProviderId>, List<T>> reader,
            Function<T, ProviderId> whose) {
        List<T> found = new ArrayList<>();
        Set<ProviderId> unknown = new HashSet<>();
        for (ProviderId provider : providers) {
            memory.recall(clinic, key.apply(provider), clock.instant())
                    .ifPresentOrElse(found::addAll, () -> unknown.add(provider));
        }
        if (!unknown.isEmpty()) {
            var reading = memory.begin(clinic, clock.instant());
            Map<ProviderId, List<T>> read = reader.apply(unknown).stream().collect(Collectors.groupingBy(whose));
            for (ProviderId provider : unknown) {
                List<T> ofOne = List.copyOf(read.getOrDefault(provider, List.of()));
                memory.keep(reading, key.apply(provider), ofOne, kept);
                found.addAll(ofOne);
            }
        }
        return found;
    }
}
