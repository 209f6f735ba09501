package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientLookup.ByName;
import java.util.List;
import java.util.Optional;

/**
 * Finds a chart by full name and second factor. Charts are searched by the factor and names compared here, as they are
 * heard. Only after a miss are charts of that name read, to know whose chart was guessed at; as that is done after
 * every miss, an unknown name and a wrong date of birth take the same requests and the same time.
 */
final class FindingByName {
    private final Charts charts;
    private final HeardNames names;
    private final EmrTime emrTime;

    FindingByName(Charts charts, HeardNames names, EmrTime emrTime) {
        this.charts = charts;
        this.names = names;
        this.emrTime = emrTime;
    }

    /** Finds; the query has a second factor. */
    Finding find(CallContext call, ByName query) {
        SecondFactor factor = new SecondFactor(query.birthDate(), query.healthNumber());
        ChartQuery byFactor = query.birthDate()
                .<ChartQuery>map(ChartQuery.BornOn::new)
                .orElseGet(() ->
                        new ChartQuery.WithHealthNumber(query.healthNumber().orElseThrow()));
        List<Chart> agreeing = search(call, byFactor).stream()
                .filter(factor::agreesWith)
                .filter(chart -> names.same(query.name(), chart.name()))
                .toList();
        return agreeing.size() == 1
                ? new Finding.Agreed(agreeing.get(0), IdentityLevel.VERIFIED, false, Optional.of(named(query)))
                : Finding.disagreed(guessedAt(call, query));
    }

    /** Whose charts were guessed at. A guess is one also where the EMR fell silent after it. */
    private List<Chart> guessedAt(CallContext call, ByName query) {
        try {
            return search(call, named(query)).stream()
                    .filter(chart -> names.same(query.name(), chart.name()))
                    .toList();
        } catch (EmrUnavailableException e) {
            return List.of();
        }
    }

    private static ChartQuery named(ByName query) {
        return new ChartQuery.Named(query.name());
    }

    private List<Chart> search(CallContext call, ChartQuery query) {
        return charts.search(call.clinic(), query, emrTime.request(call));
    }
}
