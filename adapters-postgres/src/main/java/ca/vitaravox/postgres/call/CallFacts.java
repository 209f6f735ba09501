package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.Parameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What news of any kind say, by its source; most news say little. */
record CallFacts(
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> endedReason,
        Optional<Reported> reported,
        Optional<Described> described) {

    record Reported(Optional<String> reason, Optional<BigDecimal> costUsd, Optional<String> summary) {}

    record Described(Intent intent, Outcome outcome, Optional<String> summary, Optional<Integer> satisfaction) {}

    static CallFacts of(CallNews news) {
        Optional<Reported> noReport = Optional.empty();
        Optional<Described> nothingSaid = Optional.empty();
        if (news instanceof CallNews.Started started) {
            return new CallFacts(Optional.of(started.at()), Optional.empty(), Optional.empty(), noReport, nothingSaid);
        }
        if (news instanceof CallNews.Ended ended) {
            return new CallFacts(Optional.empty(), Optional.of(ended.at()), ended.reason(), noReport, nothingSaid);
        }
        if (news instanceof CallNews.Reported told) {
            Reported report = new Reported(told.reason(), told.costUsd(), told.summary());
            return new CallFacts(told.startedAt(), told.endedAt(), Optional.empty(), Optional.of(report), nothingSaid);
        }
        CallNews.Described told = (CallNews.Described) news;
        Described said = new Described(told.intent(), told.outcome(), told.summary(), told.satisfaction());
        return new CallFacts(Optional.empty(), Optional.empty(), Optional.empty(), noReport, Optional.of(said));
    }

    Parameters bind(Parameters statement) {
        return statement
                .bind("started", startedAt.map(Columns::moment).orElse(null))
                .bind("ended", endedAt.map(Columns::moment).orElse(null))
                .bind("ended_reason", endedReason.orElse(null))
                .bind("reported_reason", reported.flatMap(Reported::reason).orElse(null))
                .bind("cost", reported.flatMap(Reported::costUsd).orElse(null))
                .bind("reported_summary", reported.flatMap(Reported::summary).orElse(null))
                .bind("said_summary", described.flatMap(Described::summary).orElse(null))
                .bind(
                        "intent",
                        described.map(said -> Columns.word(said.intent())).orElse(null))
                .bind(
                        "outcome",
                        described.map(said -> Columns.word(said.outcome())).orElse(null))
                .bind("satisfaction", described.flatMap(Described::satisfaction).orElse(null));
    }
}
