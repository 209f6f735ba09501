package ca.vitaravox.oscar.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.TestNumbers;
import ca.vitaravox.oscar.recorded.Recording;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.HealthNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was recorded of charts. */
class RecordedChartsTest {
    private static final Set<String> GONE = Set.of("DE", "IN");

    static List<JsonNode> rows() {
        Stream<JsonNode> found = Stream.of("/demographics/search", "/demographics/quickSearch")
                .flatMap(path -> Recording.of(path).stream())
                .flatMap(
                        each -> StreamSupport.stream(each.body().path("content").spliterator(), false));
        Stream<JsonNode> charts = Recording.of("/demographics(/summary|/basic)?/[0-9]+").stream()
                .map(Recording::body)
                .filter(JsonNode::isObject);
        return Stream.concat(found, charts).toList();
    }

    private static String born(JsonNode row) {
        return row.has("formattedDOB")
                ? row.path("formattedDOB").asText()
                : "%s-%s-%s"
                        .formatted(
                                row.path("dobYear").asText(),
                                row.path("dobMonth").asText(),
                                row.path("dobDay").asText());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_chart_is_read_without_loss(JsonNode row) {
        Optional<Chart> read = new ChartRow(row, new TestNumbers()).chart();
        assertEquals(GONE.contains(row.path("patientStatus").asText()), read.isEmpty());
        if (read.isPresent()) {
            Chart chart = read.get();
            assertEquals(row.path("demographicNo").asText(), chart.id().value());
            assertEquals(row.path("lastName").asText(), chart.name().last());
            assertEquals(row.path("firstName").asText(), chart.name().first());
            assertEquals(born(row), chart.birthDate().toString());
            assertEquals(
                    row.path("hin").asText("").replace("null", ""),
                    chart.healthNumber().map(HealthNumber::number).orElse(""));
            assertEquals(
                    row.path("providerNo").asText("").replace("null", ""),
                    chart.familyProvider().map(Object::toString).orElse(""));
            assertEquals(row.path("email").asText("").contains("@"), chart.emailOnFile());
            assertEquals(row.path("phone").asText("").isEmpty(), chart.phones().isEmpty());
        }
    }

    @Test
    void a_summary_has_the_mobile_number_too() {
        JsonNode alice = Recording.of("/demographics/summary/1").get(0).body();
        Chart chart = new ChartRow(alice, new TestNumbers()).chart().orElseThrow();
        assertEquals(List.of(new PhoneNumber("+14165550101"), new PhoneNumber("+16475550101")), chart.phones());
        assertEquals(Optional.of("AB"), chart.healthNumber().flatMap(HealthNumber::version));
        assertTrue(chart.addressOnFile());
    }

    @Test
    void there_are_recordings_to_be_read() {
        assertTrue(rows().size() > 20);
        assertFalse(rows().stream()
                .allMatch(row -> new ChartRow(row, new TestNumbers()).chart().isPresent()));
    }
}
