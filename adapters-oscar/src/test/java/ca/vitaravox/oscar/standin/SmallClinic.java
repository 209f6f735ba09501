package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.RawHttp.Answer;
import ca.vitaravox.oscar.standin.SigningClient.Twist;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** A stand-in with one doctor, one patient, one client, and a clock that stands still. */
final class SmallClinic implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Edmonton");
    static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final ClientRow CLIENT = new ClientRow("clientkey", "clientsecret", "https://clinic.example/back", -1);
    static final String DOCTOR = "101";
    static final Duration QUARTER = Duration.ofMinutes(15);

    private static final ObjectMapper JSON = new ObjectMapper();

    final MovableTime time = new MovableTime(NOW);
    final StandInOscar oscar;
    final AccessTokenRow token;
    final SigningClient client;
    final int patient;

    SmallClinic(Line line) {
        oscar = StandInOscar.start(new StandInSettings(line, ZONE, time, new PlannedIds(), 0));
        oscar.tables().providers().add(ProviderRow.integration("900"));
        oscar.tables().providers().add(ProviderRow.doctor(DOCTOR, "Wexford", "Mara"));
        token = oscar.staff().allow(CLIENT, "900");
        client = new SigningClient(oscar, CLIENT, token);
        patient = register("CASTELLAN", "ROBIN", Map.of(DemographicColumn.PHONE, "604-555-0142"));
    }

    int register(String last, String first, Map<DemographicColumn, String> more) {
        Map<DemographicColumn, String> columns = DemographicRow.columns(last, first, LocalDate.of(1985, 3, 15));
        columns.putAll(more);
        return oscar.staff().register(columns);
    }

    Twist now() {
        return Twist.at(time.instant());
    }

    Answer get(String path) {
        return client.get(path, now());
    }

    Answer post(String path, String json) {
        return client.post(path, json.replace('\'', '"'), now());
    }

    Answer add(String date, String time, int minutes) {
        return post(
                "/ws/services/schedule/add",
                "{'providerNo':'101','appointmentDate':'" + date + "','startTime':'" + time + "','demographicNo':"
                        + patient + ",'duration':" + minutes + ",'status':'t'}");
    }

    JsonNode day(LocalDate date) {
        JsonNode sheet = json(get("/ws/services/schedule/101/day/" + date));
        return sheet.isArray() ? sheet : sheet.get("patients");
    }

    static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.status() + " " + answer.body(), unreadable);
        }
    }

    @Override
    public void close() {
        oscar.close();
    }
}
