package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;

/**
 * Driven port: the one answer of each tool call that writes, so that a repeat executes nothing. Thread-safe, among all
 * servers.
 */
public interface ToolReplies {
    /** How long an answer is remembered. */
    Duration REMEMBERED = Duration.ofHours(24);

    /**
     * Claims a tool call for execution until {@code until}; if nobody answered by then another may claim it, until some
     * later moment.
     *
     * @param request a digest of the tool and its normalised arguments
     */
    Claim claim(Key key, String request, Instant now, Instant until);

    /**
     * Remembers the answer, for {@link #REMEMBERED} from now; not if another has claimed the tool call meanwhile, whose
     * answer is the one then.
     *
     * @param until until when it was claimed
     */
    void remember(Key key, Instant until, String answer, Instant now);

    /**
     * Gives the claim up without an answer: the next repeat executes. An answer once remembered stays, and so does what
     * another has claimed meanwhile.
     *
     * @param until until when it was claimed
     */
    void forget(Key key, Instant until);

    /**
     * A tool call; its own id alone is not unique.
     *
     * @param clinic whose number was called
     * @param call the phone call
     * @param toolCall the voice platform's id of the tool call, at most 100 characters
     */
    record Key(ClinicId clinic, CallId call, String toolCall) {}

    /** What came of claiming a tool call. */
    sealed interface Claim {
        /** It is yours to execute and answer. */
        record Yours() implements Claim {}

        /** It is being executed. */
        record Running() implements Claim {}

        /**
         * It was answered.
         *
         * @param answer the answer remembered
         */
        record Answered(String answer) implements Claim {}

        /** The same id came before with another request. */
        record OtherRequest() implements Claim {}
    }
}
