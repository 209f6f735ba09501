package ca.vitaravox.bench.load;

import ca.vitaravox.bench.world.Resident;
import java.time.LocalDate;

/** On which days callers want to come: all over the next weeks. */
final class Days {
    private static final int FIRST = 2;
    private static final int MANY = 50;

    private Days() {}

    /** A day that suits this caller, always the same. */
    static LocalDate some(Resident caller) {
        return LocalDate.now().plusDays(FIRST + Math.floorMod(caller.hashCode(), MANY));
    }
}
