package ca.vitaravox.oscar.patient;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarReply;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.oscar.rest.WriteReply;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The charts of one clinic's OSCAR. A search is one request and finds by the main telephone number alone; where second
 * numbers can be searched, a search by number is a second request, after it. A chart is one request. Charts are made, and never changed: OSCAR's update overwrites what it is not told.
 */
public final class OscarCharts implements Charts {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int FAILED = 500;

    private final OscarLink link;
    private final PhoneNumbers numbers;
    private final Optional<NumberSearch> secondNumbers;
    private final Programs programs;

    /**
     * The charts of the clinic that the link is for.
     *
     * @param numbers reads the telephone numbers as staff typed them
     * @param secondNumbers finds by other numbers than the main one, if anything does
     * @param program the number of the program that new patients are admitted to; found out where it is not given
     */
    public OscarCharts(
            OscarLink link, PhoneNumbers numbers, Optional<NumberSearch> secondNumbers, Optional<Integer> program) {
        this.link = link;
        this.numbers = numbers;
        this.secondNumbers = secondNumbers;
        this.programs = new Programs(link, program);
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        link.belongsTo(clinic);
        ChartSearch search = ChartSearch.of(query);
        List<Chart> found = found(search, deadline);
        return query instanceof ChartQuery.ByPhone byPhone && secondNumbers.isPresent()
                ? joined(found, wanted(search, secondNumbers.get().rows(byPhone.phone(), deadline)))
                : found;
    }

    private static List<Chart> joined(List<Chart> some, List<Chart> others) {
        Map<PatientId, Chart> charts = new LinkedHashMap<>();
        Stream.concat(some.stream(), others.stream()).forEach(chart -> charts.putIfAbsent(chart.id(), chart));
        return charts.values().stream().limit(MOST_FOUND).toList();
    }

    private List<Chart> found(ChartSearch search, Deadline deadline) {
        return wanted(
                search, OscarJson.rows(link.read(search.request(), deadline).json(), "content"));
    }

    private List<Chart> wanted(ChartSearch search, List<JsonNode> rows) {
        return rows.stream()
                .map(row -> new ChartRow(row, numbers).chart())
                .flatMap(Optional::stream)
                .filter(search.wanted())
                .limit(MOST_FOUND)
                .toList();
    }

    /** By the summary, which has the mobile number too. For an unknown id it is the same 500 as without rights. */
    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        link.belongsTo(clinic);
        if (!NUMBER.matcher(patient.value()).matches()) {
            return Optional.empty();
        }
        OscarReply reply = link.read(OscarRequest.get("/demographics/summary/" + patient), deadline);
        if (reply.status() == FAILED
                && found(ChartSearch.numbered(patient), deadline).isEmpty()) {
            return Optional.empty();
        }
        return new ChartRow(reply.json(), numbers).chart();
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        link.belongsTo(clinic);
        NewChart chart = new NewChart(patient);
        if (!chart.fits()) {
            return new ChartResult.NotMade("OSCAR cannot store all characters of it");
        }
        try {
            return programs.number(deadline)
                    .map(program -> result(link.write(chart.request(program), deadline)))
                    .orElseGet(() -> new ChartResult.NotMade("OSCAR has no program to admit the patient to"));
        } catch (EmrUnavailableException noProgram) {
            return new ChartResult.NotMade(noProgram.getMessage());
        }
    }

    private static ChartResult result(WriteReply reply) {
        if (reply instanceof WriteReply.NotDone not) {
            return new ChartResult.NotMade(not.why());
        }
        if (reply instanceof WriteReply.Unsure unsure) {
            return new ChartResult.Unknown(unsure.why());
        }
        String number = OscarJson.text(((WriteReply.Done) reply).answer(), "demographicNo");
        return NUMBER.matcher(number).matches()
                ? new ChartResult.Made(new PatientId(number))
                : new ChartResult.Unknown("OSCAR's answer does not say what it made");
    }
}
