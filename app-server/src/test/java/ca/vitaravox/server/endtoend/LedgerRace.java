package ca.vitaravox.server.endtoend;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Callers at once at several servers, who take the first opening of the same provider that their server's ledger gives
 * them, and write it into the EMR without reading that before or after: what keeps them apart is the ledger alone.
 */
final class LedgerRace {
    private static final int AT_ONCE = 16;
    private static final int CALLERS = 480;
    private static final int CALLERS_PER_PROVIDER = CALLERS / CrowdedClinic.PROVIDERS;
    private static final int OPENINGS = 12;
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private final CrowdedClinic clinic;
    private final Instant morning;
    private final AtomicInteger heldTwice = new AtomicInteger();

    LedgerRace(CrowdedClinic clinic) {
        this.clinic = clinic;
        this.morning = clinic.opens(0);
    }

    /** One server: its ledgers, and how it makes sure that nobody comes between looking and taking. */
    record Server(Database database, Alone alone) {}

    /** Does something in a way that others do not come between, or that is hoped for. */
    interface Alone {
        <T> T run(Supplier<T> work);
    }

    /** How many callers booked; each next caller at the next server. */
    int run(List<Server> servers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Boolean>> callers = new ArrayList<>();
            for (int n = 0; n < CALLERS; n++) {
                int caller = n;
                callers.add(() -> book(servers.get(caller % servers.size()), caller));
            }
            int booked = 0;
            for (Future<Boolean> each : threads.invokeAll(callers)) {
                booked += each.get() ? 1 : 0;
            }
            return booked;
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many callers were given an opening that was somebody else's as well, which came out when they took it. */
    int heldTwice() {
        return heldTwice.get();
    }

    private boolean book(Server server, int caller) {
        ClinicId id = new ClinicId(clinic.id());
        PatientId patient = new PatientId(Integer.toString(caller));
        List<Slot> wanted = IntStream.range(0, OPENINGS)
                .mapToObj(opening -> slot(caller, patient, opening))
                .toList();
        Instant now = Instant.now();
        // a number of their own: those who withhold it take turns, and would be kept apart by that
        PhoneNumber number = new PhoneNumber(CrowdedClinic.phoneOf(caller));
        List<Slot> held = server.alone()
                .run(() -> server.database().holdLedger().offer(id, Optional.of(number), wanted, true, 1, now))
                .slots();
        if (held.isEmpty()) {
            return false;
        }
        Slot slot = held.get(0);
        Claim claim = server.alone()
                .run(() -> server.database().bookingJournal().claim(id, slot.id(), patient, now, now.plusSeconds(60)));
        if (!(claim instanceof Claim.Yours yours)) {
            heldTwice.incrementAndGet();
            return false;
        }
        NewAppointment appointment =
                new NewAppointment(slot.provider(), patient, slot.time(), "Checkup", Optional.empty(), slot.id());
        WriteResult written = server.database().appointments().book(id, appointment, new Deadline(now.plusSeconds(60)));
        SlotState booked = new SlotState.Booked(patient, ((WriteResult.Written) written).appointment());
        return server.database().bookingJournal().end(id, slot.id(), yours.attempt(), booked, Instant.now());
    }

    private Slot slot(int caller, PatientId patient, int opening) {
        return new Slot(
                new SlotId("%dat%d".formatted(1_000 + caller, opening)),
                new CallId(clinic.id() + caller),
                Optional.of(patient),
                new ProviderId(CrowdedClinic.provider(caller / CALLERS_PER_PROVIDER)),
                TimeRange.from(morning.plus(LENGTH.multipliedBy(opening)), LENGTH),
                new VisitTypeCode("checkup"));
    }
}
