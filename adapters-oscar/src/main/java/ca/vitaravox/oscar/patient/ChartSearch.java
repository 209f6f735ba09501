package ca.vitaravox.oscar.patient;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.PatientId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/**
 * How OSCAR is asked for charts. Most of what it searches by are regular expressions of its database, which are found
 * anywhere in a field; so terms are anchored, built of harmless characters alone, and what comes back is compared again.
 * Each search is one request, with what is searched for in its body, where no log of addresses has it.
 *
 * @param type the field, by OSCAR's name for it
 * @param term the expression
 * @param page how many are asked for
 * @param wanted which of those found are meant
 */
record ChartSearch(String type, String term, int page, Predicate<Chart> wanted) {
    /** Names match more loosely in the database than here. */
    private static final int NAMESAKES = 200;

    static ChartSearch of(ChartQuery query) {
        if (query instanceof ChartQuery.ByPhone byPhone) {
            return new ChartSearch(
                    "Phone",
                    PhoneTerm.of(byPhone.phone()),
                    Charts.MOST_FOUND,
                    chart -> chart.phones().contains(byPhone.phone()));
        }
        if (query instanceof ChartQuery.BornOn bornOn) {
            return new ChartSearch(
                    "DOB",
                    bornOn.date().toString(),
                    Charts.MOST_FOUND,
                    chart -> chart.birthDate().equals(bornOn.date()));
        }
        if (query instanceof ChartQuery.Named named) {
            return new ChartSearch(
                    "Name", NameTerm.of(named.name()), NAMESAKES, chart -> NameTerm.same(chart.name(), named.name()));
        }
        ChartQuery.WithHealthNumber health = (ChartQuery.WithHealthNumber) query;
        return new ChartSearch(
                "HIN",
                "^" + health.number().number() + "$",
                Charts.MOST_FOUND,
                chart ->
                        chart.healthNumber().filter(health.number()::agreesWith).isPresent());
    }

    /** The search for one chart by its number. */
    static ChartSearch numbered(PatientId patient) {
        return new ChartSearch("DemographicNo", "^" + patient + "$", 1, chart -> true);
    }

    OscarRequest request() {
        ObjectNode search = OscarJson.object()
                .put("type", type)
                .put("term", term)
                .put("active", true)
                .put("integrator", false)
                .put("outofdomain", true)
                .set("params", OscarJson.object());
        return OscarRequest.post("/demographics/search?startIndex=0&itemsToReturn=" + page, search);
    }

    @Override
    public String toString() {
        return "ChartSearch[" + type + "]";
    }
}
