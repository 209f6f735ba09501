package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.vapi.assistant.Provided;
import ca.vitaravox.vapi.webhook.AuthMode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A clinic whose calls the voice platform is to take. Its text shows no secret.
 *
 * @param clinic the clinic
 * @param lines its telephone lines
 * @param fallback who gets a call that nobody here answers for
 * @param webhook where the platform sends its messages
 * @param auth how it proves itself there
 * @param secret with what
 * @param carrier where numbers come from that the platform does not have yet, if it can get them by itself
 */
public record ClinicSetup(
        Clinic clinic,
        List<Line> lines,
        Optional<PhoneNumber> fallback,
        URI webhook,
        AuthMode auth,
        String secret,
        Optional<Provided> carrier) {
    /** Copies the list. */
    public ClinicSetup {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "ClinicSetup[" + clinic.id() + "]";
    }
}
