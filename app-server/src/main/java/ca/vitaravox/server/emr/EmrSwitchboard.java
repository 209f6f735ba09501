package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrInUse;
import ca.vitaravox.ports.clinic.EmrOutages;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Puts every question through to the EMR of the clinic it is about. Settings are read again after {@link #KEPT}, at once
 * when they are heard to have changed, and at every question while nothing can be heard; an EMR whose settings did not
 * change stays as it is, so that what it learnt of its server's health is kept. Before every write they are read anew.
 *
 * <p>After a clinic changed to another EMR, nothing is written for {@link #NO_WRITES}: what was decided on the patients
 * of the one is not to reach the other. Thread-safe.
 */
public final class EmrSwitchboard implements EmrOutages {
    /** How long settings are believed to be what they were. */
    static final Duration KEPT = Duration.ofMinutes(5);

    /** Longer than any call can be busy with one write. */
    static final Duration NO_WRITES = Duration.ofSeconds(20);

    private final ClinicEmrs settings;
    private final EmrMaker kinds;
    private final InstantSource clock;
    private final DemoOnly demoOnly;
    private final EmrHealth health = new EmrHealth();
    private final Map<ClinicId, Seat> seats = new ConcurrentHashMap<>();
    private final Set<ClinicId> unconnectable = ConcurrentHashMap.newKeySet();
    private volatile boolean hearing;

    /**
     * A switchboard on which nobody is connected yet.
     *
     * @param demoOnly the work for which no EMR is asked but the demo's
     */
    public EmrSwitchboard(ClinicEmrs settings, EmrMaker kinds, InstantSource clock, DemoOnly demoOnly) {
        this.demoOnly = demoOnly;
        this.settings = settings;
        this.kinds = kinds;
        this.clock = clock;
    }

    private record Seat(EmrInUse from, ClinicEmr emr, Instant until) {}

    /**
     * Asks a clinic's EMR.
     *
     * @throws EmrUnavailableException if it does not answer, or there is none that could be asked
     */
    <T> T ask(ClinicId clinic, Function<ClinicEmr, T> question) {
        return noted(clinic, () -> question.apply(allowed(seat(clinic, false)).emr()));
    }

    /**
     * Tells a clinic's EMR to write.
     *
     * @throws EmrUnavailableException if nothing was sent, since there is none that could be told
     */
    <T> T tell(ClinicId clinic, Function<ClinicEmr, T> order) {
        Seat seat = allowed(noted(clinic, () -> seat(clinic, true)));
        Instant now = clock.instant();
        if (seat.from()
                .since()
                .filter(since -> now.isBefore(since.plus(NO_WRITES)))
                .isPresent()) {
            throw new EmrUnavailableException("the clinic changed to this EMR a moment ago");
        }
        return order.apply(seat.emr());
    }

    private Seat allowed(Seat seat) {
        if (demoOnly.isMarked() && !seat.from().settings().isDemo()) {
            throw new EmrUnavailableException("what is tried out reaches no EMR but the demo's");
        }
        return seat;
    }

    private <T> T noted(ClinicId clinic, Supplier<T> work) {
        try {
            T done = work.get();
            health.note(clinic, true);
            return done;
        } catch (EmrUnavailableException silent) {
            health.note(clinic, false);
            throw silent;
        }
    }

    /** A clinic's settings have changed: its EMR is dropped, and nothing more is sent to it. */
    public void changed(ClinicId clinic) {
        unconnectable.remove(clinic);
        Seat dropped = seats.remove(clinic);
        if (dropped != null) {
            dropped.emr().end().run();
        }
    }

    /** Whether changes are heard of from now on; whatever changed before this is found at the next question. */
    public void hears(boolean hearsChanges) {
        seats.replaceAll((clinic, seat) -> new Seat(seat.from(), seat.emr(), Instant.MIN));
        hearing = hearsChanges;
    }

    /** How many clinics' EMRs did not answer when they were last asked. */
    public int down() {
        return health.down();
    }

    /** How many clinics' EMRs are asked nothing for now. */
    public int leftAlone() {
        return (int) seats.values().stream()
                .filter(seat -> seat.emr().leftAlone().getAsBoolean())
                .count();
    }

    /** Also of an EMR that cannot be connected to with its settings, until they change. */
    @Override
    public boolean isLeftAlone(ClinicId clinic) {
        Seat seat = seats.get(clinic);
        return seat == null
                ? unconnectable.contains(clinic)
                : seat.emr().leftAlone().getAsBoolean();
    }

    private Seat seat(ClinicId clinic, boolean anew) {
        Seat seat = seats.get(clinic);
        return seat == null || anew || isOld(seat) ? seats.compute(clinic, this::read) : seat;
    }

    private boolean isOld(Seat seat) {
        return !hearing || !clock.instant().isBefore(seat.until());
    }

    private Seat read(ClinicId clinic, Seat before) {
        Instant until = clock.instant().plus(KEPT);
        EmrInUse inUse = settings.emr(clinic);
        if (before != null && before.from().equals(inUse)) {
            return new Seat(inUse, before.emr(), until);
        }
        if (before != null) {
            before.emr().end().run();
        }
        unconnectable.add(clinic);
        Seat connected = new Seat(inUse, kinds.make(clinic, inUse.settings()), until);
        unconnectable.remove(clinic);
        return connected;
    }
}
