package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientLookup.ByPhone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a chart by telephone number. The calling number is evidence (of the first level); a number the caller merely
 * claims opens nothing without a second factor, and without one it is not even looked up.
 */
final class FindingByPhone {
    private final CallerCharts charts;
    private final HeardNames names;

    FindingByPhone(CallerCharts charts, HeardNames names) {
        this.charts = charts;
        this.names = names;
    }

    Finding find(CallContext call, ByPhone query) {
        Optional<PhoneNumber> claimed =
                query.claimed().filter(number -> !call.caller().equals(Optional.of(number)));
        List<Chart> own = call.caller().map(number -> search(call, number)).orElse(List.of());
        if (query.firstName().isEmpty()) {
            return withoutName(query, claimed.isPresent(), own, call.caller().isPresent());
        }
        List<Chart> named = named(own, query.firstName().get());
        return query.hasSecondFactor()
                ? bySecondFactor(call, query, claimed, own, named)
                : byCallerId(named, own, claimed.isPresent(), call.caller().isPresent());
    }

    private Finding bySecondFactor(
            CallContext call, ByPhone query, Optional<PhoneNumber> claimed, List<Chart> own, List<Chart> named) {
        SecondFactor factor = new SecondFactor(query.birthDate(), query.healthNumber());
        List<Chart> agreeing = named.stream().filter(factor::agreesWith).toList();
        if (agreeing.size() == 1) {
            return new Finding.Agreed(
                    agreeing.get(0), IdentityLevel.VERIFIED, own.size() > 1, claimed.map(ChartQuery.ByPhone::new));
        }
        List<Chart> guessedAt = named.isEmpty() ? own : named;
        if (claimed.isPresent() && agreeing.isEmpty()) {
            return byClaim(call, query, claimed.get(), own, guessedAt);
        }
        boolean nothingToGuessAt = own.isEmpty() && claimed.isEmpty();
        return nothingToGuessAt
                ? Finding.open(unknownNumber(call.caller().isPresent()), own)
                : Finding.disagreed(guessedAt);
    }

    /** What was said agreed with no chart of the calling number; a guess at one is none the less a guess. */
    private Finding byClaim(
            CallContext call, ByPhone query, PhoneNumber claimed, List<Chart> own, List<Chart> guessedAt) {
        SecondFactor factor = new SecondFactor(query.birthDate(), query.healthNumber());
        List<Chart> named;
        try {
            named = named(search(call, claimed), query.firstName().orElseThrow());
        } catch (EmrUnavailableException e) {
            if (guessedAt.isEmpty()) {
                throw e;
            }
            return Finding.disagreed(new LookupResult.EmrUnavailable(), guessedAt);
        }
        List<Chart> agreeing = named.stream().filter(factor::agreesWith).toList();
        return agreeing.size() == 1
                ? new Finding.Agreed(agreeing.get(0), IdentityLevel.VERIFIED, own.size() > 1, Optional.empty())
                : Finding.disagreed(
                        Stream.concat(guessedAt.stream(), named.stream()).toList());
    }

    private static Finding withoutName(ByPhone query, boolean claims, List<Chart> own, boolean hasCallerId) {
        if (!own.isEmpty()) {
            return Finding.open(new LookupResult.FirstNameNeeded(own.size() > 1), own);
        }
        if (!claims) {
            return Finding.open(unknownNumber(hasCallerId), own);
        }
        return query.hasSecondFactor()
                ? Finding.open(new LookupResult.FirstNameNeeded(false), own)
                : Finding.open(new LookupResult.SecondFactorNeeded(), own);
    }

    private static Finding byCallerId(List<Chart> named, List<Chart> own, boolean claims, boolean hasCallerId) {
        if (named.size() == 1) {
            return new Finding.Agreed(named.get(0), IdentityLevel.CALLER_ID, own.size() > 1, Optional.empty());
        }
        if (named.size() > 1) {
            return Finding.open(new LookupResult.SecondFactorNeeded(), named);
        }
        LookupResult answer = claims ? new LookupResult.SecondFactorNeeded() : unknownNumber(hasCallerId);
        return own.isEmpty() ? Finding.open(answer, own) : Finding.disagreed(answer, own);
    }

    private static LookupResult unknownNumber(boolean hasCallerId) {
        return hasCallerId ? new LookupResult.NotFound() : new LookupResult.FullNameNeeded();
    }

    private List<Chart> search(CallContext call, PhoneNumber number) {
        return charts.withNumber(call, number).stream()
                .filter(chart -> chart.phones().contains(number))
                .toList();
    }

    private List<Chart> named(List<Chart> found, String firstName) {
        return found.stream()
                .filter(chart -> names.sameFirst(firstName, chart.name().first()))
                .toList();
    }
}
