package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who waits, and for what. Its text shows only the id.
 *
 * @param id the entry
 * @param kind what they wait for
 * @param person who
 * @param wish which openings
 * @param priority who comes first
 * @param since since when they wait
 * @param until when the entry ends by itself: the end of the latest day that suits, at most
 *     {@link #LONGEST_WAIT} days
 * @param language the language they are spoken to in
 * @param instead the appointment they have, which an earlier one would take the place of
 * @param notes in the caller's words, cleaned, at most 200 characters
 */
public record WaitlistEntry(
        EntryId id,
        WaitlistKind kind,
        Person person,
        WaitlistWish wish,
        Priority priority,
        Instant since,
        Instant until,
        Language language,
        Optional<Instead> instead,
        Optional<String> notes) {
    /** Nobody waits for longer, in days. */
    public static final int LONGEST_WAIT = 365;

    /**
     * The appointment that somebody has and would rather have earlier.
     *
     * @param appointment which
     * @param start when it begins
     */
    public record Instead(AppointmentId appointment, Instant start) {}

    /** The same with another appointment to be replaced. */
    public WaitlistEntry instead(Instead other) {
        return new WaitlistEntry(id, kind, person, wish, priority, since, until, language, Optional.of(other), notes);
    }

    /** The same with another priority. */
    public WaitlistEntry with(Priority other) {
        return new WaitlistEntry(id, kind, person, wish, other, since, until, language, instead, notes);
    }

    @Override
    public String toString() {
        return "WaitlistEntry[" + id + "]";
    }
}
