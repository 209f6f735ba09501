package ca.vitaravox.domain.emr;

import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.PatientName;
import java.text.Normalizer;
import java.util.Locale;

/** Which charts a query finds. */
final class ChartMatch {
    private ChartMatch() {}

    static boolean matches(Chart chart, ChartQuery query) {
        if (query instanceof ChartQuery.ByPhone byPhone) {
            return chart.phones().contains(byPhone.phone());
        }
        if (query instanceof ChartQuery.BornOn bornOn) {
            return chart.birthDate().equals(bornOn.date());
        }
        if (query instanceof ChartQuery.Named named) {
            return plain(chart.name()).equals(plain(named.name()));
        }
        ChartQuery.WithHealthNumber health = (ChartQuery.WithHealthNumber) query;
        return chart.healthNumber().filter(health.number()::agreesWith).isPresent();
    }

    /** A name without case and accents. */
    private static String plain(PatientName name) {
        String both = name.last() + ", " + name.first();
        return Normalizer.normalize(both, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
