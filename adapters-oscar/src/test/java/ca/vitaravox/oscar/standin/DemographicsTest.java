package ca.vitaravox.oscar.standin;

import static ca.vitaravox.oscar.standin.DemographicColumn.CELL_PHONE;
import static ca.vitaravox.oscar.standin.DemographicColumn.EMAIL;
import static ca.vitaravox.oscar.standin.DemographicColumn.HIN;
import static ca.vitaravox.oscar.standin.DemographicColumn.LAST_NAME;
import static ca.vitaravox.oscar.standin.DemographicColumn.PHONE2;
import static ca.vitaravox.oscar.standin.DemographicColumn.RESIDENTIAL_CITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.RawHttp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts beyond what was recorded. */
class DemographicsTest {
    private static final String NEW =
            "{'lastName':'TANAKA','firstName':'JOY','sex':'F','dobYear':'1990'," + "'dobMonth':'04','dobDay':'09'%s}";

    @ParameterizedTest
    @CsvSource({
        "604-555-0142, 1",
        "6045550142, 0",
        "'604[^0-9]{0,2}555[^0-9]{0,2}0142', 1",
        "604%0142, 1",
        "0142, 1",
        "604-555-0199, 0",
        "604-555-0198, 0"
    })
    void only_the_home_phone_is_searched_and_as_it_was_typed(String term, int found) {
        try (SmallClinic clinic = new SmallClinic(Line.CLASSIC)) {
            clinic.register("OTHER", "A", Map.of(PHONE2, "604-555-0199", CELL_PHONE, "604-555-0198"));
            assertEquals(found, search(clinic, "Phone", term).get("total").asInt());
        }
    }

    @Test
    void a_health_number_is_found_in_the_middle_unless_anchored() {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            clinic.register("ONE", "A", Map.of(HIN, "9876543217"));
            clinic.register("TWO", "A", Map.of(HIN, "19876543217"));
            assertEquals(2, search(clinic, "HIN", "9876543217").get("total").asInt());
            assertEquals(1, search(clinic, "HIN", "^9876543217$").get("total").asInt());
        }
    }

    @Test
    void a_quick_search_shows_ten() {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            for (int each = 0; each < 10; each++) {
                clinic.register("MANY", "P" + each, Map.of());
            }
            assertEquals(10, quick(clinic, "MANY").get("content").size());
            clinic.register("MANY", "LAST", Map.of());
            assertEquals(10, quick(clinic, "MANY").get("content").size());
            assertEquals(11, search(clinic, "Name", "many").get("total").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void a_chart_without_a_program_is_an_error_and_written(Line line) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            assertEquals(500, create(clinic, "").status());
            assertEquals(1, quick(clinic, "TANAKA").get("content").size());
            assertEquals(200, create(clinic, ",'admissionProgramId':10034").status());
            assertEquals(2, quick(clinic, "TANAKA").get("content").size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "cellPhone", "gender"})
    void a_field_that_the_line_has_not_is_an_empty_error_and_nothing_is_written(String field) {
        try (SmallClinic open = new SmallClinic(Line.OPEN_O);
                SmallClinic classic = new SmallClinic(Line.CLASSIC)) {
            String more = ",'admissionProgramId':10034,'" + field + "':'x'";
            assertEquals(
                    field.equals("nonsense") ? 500 : 200, create(open, more).status());
            Answer refused = create(classic, more);
            assertEquals(500, refused.status());
            assertEquals("", refused.body());
            assertEquals(0, quick(classic, "TANAKA").get("content").size());
        }
    }

    @ParameterizedTest
    @CsvSource({"lastName, 30, LAST_NAME", "phone, 20, PHONE"})
    void what_does_not_fit_its_column_is_cut_off(String field, int width, DemographicColumn column) {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            for (int length : new int[] {width, width + 1}) {
                String json = NEW.replace("'lastName':'TANAKA',", field.equals("lastName") ? "" : "'lastName':'X',")
                        .formatted(",'admissionProgramId':1,'" + field + "':'" + "7".repeat(length) + "'");
                int number = SmallClinic.json(clinic.post("/ws/services/demographics", json))
                        .get("demographicNo")
                        .asInt();
                assertEquals("7".repeat(width), row(clinic, number).get(column));
            }
        }
    }

    @Test
    void an_update_destroys_what_the_interface_does_not_show_or_the_request_leaves_out() {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            int number = clinic.register("SETHI", "ANIL", Map.of(RESIDENTIAL_CITY, "Lethbridge", EMAIL, "a@b.example"));
            ObjectNode chart = (ObjectNode) SmallClinic.json(clinic.get("/ws/services/demographics/basic/" + number));
            chart.remove("email");
            Answer answer = clinic.client.send(
                    "PUT",
                    "/ws/services/demographics",
                    chart.toString(),
                    clinic.now(),
                    Map.of("Content-Type", "application/json"));

            assertEquals(200, answer.status());
            assertTrue(answer.body().startsWith("<?xml"));
            assertEquals("SETHI", row(clinic, number).get(LAST_NAME));
            assertNull(row(clinic, number).get(RESIDENTIAL_CITY));
            assertNull(row(clinic, number).get(EMAIL));
        }
    }

    @Test
    void the_light_chart_shows_the_cell_phone_as_the_other_phone() {
        try (SmallClinic clinic = new SmallClinic(Line.CLASSIC)) {
            int number = clinic.register("SETHI", "ANIL", Map.of(CELL_PHONE, "604-555-0177"));
            JsonNode chart = SmallClinic.json(clinic.get("/ws/services/demographics/summary/" + number));
            assertEquals("604-555-0177", chart.get("alternativePhone").asText());
            assertFalse(chart.has("cellPhone"));
            assertEquals(
                    404, clinic.get("/ws/services/demographics/basic/" + number).status());
        }
    }

    @Test
    void the_program_is_found_where_somebody_is_admitted() {
        try (SmallClinic clinic = new SmallClinic(Line.CLASSIC)) {
            String path = "/ws/services/program/patientList?startIndex=0&numToReturn=1";
            clinic.register("OTHER", "A", Map.of());
            JsonNode patients = SmallClinic.json(clinic.get(path)).get("content");
            assertEquals(1, patients.size());
            assertEquals(OscarTables.PROGRAM, patients.get(0).get("programId").asInt());
        }
    }

    private static Answer create(SmallClinic clinic, String more) {
        return clinic.post("/ws/services/demographics", NEW.formatted(more));
    }

    private static DemographicRow row(SmallClinic clinic, int number) {
        return clinic.oscar.tables().demographics().find(number).orElseThrow();
    }

    private static JsonNode quick(SmallClinic clinic, String query) {
        return SmallClinic.json(clinic.get("/ws/services/demographics/quickSearch?query=" + query));
    }

    private static JsonNode search(SmallClinic clinic, String type, String term) {
        return SmallClinic.json(clinic.post(
                "/ws/services/demographics/search?startIndex=0&itemsToReturn=10",
                "{'type':'" + type + "','term':'" + term + "','active':true,'params':{}}"));
    }
}
