package ca.vitaravox.server.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The scripts that come with the program: calls to the demo's Harbourview Family Clinic. */
public final class Scripts {
    private static final String BOOKING = "booking";
    private static final List<String> NAMES = List.of(
            BOOKING,
            "booking-in-french",
            "booking-in-chinese",
            "two-on-a-number",
            "no-caller-id",
            "wrong-birth-dates",
            "moving",
            "cancelling",
            "giving-up-for-another",
            "registration",
            "waiting",
            "message-after-hours",
            "emergency",
            "emr-down");

    private Scripts() {}

    /** Their names. */
    public static List<String> names() {
        return NAMES;
    }

    /** A patient of the demo clinic books the earliest check-up; keeps {@code patient} and {@code appointment}. */
    public static Script booking() {
        return read(BOOKING);
    }

    /** The script of that name, if there is one. */
    public static Optional<Script> named(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static Script read(String name) {
        try (InputStream file = Scripts.class.getResourceAsStream("/scripts/" + name + ".call")) {
            return ScriptReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
