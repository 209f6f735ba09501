package ca.vitaravox.ports.access;

import java.time.Instant;

/**
 * Driven port: counts attempts to log in, of addresses that exist and of others alike: five that nobody succeeded in,
 * and the address is closed for 15 minutes. Each method is one transaction. Thread-safe.
 */
public interface LoginAttempts {
    /** How many attempts there are before an address is closed. */
    int MOST = 5;

    /** For how long, in minutes, it is closed; after as long without an attempt, earlier ones are forgotten. */
    int CLOSED_MINUTES = 15;

    /**
     * Counts an attempt before it is looked at, so that any number at once are no more than {@link #MOST}.
     *
     * @param address whose, as a digest
     * @return whether it may be looked at
     */
    boolean begin(String address, Instant now);

    /** Forgets the attempts of an address: somebody succeeded, or an admin opened it. */
    void forget(String address);
}
