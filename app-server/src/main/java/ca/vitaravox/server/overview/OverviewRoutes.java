package ca.vitaravox.server.overview;

import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.call.CallFigures.Ends;
import ca.vitaravox.ports.call.CallFigures.Tool;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Query;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came of a clinic's calls within some days, in figures; nobody can be told from them. */
public final class OverviewRoutes {
    private static final int MOST_DAYS = 92;
    private static final int USUAL_DAYS = 30;
    private static final int HOURS = 24;
    /** With these a booking ends for which there was no hold any more. */
    private static final Set<String> LOST = Set.of("SLOT_TAKEN", "SLOT_EXPIRED");

    private final ClinicDirectory clinics;
    private final CallFigures figures;
    private final ClinicEmrs emrs;
    private final InstantSource clock;

    /** The figures of these clinics. */
    public OverviewRoutes(ClinicDirectory clinics, CallFigures figures, ClinicEmrs emrs, InstantSource clock) {
        this.clinics = clinics;
        this.figures = figures;
        this.emrs = emrs;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new Route(HandlerType.GET, "/api/admin/clinics/{clinic}/overview", this::show));
    }

    private void show(Visit visit) {
        ClinicId clinic = visit.clinic();
        ZoneId zone = clinics.clinic(clinic).zone();
        Query query = visit.query();
        LocalDate last =
                query.value("last", LocalDate::parse).orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
        LocalDate first = query.value("first", LocalDate::parse).orElseGet(() -> last.minusDays(USUAL_DAYS - 1L));
        if (first.isAfter(last) || first.isBefore(last.minusDays(MOST_DAYS - 1L))) {
            throw Problem.parameter("first", "is at most " + MOST_DAYS + " days before the last, and not after it");
        }
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("first", first.toString())
                .put("last", last.toString());
        calls(shape, figures.calls(clinic, from, until), zone);
        Ends ends = figures.ends(clinic, from, until);
        put(shape.putObject("intents"), ends.intents());
        put(shape.putObject("outcomes"), ends.outcomes());
        shape.put("bookings", ends.outcomes().getOrDefault(Outcome.BOOKED, 0));
        tools(shape, figures.tools(clinic, from, until));
        EmrSettings emr = emrs.emr(clinic).settings();
        shape.putObject("emr")
                .put("kind", emr.kind())
                .put("answersFrom", emr.isDemo() ? EmrSettings.DEMO_KIND : emr.kind());
        visit.answer(200, shape);
    }

    /** By the day and the hour of the clinic's clock. */
    private static void calls(ObjectNode shape, Map<Instant, Integer> quarters, ZoneId zone) {
        Map<String, Integer> days = new TreeMap<>();
        int[] hours = new int[HOURS];
        int all = 0;
        for (Map.Entry<Instant, Integer> quarter : quarters.entrySet()) {
            ZonedDateTime at = quarter.getKey().atZone(zone);
            days.merge(at.toLocalDate().toString(), quarter.getValue(), Integer::sum);
            hours[at.getHour()] += quarter.getValue();
            all += quarter.getValue();
        }
        shape.put("calls", all);
        ObjectNode byDay = shape.putObject("callsByDay");
        days.forEach(byDay::put);
        var byHour = shape.putArray("callsByHour");
        for (int hour : hours) {
            byHour.add(hour);
        }
    }

    private static <E extends Enum<E>> void put(ObjectNode shape, Map<E, Integer> counts) {
        counts.forEach((constant, count) -> shape.put(Words.word(constant), count));
    }

    private static void tools(ObjectNode shape, List<Tool> tools) {
        int lost = 0;
        var list = shape.putArray("tools");
        for (Tool tool : tools) {
            ObjectNode one = list.addObject()
                    .put("tool", tool.name())
                    .put("calls", tool.calls())
                    .put("medianMillis", tool.median().toMillis())
                    .put("p95Millis", tool.p95().toMillis())
                    .put("p99Millis", tool.p99().toMillis());
            ObjectNode refused = one.putObject("refused");
            tool.refused().forEach(refused::put);
            lost += tool.refused().entrySet().stream()
                    .filter(each -> LOST.contains(each.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
        shape.put("holdsLost", lost);
    }
}
