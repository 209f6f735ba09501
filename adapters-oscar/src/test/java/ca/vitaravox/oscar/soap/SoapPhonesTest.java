package ca.vitaravox.oscar.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.oscar.recorded.Recording;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoapPhonesTest {
    @Test
    void a_recorded_answer_is_read_in_the_names_of_rests_search() throws IOException {
        String answer = Recording.all().stream()
                .filter(each -> each.name().startsWith("s10"))
                .map(each -> each.exchange().path("response").path("body").asText())
                .findFirst()
                .orElseThrow();

        List<JsonNode> rows = SoapXml.read(answer.getBytes(StandardCharsets.UTF_8))
                .child("Body")
                .orElseThrow()
                .child("searchDemographicsByAttributesResponse")
                .orElseThrow()
                .all("return")
                .stream()
                .map(SoapPhones::row)
                .toList();

        assertEquals(2, rows.size());
        JsonNode basil = rows.get(1);
        assertEquals("2", basil.path("demographicNo").asText());
        assertEquals("416-555-0202", basil.path("alternativePhone").asText());
        assertEquals(
                "1978-11-30",
                basil.path("dobYear").asText() + "-" + basil.path("dobMonth").asText() + "-"
                        + basil.path("dobDay").asText());
        assertEquals("AC", basil.path("patientStatus").asText());
    }
}
