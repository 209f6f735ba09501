package ca.vitaravox.bench.world;

import java.time.LocalDate;

/**
 * A patient as they call.
 *
 * @param phone theirs, E.164
 * @param line of the clinic that has their chart, E.164
 * @param born what they say when they are asked
 */
public record Resident(String phone, String line, LocalDate born) {
    /** The name of them all. */
    public static final String FIRST_NAME = "Casey";

    /** The same. */
    public static final String LAST_NAME = "Tester";
}
