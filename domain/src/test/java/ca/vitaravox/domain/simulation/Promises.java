package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.SlotId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that callers were told and asked for. */
final class Promises {
    private final InstantSource clock;
    private final Truth truth;
    private final Map<Kept, Promise> promises = new LinkedHashMap<>();
    private final Set<SlotId> settled = new HashSet<>();

    Promises(InstantSource clock, Truth truth) {
        this.clock = clock;
        this.truth = truth;
    }

    Promise of(Kept kept) {
        return promises.computeIfAbsent(kept, Promise::new);
    }

    Optional<Promise> find(Kept kept) {
        return Optional.ofNullable(promises.get(kept));
    }

    Collection<Promise> all() {
        return promises.values();
    }

    /** A caller hears that an appointment stands: it was there at some time while the question was answered. */
    void stands(Question question, PatientAppointment appointment) {
        Kept kept = new Kept(question.clinic(), appointment.id());
        Filed filed = truth.file(kept).orElseThrow(() -> new AssertionError(kept + " was told, and is not there"));
        if (!filed.wasThereFrom(question.asked())) {
            throw new AssertionError(kept + " was said to stand, and was gone before the caller asked");
        }
        of(kept).told(clock.instant());
    }

    /** A caller hears that an appointment was booked for them, or moved there. */
    void booked(Question question, PatientAppointment appointment) {
        stands(question, appointment);
        of(new Kept(question.clinic(), appointment.id())).toldBooked();
    }

    /** A caller hears that an appointment is no more. */
    void gone(Kept kept) {
        if (truth.file(kept).orElseThrow().isLive()) {
            throw new AssertionError(kept + " was said to be gone, and stands");
        }
        of(kept).toldGone();
    }

    /** A caller asked for this slot. */
    void asked(SlotId slot) {
        settled.remove(slot);
    }

    /** Whoever asked for this slot was given a definite answer, or would have been had they waited. */
    void settle(SlotId slot) {
        settled.add(slot);
    }

    boolean isSettled(SlotId slot) {
        return settled.contains(slot);
    }
}
