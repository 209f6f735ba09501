package ca.vitaravox.ports.call;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Optional;

/**
 * Driven port: the signatures that requests came in with, so that whoever records a request and sends it again has
 * nothing executed. Thread-safe, among all servers.
 */
public interface SeenSignatures {
    /**
     * Takes a signature in.
     *
     * @param signature at most 128 characters
     * @param until when the request it is under is too old anyway; then it may be forgotten
     */
    Seen take(ClinicId clinic, String signature, Instant now, Instant until);

    /** Remembers what was answered, for as long as the signature. */
    void remember(ClinicId clinic, String signature, String answer);

    /** Gives up a signature whose request was not answered: the next one executes. One that was answered stays. */
    void forget(ClinicId clinic, String signature);

    /** What is known of a signature. */
    sealed interface Seen {
        /** Nothing: this request is the first. */
        record First() implements Seen {}

        /**
         * It came in before.
         *
         * @param answer what was answered; empty while it is being executed, or if nobody answered
         */
        record Before(Optional<String> answer) implements Seen {}
    }
}
