package ca.vitaravox.ports.clinic;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Driven port: how clinics come to be connected to their EMRs, and how that has gone. Thread-safe. */
public interface EmrConnections {
    /** How long somebody has to consent. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** Keeps a consent that was asked for, in the place of one that the clinic asked for before. */
    void asked(ClinicId clinic, Asked asked);

    /**
     * Takes a consent that was asked for away, if it is still waited for at {@code now}: of any number who come, one gets
     * it, once.
     *
     * @param state the digest of what came back; empty for a consent that is typed in
     */
    Optional<Asked> take(ClinicId clinic, Optional<String> state, Instant now);

    /** The clinic was given a new token. */
    void connected(ClinicId clinic, Instant at);

    /** The EMR took the token. */
    void worked(ClinicId clinic, Instant at);

    /** How it has gone; empty for a clinic that was never connected this way. */
    Optional<History> history(ClinicId clinic);

    /**
     * A consent that was asked for. Its text holds no secret.
     *
     * @param state the digest of what has to come back with it; empty where it is typed in
     * @param base the EMR's address as it was called
     * @param signingBase the same as the EMR sees itself called
     * @param token the public name of the token it is asked with
     * @param secret what came with that token, sealed for {@link #place}
     * @param until when nobody waits for it any more; no longer valid at that moment
     * @param by who asked for it; empty where a release before did
     */
    record Asked(
            Optional<String> state,
            URI base,
            URI signingBase,
            String token,
            String secret,
            Instant until,
            Optional<Asker> by) {
        /** Where the secret is sealed for. */
        public static SecretPlace place(ClinicId clinic) {
            return SecretPlace.of(clinic, "emr-consent");
        }

        @Override
        public String toString() {
            return "Asked[until " + until + "]";
        }
    }

    /**
     * Who asked for a consent.
     *
     * @param user the id of a user of the administration
     * @param session the id of the session in which they asked
     */
    record Asker(String user, String session) {}

    /**
     * How a connection has gone.
     *
     * @param connectedAt when there was a new token last
     * @param workedAt when the EMR took it last
     */
    record History(Instant connectedAt, Optional<Instant> workedAt) {}
}
