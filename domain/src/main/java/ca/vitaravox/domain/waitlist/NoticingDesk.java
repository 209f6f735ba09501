package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.waitlist.Noticing;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.ports.waitlist.SeenAppointments.Look;
import ca.vitaravox.ports.waitlist.SeenAppointments.Standing;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Reads, one after the other, the coming days of the providers that somebody waits for, and compares them with what was
 * seen there the last time. Thread-safe.
 */
final class NoticingDesk implements Noticing {
    /** How often a clinic's EMR is looked at. */
    static final Duration EVERY = Duration.ofMinutes(5);
    /** How many days ahead, today not counted: what comes free later is hardly ever waited for. */
    static final int DAYS_AHEAD = 28;

    /** One clinic at a time: whatever is broken about one keeps no other from being looked at. */
    private static final int AT_ONCE = 1;

    private final ClinicDirectory clinics;
    private final WaitlistBook entries;
    private final Appointments appointments;
    private final SeenAppointments seen;
    private final InstantSource clock;

    NoticingDesk(
            ClinicDirectory clinics,
            WaitlistBook entries,
            Appointments appointments,
            SeenAppointments seen,
            InstantSource clock) {
        this.clinics = clinics;
        this.entries = entries;
        this.appointments = appointments;
        this.seen = seen;
        this.clock = clock;
    }

    @Override
    public int look() {
        Instant now = clock.instant();
        List<Look> due = seen.take(AT_ONCE, now, now.plus(EVERY));
        due.forEach(this::look);
        return due.size();
    }

    private void look(Look taken) {
        Clinic clinic = clinics.clinic(taken.clinic());
        List<Waiting> waiting = entries.waiting(clinic.id(), clock.instant());
        if (waiting.isEmpty() || !clinic.waitlistEnabled()) {
            seen.rest(taken);
            return;
        }
        try {
            clinic.bookableProviders().stream()
                    .map(Provider::id)
                    .filter(provider -> isWaitedFor(provider, waiting))
                    .forEach(provider -> look(clinic, provider));
        } catch (EmrUnavailableException silent) {
            // what could not be read is compared the next time
        }
        seen.again(taken, clock.instant().plus(EVERY));
    }

    private static boolean isWaitedFor(ProviderId provider, List<Waiting> waiting) {
        return waiting.stream()
                .anyMatch(each ->
                        each.entry().wish().provider().map(provider::equals).orElse(true));
    }

    private void look(Clinic clinic, ProviderId provider) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clinic.zone());
        LocalDate last = today.plusDays(DAYS_AHEAD);
        TimeRange window =
                new TimeRange(now, last.plusDays(1).atStartOfDay(clinic.zone()).toInstant());
        List<Standing> there =
                appointments
                        .on(clinic.id(), Set.of(provider), today, last, Deadline.ofWork(now.plus(EmrTime.REQUEST)))
                        .stream()
                        .filter(appointment -> appointment.provider().equals(provider))
                        .filter(Appointment::takesTime)
                        .filter(appointment -> appointment.time().start().isBefore(window.end()))
                        .map(appointment -> new Standing(appointment.id(), appointment.time()))
                        .toList();
        seen.see(clinic.id(), provider, window, there, clock.instant());
    }
}
