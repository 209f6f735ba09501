package ca.vitaravox.server.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts that come with the program. */
public final class Scripts {
    private Scripts() {}

    /** A patient of the demo clinic books the earliest check-up; keeps {@code patient} and {@code appointment}. */
    public static Script booking() {
        try (InputStream file = Scripts.class.getResourceAsStream("/scripts/booking.call")) {
            return ScriptReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
