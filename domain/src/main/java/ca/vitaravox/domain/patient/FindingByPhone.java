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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a chart by telephone number. The calling number is evidence (of the first level); a number the caller merely
 * claims opens nothing without a second factor, and without one it is not even looked up. Charts whose patients were
 * verified in earlier calls from the number are looked at as well, since not every EMR can be searched for every number.
 */
final class FindingByPhone {
    private final CallerCharts charts;
    private final Familiar familiar;
    private final HeardNames names;

    FindingByPhone(CallerCharts charts, Familiar familiar, HeardNames names) {
        this.charts = charts;
        this.familiar = familiar;
        this.names = names;
    }

    /** Charts the caller may be after: {@code own} have the calling number, {@code other} were verified in calls from it. */
    private record Near(List<Chart> own, List<Chart> other) {
        List<Chart> all() {
            return Stream.concat(own.stream(), other.stream()).toList();
        }
    }

    Finding find(CallContext call, ByPhone query) {
        Optional<PhoneNumber> claimed =
                query.claimed().filter(number -> !call.caller().equals(Optional.of(number)));
        Near near = near(call);
        if (query.firstName().isEmpty()) {
            return withoutName(
                    query, claimed.isPresent(), near.all(), call.caller().isPresent());
        }
        Near named = new Near(
                named(near.own, query.firstName().get()),
                named(near.other, query.firstName().get()));
        return query.hasSecondFactor()
                ? bySecondFactor(call, query, claimed, near.all(), named.all())
                : byCallerId(
                        named, near.all(), claimed.isPresent(), call.caller().isPresent());
    }

    private Near near(CallContext call) {
        List<Chart> found = call.caller().map(number -> search(call, number)).orElse(List.of());
        List<Chart> remembered =
                familiar.charts(call, found.stream().map(Chart::id).collect(Collectors.toSet()));
        Predicate<Chart> hasNumber =
                chart -> call.caller().filter(chart.phones()::contains).isPresent();
        return new Near(
                Stream.concat(found.stream(), remembered.stream().filter(hasNumber))
                        .toList(),
                remembered.stream().filter(hasNumber.negate()).toList());
    }

    private Finding bySecondFactor(
            CallContext call, ByPhone query, Optional<PhoneNumber> claimed, List<Chart> near, List<Chart> named) {
        SecondFactor factor = new SecondFactor(query.birthDate(), query.healthNumber());
        List<Chart> agreeing = named.stream().filter(factor::agreesWith).toList();
        if (agreeing.size() == 1) {
            return new Finding.Agreed(
                    agreeing.get(0), IdentityLevel.VERIFIED, near.size() > 1, claimed.map(ChartQuery.ByPhone::new));
        }
        List<Chart> guessedAt = named.isEmpty() ? near : named;
        if (claimed.isPresent() && agreeing.isEmpty()) {
            return byClaim(call, query, claimed.get(), near, guessedAt);
        }
        boolean nothingToGuessAt = near.isEmpty() && claimed.isEmpty();
        return nothingToGuessAt
                ? Finding.open(unknownNumber(call.caller().isPresent()), near)
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

    /** A chart without the calling number, though familiar, needs a second factor as any other does. */
    private static Finding byCallerId(Near named, List<Chart> near, boolean claims, boolean hasCallerId) {
        if (named.own.size() == 1) {
            return new Finding.Agreed(named.own.get(0), IdentityLevel.CALLER_ID, near.size() > 1, Optional.empty());
        }
        if (!named.all().isEmpty()) {
            return Finding.open(new LookupResult.SecondFactorNeeded(), named.all());
        }
        LookupResult answer = claims ? new LookupResult.SecondFactorNeeded() : unknownNumber(hasCallerId);
        return near.isEmpty() ? Finding.open(answer, near) : Finding.disagreed(answer, near);
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
                .filter(chart -> names.sameFirst(firstName, chart.name()))
                .toList();
    }
}
