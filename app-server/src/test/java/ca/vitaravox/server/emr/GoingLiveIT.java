package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.Line;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A clinic goes live over HTTP when nothing is lacking, and not before. */
@Timeout(120)
class GoingLiveIT {
    private final UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O);

    @AfterEach
    void close() {
        clinic.close();
    }

    private HttpResponse<String> put(boolean live) {
        String tag = clinic.get("").headers().firstValue("ETag").orElseThrow();
        return clinic.put("/live", Map.of("live", live), Map.of("If-Match", tag));
    }

    private void refused(String because) {
        JsonNode problem = UnconnectedClinic.read(put(true), 409);
        assertEquals("NOT_SET_UP", problem.get("code").asText(), problem::toString);
        assertTrue(problem.get("detail").asText().contains(because), problem::toString);
        assertFalse(clinic.settings().live());
    }

    @Test
    void it_is_refused_for_each_thing_that_is_lacking_and_then_done() throws IOException {
        refused("consent");
        clinic.connect();
        refused("has not worked yet");
        assertTrue(clinic.test().get("works").asBoolean());
        clinic.settle(settled -> settled.open(Map.of()));
        refused("never open");
        clinic.settle(settled -> settled.open(UnconnectedClinic.HOURS));
        clinic.settle(settled -> settled.with(List.of()));
        refused("book nobody");
    }

    @Test
    void with_everything_there_it_goes_live_and_back_at_once_also_when_its_emr_is_gone() throws IOException {
        clinic.connect();
        clinic.test();
        JsonNode checks = clinic.setUp("/checks");
        assertTrue(checks.get("ready").asBoolean(), checks::toString);
        assertEquals(200, put(true).statusCode());
        assertTrue(clinic.settings().live());
        clinic.loseToken();
        assertEquals(200, put(true).statusCode(), "it is live already");
        assertEquals(200, put(false).statusCode());
        assertFalse(clinic.settings().live());
        assertFalse(clinic.setUp("/checks").get("ready").asBoolean());
        refused("OSCAR");
    }

    @Test
    void each_step_says_whether_it_is_done_and_what_it_lacks() {
        clinic.forgetOscar();
        JsonNode steps = clinic.setUp("").get("steps");
        assertEquals(8, steps.size());
        steps.forEach(step -> assertEquals(
                !step.get("step").asText().equals("emr"), step.get("done").asBoolean(), steps::toString));
        assertEquals("no_emr", steps.at("/6/lacking/0/reason").asText());
    }
}
