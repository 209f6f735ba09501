package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a search of the charts amounts to, before limits, trail and ledger have had their say. */
sealed interface Finding {
    /** The charts the caller is, or seems to be, after. */
    Set<PatientId> after();

    /** What would have been searched besides, had nothing agreed. */
    default Optional<ChartQuery> unasked() {
        return Optional.empty();
    }

    /** One chart agrees with all that was said. */
    record Agreed(Chart chart, IdentityLevel level, boolean several, Optional<ChartQuery> unasked) implements Finding {
        @Override
        public Set<PatientId> after() {
            return Set.of(chart.id());
        }
    }

    /** What was said agrees with no chart: a failed attempt on these. */
    record Disagreed(LookupResult answer, Set<PatientId> after) implements Finding {}

    /** More has to be asked, or there was nothing to guess at. */
    record Open(LookupResult answer, Set<PatientId> after) implements Finding {}

    static Finding disagreed(Collection<Chart> charts) {
        return disagreed(new LookupResult.NotFound(), charts);
    }

    static Finding disagreed(LookupResult answer, Collection<Chart> charts) {
        return new Disagreed(answer, ids(charts));
    }

    static Finding open(LookupResult answer, Collection<Chart> charts) {
        return new Open(answer, ids(charts));
    }

    private static Set<PatientId> ids(Collection<Chart> charts) {
        return charts.stream().map(Chart::id).collect(Collectors.toUnmodifiableSet());
    }
}
