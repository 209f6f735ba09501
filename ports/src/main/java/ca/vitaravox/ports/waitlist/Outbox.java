package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Driven port: text messages to be sent. Each method is one transaction. Thread-safe, among all servers. */
public interface Outbox {
    /** Adds a message; of two about the same offer the first counts. */
    void add(ClinicId clinic, Notice notice, Instant now);

    /**
     * Takes messages that are due, of all clinics, the longest due first, and counts the attempt; until {@code until}
     * nobody else is given them.
     */
    List<Due> take(int most, Instant now, Instant until);

    /** Puts a message that has not ended off until {@code due}. */
    void again(ClinicId clinic, OfferId offer, Instant due);

    /** Ends a message; the number it was for is forgotten. One that ended stays as it is. */
    void end(ClinicId clinic, OfferId offer, NoticeEnd how, Instant now);

    /** How a message ended; empty while it has not, or if there is none. */
    Optional<NoticeEnd> ended(ClinicId clinic, OfferId offer);

    /**
     * A message to be sent now.
     *
     * @param clinic in whose name
     * @param notice the message
     * @param attempts how often it was taken, this time included
     */
    record Due(ClinicId clinic, Notice notice, int attempts) {}
}
