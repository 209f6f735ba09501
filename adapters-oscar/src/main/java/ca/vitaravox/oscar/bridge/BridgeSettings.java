package ca.vitaravox.oscar.bridge;

import ca.vitaravox.ports.clinic.ClinicId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a bridge listens. Its text holds no secret.
 *
 * @param clinic whose OSCAR it is next to
 * @param apiKey what the platform proves itself with; at least 32 characters
 * @param host the address it listens on
 * @param port the port, 0 for any
 * @param certificate its certificate with its key; without one it listens on the loopback alone
 */
public record BridgeSettings(ClinicId clinic, String apiKey, String host, int port, Optional<Certificate> certificate) {
    /** The shortest key, in characters. */
    public static final int SHORTEST_KEY = 32;

    /**
     * A certificate with its key.
     *
     * @param store a PKCS #12 file
     * @param password the file's
     */
    public record Certificate(Path store, String password) {
        @Override
        public String toString() {
            return "Certificate[" + store + "]";
        }
    }

    /** Refuses a short key, and plain HTTP on anything but the loopback. */
    public BridgeSettings {
        if (apiKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("the API key of a bridge has at least 32 characters");
        }
        if (certificate.isEmpty() && !host.equals("127.0.0.1") && !host.equals("::1")) {
            throw new IllegalArgumentException("without a certificate a bridge listens on 127.0.0.1 alone");
        }
    }

    @Override
    public String toString() {
        return "BridgeSettings[" + clinic + ", " + host + ":" + port + "]";
    }
}
