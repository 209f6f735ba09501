package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Driven port: what was said in calls, word for word, of clinics that keep it. Whoever keeps it beyond a process seals
 * it for its call. Thread-safe.
 */
public interface Transcripts {
    /** The longest that is kept, in characters: some ten times what is said in the longest call. */
    int LONGEST = 100_000;

    /** For how long one is kept. */
    Duration KEPT = Duration.ofDays(90);

    /** Keeps what was said in a call. One that is there gives its place, and its age, to the new one. */
    void keep(ClinicId clinic, CallId call, String text, Instant now);

    /**
     * What was said in a call, if it is kept.
     *
     * @throws ca.vitaravox.ports.clinic.UnsealableException if it is there and cannot be opened
     */
    Optional<Kept> transcript(ClinicId clinic, CallId call);

    /** Whether it is kept; nobody is shown it by that. */
    boolean has(ClinicId clinic, CallId call);

    /** Takes it away; tells whether it was there. */
    boolean remove(ClinicId clinic, CallId call);

    /**
     * What was said in a call.
     *
     * @param since since when it is kept
     * @param text line by line; personal
     */
    record Kept(Instant since, String text) {
        /** Without the text, which is personal. */
        @Override
        public String toString() {
            return "Kept[since=" + since + "]";
        }
    }
}
