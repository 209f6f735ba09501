package ca.vitaravox.oscar.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.oscar.recorded.Recording;
import ca.vitaravox.oscar.standin.AppointmentRow.Changes;
import ca.vitaravox.oscar.standin.AppointmentRow.Details;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every exchange that was recorded with Open-O, sent again as it was sent: the same bytes, the same signatures, at the
 * same time by the clock, in the same order. Their secrets are those of the recorded clinic, and the tokens that
 * the handshake gives out are planned to be the recorded ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenORecordingsTest {
    private static final Map<String, String> NOT_REPLAYED = new TreeMap<>(Map.of(
            "c15-validateHC", "checks a health card with the province: nothing of ours",
            "e03-persona-rights", "fails on the real one too, and is nothing of ours",
            "e08-providers-xml", "fails on the real one too, and is nothing of ours",
            "e09-json-ext", "a suffix in the path: nothing of ours",
            "e11-recentDemographics", "what a provider looked at last: nothing of ours"));

    /** The first request of another database: fresh, but for a block. */
    private static final Set<String> WITH_BLOCK = Set.of("i21-day-with-block", "a44-token-of-other-consumer");

    /** Rows come in the order of a hash table: only what they look like is compared. */
    private static final Set<String> ORDER_UNKNOWN = Set.of("e02-program-patientList");

    private static final Pattern GIVEN_OUT =
            Pattern.compile("(?:^|&)oauth_(?:token|token_secret|verifier)=([0-9a-f-]+)");
    private static final Pattern VERIFIER = Pattern.compile("oauth_verifier=([0-9a-f-]+)");

    private final MovableTime time = new MovableTime(Instant.EPOCH);
    private final PlannedIds ids = new PlannedIds();
    private StandInOscar oscar;
    private StandInOscar oscarWithBlock;

    @BeforeAll
    void start() {
        oscar = StandInOscar.start(new StandInSettings(Line.OPEN_O, RecordedClinic.ZONE, time, ids, 0));
        RecordedClinic.fill(oscar.tables());
        oscarWithBlock = StandInOscar.start(new StandInSettings(Line.OPEN_O, RecordedClinic.ZONE, time, ids, 0));
        RecordedClinic.fill(oscarWithBlock.tables());
    }

    @AfterAll
    void stop() {
        oscar.close();
        oscarWithBlock.close();
    }

    @TestFactory
    Stream<DynamicTest> the_stand_in_answers_as_the_real_one_did() {
        return Recording.inOrder("recordings").stream()
                .filter(recording -> !isSoap(recording) && !NOT_REPLAYED.containsKey(recording.title()))
                .map(recording -> DynamicTest.dynamicTest(recording.title(), () -> replay(recording)));
    }

    @Test
    void what_is_not_replayed_is_listed_with_its_reason() {
        List<String> others = Recording.inOrder("recordings").stream()
                .filter(recording -> !isSoap(recording))
                .map(Recording::title)
                .filter(NOT_REPLAYED::containsKey)
                .sorted()
                .toList();
        assertEquals(List.copyOf(NOT_REPLAYED.keySet()), others);
    }

    /** The stand-in speaks no SOAP: that is another interface, with other credentials. */
    private static boolean isSoap(Recording recording) {
        return recording.title().startsWith("s");
    }

    private void replay(Recording recording) throws IOException {
        StandInOscar real = WITH_BLOCK.contains(recording.title()) ? oscarWithBlock : oscar;
        time.set(recording.at());
        whatWasNotRecorded(recording.title());
        ids.forgetPlans();
        idsGivenOutBy(recording).forEach(ids::plan);
        RawHttp.Answer answer = RawHttp.send(
                real.baseUrl(),
                recording.method(),
                recording.target(),
                recording.requestHeaders(),
                recording.requestBody());
        List<String> differences = new ArrayList<>(
                Likeness.differences(comparable(recording), answer.body(), ORDER_UNKNOWN.contains(recording.title())));
        if (recording.status() != answer.status()) {
            differences.add(recording.status() + " is not " + answer.status());
        }
        for (String header : List.of(
                "Content-Type",
                "Allow",
                "Location",
                "Connection",
                "Set-Cookie",
                "X-FRAME-OPTIONS",
                "Date",
                "Content-Language")) {
            String theirs = recording.header(header).orElse("none");
            String ours = answer.header(header).orElse("none");
            if (!theirs.equalsIgnoreCase(ours)) {
                differences.add(header + ": " + theirs + " is not " + ours);
            }
        }
        assertEquals(List.of(), differences, () -> recording.title() + ": " + recording.target());
    }

    private static List<String> idsGivenOutBy(Recording recording) {
        List<String> given = new ArrayList<>();
        recording
                .header("Set-Cookie")
                .ifPresent(cookie -> given.add(cookie.substring("JSESSIONID=".length(), cookie.indexOf(';'))));
        String body = recording.body().isTextual() ? recording.body().asText() : "";
        addAll(given, GIVEN_OUT.matcher(body));
        addAll(given, VERIFIER.matcher(recording.header("Location").orElse("")));
        return given;
    }

    private static void addAll(List<String> given, Matcher matcher) {
        while (matcher.find()) {
            given.add(matcher.group(1));
        }
    }

    /** What was done to the real database between two recordings, by other means. */
    private void whatWasNotRecorded(String next) throws IOException {
        switch (next) {
            case "a44-token-of-other-consumer" ->
                oscarWithBlock
                        .tables()
                        .clients()
                        .put("testclientkey0002", new ClientRow("testclientkey0002", "testclientsecret0002", "", -1));
            case "b01-day-after-race" -> whatTheRaceLeft(oscar.tables());
            case "i01-dst-gap" -> {
                oscar.tables()
                        .appointments()
                        .put(104, oscar.tables().appointments().all().get(0));
                oscar.tables().appointments().delete(104);
            }
            case "i07-cookie-reuse" -> {
                ids.forgetPlans();
                ids.plan("0BA3679F4DB079A4F6FF0FACAD69C1D3");
                RawHttp.send(oscar.baseUrl(), "GET", "/oscar/", Map.of("Host", "x"), "");
            }
            case "i20-day-after-soap" -> whatSoapWrote(oscar.tables());
            case "i21-day-with-block" -> oscarWithBlock.tables().appointments().put(4, block());
            default -> {}
        }
    }

    /** Ten requests at once for one time, all of which got it: their answers were not kept. */
    private static void whatTheRaceLeft(OscarTables tables) {
        Recording after = Recording.inOrder("recordings").stream()
                .filter(recording -> recording.title().equals("b01-day-after-race"))
                .findFirst()
                .orElseThrow();
        for (JsonNode row : after.body()) {
            Details details = new Details(
                    row.get("name").asText(), null, row.get("reason").asText(), null, null, "", null, null, null);
            tables.appointments()
                    .put(
                            row.get("appointmentNo").asInt(),
                            row(
                                    row.get("appointmentNo").asInt(),
                                    LocalDate.of(2026, 11, 30),
                                    "09:00",
                                    "09:14",
                                    row.get("demographicNo").asInt(),
                                    details));
        }
    }

    private static void whatSoapWrote(OscarTables tables) {
        Details details = new Details("FICTION, ALICE", "soap moved", "soap add", "", "", "Follow-up", "", "", null);
        tables.appointments().put(108, row(108, LocalDate.of(2026, 12, 1), "10:15", "10:28", 1, details));
    }

    private static AppointmentRow block() {
        Details details = new Details("Do_Not_Book", "", "Admin block", "", "", "", "", "", null);
        return row(4, LocalDate.of(2026, 11, 24), "13:00", "13:59", 0, details);
    }

    private static AppointmentRow row(int number, LocalDate day, String from, String to, int patient, Details details) {
        Instant then = Instant.ofEpochSecond(1795330900);
        return new AppointmentRow(
                number,
                "101",
                day,
                LocalTime.parse(from),
                LocalTime.parse(to),
                patient,
                details,
                "t",
                new Changes(then, then, "900", "900"));
    }

    /** The recorded body, without what was only true of that database. */
    private static JsonNode comparable(Recording recording) {
        JsonNode body = recording.body().deepCopy();
        if (recording.title().equals("03-providers_json")) {
            // the administrator whom every OSCAR is born with, full of MySQL's zero dates
            ((ArrayNode) body.get("content")).remove(3);
            ((ObjectNode) body).put("total", 4);
        }
        return body;
    }
}
