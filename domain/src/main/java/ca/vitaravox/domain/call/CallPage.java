package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallNews.Described;
import ca.vitaravox.ports.call.CallNews.Ended;
import ca.vitaravox.ports.call.CallNews.Reported;
import ca.vitaravox.ports.call.CallNews.Started;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that was learnt of one call, each thing once; the record is read off it. Not thread-safe. */
final class CallPage {
    private final Set<CallNews> news = new LinkedHashSet<>();
    private final Map<String, ToolCall> toolCalls = new LinkedHashMap<>();
    private Optional<PhoneNumber> caller = Optional.empty();
    private Optional<Intent> intent = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();

    void calledBy(Optional<PhoneNumber> number) {
        caller = caller.or(() -> number);
    }

    void add(CallNews learnt) {
        news.add(learnt);
    }

    void add(ToolCall toolCall) {
        toolCalls.merge(toolCall.id(), toolCall, (before, anew) -> anew.after(before));
    }

    void derived(Intent derivedIntent, Outcome derivedOutcome) {
        intent = Optional.of(derivedIntent);
        outcome = Optional.of(derivedOutcome);
    }

    CallRecord record(ClinicId clinic, CallId call) {
        return new CallRecord(
                clinic,
                call,
                caller,
                earliest(Stream.concat(
                        all(Started.class, each -> Optional.of(each.at())), reported(Reported::startedAt))),
                earliest(Stream.concat(all(Ended.class, each -> Optional.of(each.at())), reported(Reported::endedAt))),
                last(reported(Reported::reason)).or(() -> last(all(Ended.class, Ended::reason))),
                last(reported(Reported::costUsd)),
                last(reported(Reported::summary)).or(() -> last(all(Described.class, Described::summary))),
                last(all(Described.class, each -> Optional.of(each.intent()))),
                last(all(Described.class, each -> Optional.of(each.outcome()))),
                last(all(Described.class, Described::satisfaction)),
                intent,
                outcome,
                toolCalls.values().stream()
                        .sorted(Comparator.comparing(ToolCall::at))
                        .toList());
    }

    private <T> Stream<T> reported(Function<Reported, Optional<T>> fact) {
        return all(Reported.class, fact);
    }

    /** A fact from all news of one kind that know it, in the order they came. */
    private <N extends CallNews, T> Stream<T> all(Class<N> kind, Function<N, Optional<T>> fact) {
        return news.stream().filter(kind::isInstance).map(kind::cast).flatMap(each -> fact.apply(each).stream());
    }

    private static Optional<Instant> earliest(Stream<Instant> moments) {
        return moments.min(Comparator.naturalOrder());
    }

    private static <T> Optional<T> last(Stream<T> facts) {
        return facts.reduce((before, later) -> later);
    }
}
