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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What searches read of EMRs, remembered for {@link #KEPT}, so that a search that is repeated, or widened, reads nothing
 * twice; and for {@link #KEPT_OWN} what a patient had already. In this process only, and harmless when out of date: what
 * is offered is held in a ledger that all servers share, and before anything is written the provider's day is read anew,
 * never from here. Thread-safe.
 */
final class RecentReads {
    static final Duration KEPT = Duration.ofSeconds(5);

    /** How many times of one provider, or of one patient, are remembered at most; a month of one provider counts one. */
    private static final int MOST = 500;

    /** How many months of a provider are remembered for staff, who look at all there is of an appointment. */
    private static final int MOST_LISTINGS = 50;

    /**
     * How long it is remembered if it was read ahead for a call that begins: who calls is greeted, says what they want
     * and who they are before openings are looked for, and that takes half a minute.
     */
    static final Duration KEPT_AHEAD = Duration.ofSeconds(30);

    /**
     * How long a patient's own appointments are remembered for booking: whoever hears of openings says a minute later at
     * the most which one it is to be.
     */
    static final Duration KEPT_OWN = Duration.ofMinutes(1);

    private final Appointments appointments;
    private final Schedules schedules;
    private final SideBySide sideBySide;
    private final InstantSource clock;
    private final Duration kept;
    private final ShortMemory<Stretch, List<WorkingTime>> working;
    private final ShortMemory<Stretch, Diary> diaries;
    private final ShortMemory<PatientId, List<Appointment>> patients;
    private final ShortMemory<Stretch, List<Appointment>> listings;

    RecentReads(Appointments appointments, Schedules schedules, SideBySide sideBySide, InstantSource clock) {
        this.appointments = appointments;
        this.schedules = schedules;
        this.sideBySide = sideBySide;
        this.clock = clock;
        this.kept = KEPT;
        this.working = new ShortMemory<>(KEPT, MOST);
        this.diaries = new ShortMemory<>(KEPT, MOST);
        this.patients = new ShortMemory<>(KEPT_OWN, MOST);
        this.listings = new ShortMemory<>(KEPT, MOST_LISTINGS);
    }

    private RecentReads(RecentReads same, Duration kept) {
        this.appointments = same.appointments;
        this.schedules = same.schedules;
        this.sideBySide = same.sideBySide;
        this.clock = same.clock;
        this.kept = kept;
        this.working = same.working;
        this.diaries = same.diaries;
        this.patients = same.patients;
        this.listings = same.listings;
    }

    /** The same memory; what is read through this is remembered for {@link #KEPT_AHEAD}. */
    RecentReads ahead() {
        return new RecentReads(this, KEPT_AHEAD);
    }

    private record Stretch(ProviderId provider, LocalDate first, LocalDate last) {}

    /** As {@link Schedules#working}, in no particular order; of all providers at once what is not remembered of them. */
    List<WorkingTime> working(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        List<WorkingTime> found = new ArrayList<>();
        Set<ProviderId> unknown =
                recall(working, clinic, providers, first, last, (provider, times) -> found.addAll(times));
        if (!unknown.isEmpty()) {
            var reading = working.begin(clinic, clock.instant());
            Map<ProviderId, List<WorkingTime>> read = schedules.working(clinic, unknown, first, last, deadline).stream()
                    .collect(Collectors.groupingBy(WorkingTime::provider));
            for (ProviderId provider : unknown) {
                List<WorkingTime> ofOne = List.copyOf(read.getOrDefault(provider, List.of()));
                working.keep(reading, new Stretch(provider, first, last), ofOne, kept);
                found.addAll(ofOne);
            }
        }
        return found;
    }

    /**
     * What takes time of providers.
     *
     * @param diaries theirs
     * @param unread of whom it could not be read
     */
    record Taken(Map<ProviderId, Diary> diaries, Set<ProviderId> unread) {}

    /**
     * As {@link Appointments#on}, one request for each provider of whom it is not remembered, at the same time: so the
     * slowest of them costs no other's answer.
     */
    Taken on(ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        Map<ProviderId, Diary> found = new HashMap<>();
        Set<ProviderId> unknown = recall(diaries, clinic, providers, first, last, found::put);
        found.putAll(sideBySide.read(
                unknown, provider -> read(clinic, new Stretch(provider, first, last), deadline), deadline));
        Set<ProviderId> unread = new HashSet<>(unknown);
        unread.removeAll(found.keySet());
        return new Taken(found, unread);
    }

    /** As {@link Appointments#on}, of one provider; a search for openings in the same days does not read them again. */
    List<Appointment> listing(
            ClinicId clinic, ProviderId provider, LocalDate first, LocalDate last, Deadline deadline) {
        Stretch stretch = new Stretch(provider, first, last);
        Optional<List<Appointment>> recalled = listings.recall(clinic, stretch, clock.instant());
        if (recalled.isPresent()) {
            return recalled.get();
        }
        var reading = listings.begin(clinic, clock.instant());
        var same = diaries.begin(clinic, clock.instant());
        List<Appointment> read = List.copyOf(appointments.on(clinic, Set.of(provider), first, last, deadline));
        listings.keep(reading, stretch, read, kept);
        diaries.keep(same, stretch, new Diary(provider, read), kept);
        return read;
    }

    private Diary read(ClinicId clinic, Stretch stretch, Deadline deadline) {
        var reading = diaries.begin(clinic, clock.instant());
        Diary read = new Diary(
                stretch.provider(),
                appointments.on(clinic, Set.of(stretch.provider()), stretch.first(), stretch.last(), deadline));
        diaries.keep(reading, stretch, read, kept);
        return read;
    }

    /** What a patient had already when that was read, {@link #KEPT_OWN} ago or less; empty if nobody remembers. */
    Optional<List<Appointment>> remembered(ClinicId clinic, PatientId patient) {
        return patients.recall(clinic, patient, clock.instant());
    }

    /** As {@link Appointments#of}. */
    List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
        Optional<List<Appointment>> recalled = patients.recall(clinic, patient, clock.instant(), KEPT);
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
        diaries.forget(clinic);
        patients.forget(clinic);
        listings.forget(clinic);
    }

    /** Hands over what is remembered, and says of whom nothing is. */
    private <T> Set<ProviderId> recall(
            ShortMemory<Stretch, T> memory,
            ClinicId clinic,
            Set<ProviderId> providers,
            LocalDate first,
            LocalDate last,
            BiConsumer<ProviderId, T> found) {
        Set<ProviderId> unknown = new LinkedHashSet<>();
        for (ProviderId provider : providers) {
            memory.recall(clinic, new Stretch(provider, first, last), clock.instant())
                    .ifPresentOrElse(each -> found.accept(provider, each), () -> unknown.add(provider));
        }
        return unknown;
    }
}
