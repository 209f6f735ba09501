package ca.vitaravox.bench.ledgers;

import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.List;

/** A way to hold one opening for one call: what is measured. */
@FunctionalInterface
interface Holding {
    /** Holds the first of these that is free; false if none is. */
    boolean hold(ClinicId clinic, List<Slot> candidates, Instant now);
}
