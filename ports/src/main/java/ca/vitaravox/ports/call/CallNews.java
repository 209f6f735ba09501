package ca.vitaravox.ports.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Something learnt about a call. News may come twice and in any order: a call that has ended stays ended, and a fact
 * once known is not forgotten for a missing one. Where news differ, the earliest start and the earliest end count, and
 * the report's reason and summary before any others.
 */
public sealed interface CallNews {
    /**
     * The call is under way.
     *
     * @param at since when, as far as told
     */
    record Started(Instant at) implements CallNews {}

    /**
     * The call is over.
     *
     * @param at since when
     * @param reason the voice platform's word for why, at most 100 characters
     */
    record Ended(Instant at, Optional<String> reason) implements CallNews {}

    /**
     * The voice platform's report after the call.
     *
     * @param startedAt when it began
     * @param endedAt when it ended
     * @param reason the voice platform's word for why it ended, at most 100 characters
     * @param costUsd what it cost, in US dollars
     * @param summary in words; personal, at most 2,000 characters
     * @param transcript what was said, line by line; personal, at most {@link Transcripts#LONGEST} characters. It is never
     *     in the record of the call
     */
    record Reported(
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Optional<String> reason,
            Optional<BigDecimal> costUsd,
            Optional<String> summary,
            Optional<String> transcript)
            implements CallNews {}

    /**
     * What the assistant says the call was about.
     *
     * @param intent what the caller wanted
     * @param outcome what came of it
     * @param summary in words; personal, at most 2,000 characters
     * @param satisfaction the caller's, 1 to 5, if told
     */
    record Described(Intent intent, Outcome outcome, Optional<String> summary, Optional<Integer> satisfaction)
            implements CallNews {}
}
