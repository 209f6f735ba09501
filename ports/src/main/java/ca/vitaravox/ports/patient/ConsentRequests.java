package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Optional;

/**
 * Driven port: the words of consent that were given out to be put to callers, and for whom they agreed to them. Thread-safe,
 * among all servers.
 */
public interface ConsentRequests {
    /** Words were given out in a call; the same again, while nobody has agreed to them, changes nothing. */
    void ask(ClinicId clinic, CallId call, Consent words, Instant now);

    /**
     * The caller agrees for somebody to the words that were given out in the call last: who agrees for somebody again has
     * agreed to the same; for somebody else they have to be given out anew.
     *
     * @param person the fingerprint of what tells them from others in the call
     * @return the words; empty if none were given out that nobody has agreed to yet
     */
    Optional<Consent> agree(ClinicId clinic, CallId call, String person);
}
