package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a call.
 *
 * @param clinic whose number was called
 * @param call the call
 * @param caller the calling number; empty when withheld
 * @param startedAt when it began
 * @param endedAt when it ended; empty while it goes on
 * @param endedReason the voice platform's word for why
 * @param costUsd what it cost, in US dollars
 * @param summary in words; personal
 * @param saidIntent what the caller wanted, as the assistant says
 * @param saidOutcome what came of it, as the assistant says
 * @param satisfaction the caller's, 1 to 5
 * @param derivedIntent what the caller wanted, as what happened shows; set when the call is over
 * @param derivedOutcome what came of it, as what happened shows; set when the call is over
 * @param toolCalls what the assistant asked us, in the order it arrived
 */
public record CallRecord(
        ClinicId clinic,
        CallId call,
        Optional<PhoneNumber> caller,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> endedReason,
        Optional<BigDecimal> costUsd,
        Optional<String> summary,
        Optional<Intent> saidIntent,
        Optional<Outcome> saidOutcome,
        Optional<Integer> satisfaction,
        Optional<Intent> derivedIntent,
        Optional<Outcome> derivedOutcome,
        List<ToolCall> toolCalls) {
    /** How long it lasted, once both ends are known. */
    public Optional<Duration> duration() {
        return startedAt.flatMap(start -> endedAt.map(end -> Duration.between(start, end)));
    }
}
