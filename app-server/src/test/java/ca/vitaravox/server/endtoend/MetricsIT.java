package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.server.watch.Timed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What a server tells Prometheus, and what is said and asked about it elsewhere. */
class MetricsIT {
    private static final Pattern NAME = Pattern.compile("\\b(vitaravox|jvm|process|system)(_[a-z]+)+\\b");
    private static final Pattern ROW = Pattern.compile("\\| `(vitaravox[a-z_]+)` \\|");
    private static final Pattern GAUGE = Pattern.compile("# TYPE (vitaravox[a-z_]+) gauge");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern SECTION = Pattern.compile("### (\\w+)");
    private static final Path ALERTS = Path.of("../deploy/prometheus/alerts.yml");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private final TestServer server = TestServer.running();

    @Test
    void what_calls_did_is_counted_and_nobody_is_named() throws Exception {
        TestClinic clinic = TestClinic.open(server.database(), "counted", 1);
        Phone phone = new Phone(server.port(), clinic.phoneOf(1), clinic.number());
        phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        String slot = phone.use("find_earliest_appointment", "{\"patient_id\":\"1\"}")
                .at("/slots/0/slot_id")
                .asText();
        phone.use("create_appointment", "{\"slot_id\":\"" + slot + "\",\"patient_id\":\"1\"}");
        phone.use("create_appointment", "{\"slot_id\":\"nothing\",\"patient_id\":\"1\"}");

        String figures = figuresWith(List.of(
                "vitaravox_tool_seconds_count{code=\"success\",tool=\"create_appointment\"}",
                "vitaravox_tool_seconds_count{code=\"SLOT_UNKNOWN\",tool=\"create_appointment\"}",
                "vitaravox_http_seconds_count{method=\"POST\",route=\"/vapi\",status=\"200\"}",
                "vitaravox_emr_seconds_count{operation=\"Appointments.book\",outcome=\"written\"}",
                "vitaravox_holds_seconds_count{operation=\"HoldLedger.offer\",outcome=\"held\"}",
                "vitaravox_bookings_seconds_count{operation=\"BookingJournal.claim\",outcome=\"yours\"}",
                "vitaravox_audit_seconds_count{operation=\"AuditTrail.append\",outcome=\"done\"}",
                "vitaravox_ready 1",
                "vitaravox_emr_breakers_open 0",
                "vitaravox_pool_connections{state=\"idle\"}"));
        for (String person : List.of("Casey", clinic.phoneOf(1), clinic.number(), "counted", phone.id(), slot)) {
            assertFalse(figures.contains(person), person);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic " + TestServer.METRICS_TOKEN})
    void without_the_token_nothing_is_told(String proof) {
        HttpRequest.Builder request = request();
        HttpResponse<String> answer = Phone.send(proof.isEmpty() ? request : request.header("Authorization", proof));

        assertEquals(401, answer.statusCode());
        assertFalse(answer.body().contains("vitaravox"));
    }

    @Test
    void what_is_documented_is_there_and_what_is_there_is_documented() throws Exception {
        assertEquals(documented(), given());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus/alerts.yml", "prometheus/alerts_test.yml", "grafana/vitaravox.json"})
    void what_rules_and_pictures_ask_for_is_there(String file) throws IOException {
        String asking = Files.readString(Path.of("../deploy", file));
        Set<String> asked = new TreeSet<>();
        Matcher names = NAME.matcher(asking);
        while (names.find()) {
            asked.add(names.group());
        }
        Set<String> documented = documented();
        String figures = figures();
        asked.removeIf(each -> documented.contains(each.replaceAll("_(count|sum|bucket|max)$", ""))
                || documented.contains(each)
                || figures.contains("\n" + each + " ")
                || figures.contains("\n" + each + "{"));

        assertEquals(Set.of(), asked);
        assertTrue(asking.contains("vitaravox_tool_seconds"));
    }

    @Test
    void every_alert_has_its_page_in_the_runbook_and_every_page_its_alert() throws IOException {
        assertEquals(
                found(ALERT, Files.readString(ALERTS)),
                found(SECTION, Files.readString(Path.of("../docs/runbook.md"))));
    }

    @Test
    void rules_wake_nobody_below_their_bounds_and_somebody_above() throws Exception {
        boolean there = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "promtool")));
        String why = "no promtool is installed: install it (apt-get install prometheus) to have alert rules tested";
        if (!there) {
            LoggerFactory.getLogger(MetricsIT.class).warn("the rules' own test is left out: {}", why);
        }
        assumeTrue(there, why);
        Process promtool = new ProcessBuilder(
                        "promtool",
                        "test",
                        "rules",
                        ALERTS.resolveSibling("alerts_test.yml").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, promtool.waitFor(), said);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> documented() throws IOException {
        return found(ROW, Files.readString(Path.of("../docs/metrics.md")));
    }

    /** What is timed, whether it happened yet or not, and what is as it is. */
    private Set<String> given() {
        Set<String> given = found(GAUGE, figures());
        given.removeIf(each -> each.endsWith("_max"));
        for (Timed each : Timed.values()) {
            given.add(each.published());
        }
        return given;
    }

    private static String ours(String figures) {
        return figures.lines().filter(each -> each.startsWith("vitaravox")).collect(Collectors.joining("\n"));
    }

    /** The figures once they have all these: a request is timed when it is answered, and readiness is looked at now and then. */
    private String figuresWith(List<String> wanted) {
        long begun = System.nanoTime();
        String figures = figures();
        while (!wanted.stream().allMatch(figures::contains)) {
            List<String> missing =
                    wanted.stream().filter(Predicate.not(figures::contains)).toList();
            assertTrue(System.nanoTime() - begun < LONGEST_WAIT.toNanos(), missing + " is not in\n" + ours(figures));
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            figures = figures();
        }
        return figures;
    }

    private String figures() {
        HttpResponse<String> answer =
                Phone.send(request().header("Authorization", "Bearer " + TestServer.METRICS_TOKEN));
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"));
    }
}
