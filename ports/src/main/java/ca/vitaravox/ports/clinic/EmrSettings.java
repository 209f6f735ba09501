package ca.vitaravox.ports.clinic;

import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Which EMR a clinic's calls are answered from. Its text holds no secret.
 *
 * @param kind how it is spoken to: {@link #DEMO_KIND}, {@code oscar}; whether a server knows it is for the server to say
 * @param live whether it is asked; else the clinic has demo data, and nothing is sent
 * @param address where it is; there for every kind but demo
 * @param credentials what we prove ourselves with, sealed for {@link #place}
 */
public record EmrSettings(String kind, boolean live, Optional<EmrAddress> address, Optional<String> credentials) {
    /** The EMR that comes along. */
    public static final String DEMO_KIND = "demo";

    /** A clinic that was never given any other. */
    public static final EmrSettings DEMO = new EmrSettings(DEMO_KIND, false, Optional.empty(), Optional.empty());

    /** Refuses an EMR without address, and a live one without credentials. */
    public EmrSettings {
        if (!kind.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a kind of EMR is a short word in lower case");
        }
        if (!kind.equals(DEMO_KIND) && (address.isEmpty() || live && credentials.isEmpty())) {
            throw new IllegalArgumentException("an EMR has an address, and a live one credentials");
        }
    }

    /** Where a clinic's credentials are kept. */
    public static SecretPlace place(ClinicId clinic) {
        return SecretPlace.of(clinic, "emr");
    }

    /** Whether calls are answered from demo data. */
    public boolean isDemo() {
        return !live || kind.equals(DEMO_KIND);
    }

    /**
     * The same, live or not.
     *
     * @throws NoSuchElementException if this is no EMR of the clinic's own
     * @throws IllegalArgumentException if there are no credentials to go live with
     */
    public EmrSettings live(boolean other) {
        if (kind.equals(DEMO_KIND)) {
            throw new NoSuchElementException("the clinic has no EMR of its own");
        }
        return new EmrSettings(kind, other, address, credentials);
    }

    @Override
    public String toString() {
        return "EmrSettings[" + kind + (live ? ", live]" : "]");
    }
}
