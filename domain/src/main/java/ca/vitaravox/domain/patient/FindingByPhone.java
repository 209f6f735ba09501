package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientLookup.ByPhone;
import java.util.List;
import java.util.Optional;

/**
 * Finds a chart by telephone number. The calling number is evidence (of the first level); a number the caller merely
 * claims opens nothing without a second factor, and without one it is not even looked up.
 */
final class FindingByPhone {
    private final Charts charts;
    private final HeardNames names;
    private final EmrTime emrTime;

    FindingByPhone(Charts charts, HeardNames names, EmrTime emrTime) {
        this.charts = charts;
        this.names = names;
        this.emrTime = emrTime;
    }

    Finding find(CallContext call, ByPhone query) {
        Optional<PhoneNumber> claimed =
                query.claimed().filter(number -> !call.caller().equals(Optional.of(number)));
        List<Chart> own = call.caller().map(number -> search(call, number)).orElse(List.of());
        if (query.firstName().isEmpty()) {
            return withoutName(query, claimed.isPresent(), own, call.caller().isPresent());
        }
        SecondFactor factor = new SecondFactor(query.birthDate(), query.healthNumber());
        List<Chart> named = named(own, query.firstName().get());
        if (!factor.given()) {
            return byCallerId(named, own, claimed.isPresent(), call.caller().isPresent());
        }
        List<Chart> agreeing = named.stream().filter(factor::agreesWith).toList();
        if (agreeing.isEmpty() && claimed.isPresent()) {
            named = named(search(call, claimed.get()), query.firstName().get());
            agreeing = named.stream().filter(factor::agreesWith).toList();
        }
        if (agreeing.size() == 1) {
            return new Finding.Agreed(agreeing.get(0), IdentityLevel.VERIFIED, own.size() > 1);
        }
        boolean nothingToGuessAt = own.isEmpty() && claimed.isEmpty();
        return nothingToGuessAt
                ? Finding.open(unknownNumber(call.caller().isPresent()), own)
                : Finding.disagreed(named);
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
            return new Finding.Agreed(named.get(0), IdentityLevel.CALLER_ID, own.size() > 1);
        }
        if (named.size() > 1 || claims) {
            return Finding.open(new LookupResult.SecondFactorNeeded(), named);
        }
        return own.isEmpty() ? Finding.open(unknownNumber(hasCallerId), own) : Finding.disagreed(own);
    }

    private static LookupResult unknownNumber(boolean hasCallerId) {
        return hasCallerId ? new LookupResult.NotFound() : new LookupResult.FullNameNeeded();
    }

    private List<Chart> search(CallContext call, PhoneNumber number) {
        return charts.search(call.clinic(), new ChartQuery.ByPhone(number), emrTime.request(call));
    }

    private List<Chart> named(List<Chart> found, String firstName) {
        return found.stream()
                .filter(chart -> names.sameFirst(firstName, chart.name().first()))
                .toList();
    }
}
