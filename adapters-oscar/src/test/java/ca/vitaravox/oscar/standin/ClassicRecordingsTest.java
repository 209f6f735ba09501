package ca.vitaravox.oscar.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.recorded.Recording;
import ca.vitaravox.oscar.standin.RawHttp.Answer;
import ca.vitaravox.oscar.standin.SigningClient.Twist;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What was recorded with classic's libraries, in the order of its story. The harness had resources of its own, so only
 * its handshake is sent again byte for byte; the rest asks the stand-in for what comes nearest, signed anew in the
 * recorded way, and is compared in status, headers and the shape of what the two have in common.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassicRecordingsTest {
    private static final Map<String, String> NOT_REPLAYED = Map.of(
            "k-add", "the harness's own answer, which is not OSCAR's",
            "k-rs-day-0", "the harness asks for no session there; OSCAR does",
            "k-rs-day-1", "the harness asks for no session there; OSCAR does",
            "k-rs-day-2", "the harness asks for no session there; OSCAR does",
            "k-rs-list-0", "the harness asks for no session there; OSCAR does",
            "k-rs-list-1", "the harness asks for no session there; OSCAR does",
            "k-rs-list-2", "the harness asks for no session there; OSCAR does");

    private static final String DAY = "/ws/services/schedule/101/day/2026-11-24";

    private final Map<String, Supplier<Answer>> story = new LinkedHashMap<>();
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private SmallClinic clinic;

    @BeforeAll
    void start() {
        clinic = new SmallClinic(Line.CLASSIC);
        Recording.inOrder("classic-harness").forEach(recording -> recordings.put(recording.title(), recording));
        ClientRow recorded =
                new ClientRow(RecordedClinic.CLIENT, RecordedClinic.CLIENT_SECRET, "http://127.0.0.1:9099/cb", -1);
        clinic.oscar.tables().clients().put(recorded.key(), recorded);
        for (int provider = 0; provider < 3; provider++) {
            for (int booked = 0; booked < provider; booked++) {
                LocalDateTime start = LocalDateTime.of(2026, 11, 24, 9 + booked, 0);
                clinic.oscar.staff().book("" + (100 + provider), start, Duration.ofMinutes(15), clinic.patient, "");
            }
        }
        clinic.register("PAIR", "ONE", Map.of());
        clinic.register("PAIR", "TWO", Map.of());
        tellTheStory();
    }

    private void tellTheStory() {
        story.put("k-noauth", () -> bare(Map.of()));
        story.put("k-unknown-token", () -> with("nope", -1).get(DAY, clinic.now()));
        SigningClient good = with("tokA", -1);
        story.put("k-query", () -> inQuery(good));
        story.put(
                "k-realm",
                () -> bare(Map.of(
                        "Authorization",
                        good.authorization("GET", DAY, clinic.now()).replace("OAuth ", "OAuth realm=\"x\", "))));
        story.put("k-plaintext", () -> good.get(DAY, clinic.now().method("PLAINTEXT")));
        for (int many = 0; many < 3; many++) {
            String day = "/ws/services/schedule/10" + many + "/day/2026-11-24";
            story.put("k-day-" + many, () -> good.get(day, clinic.now()));
        }
        search(good, 0, "NOBODY");
        search(good, 1, "CASTELLAN");
        search(good, 2, "PAIR");
        story.put("k-null", () -> good.get("/ws/services/providerService/provider/none", clinic.now()));
        story.put("k-boom", () -> good.post("/ws/services/schedule/getAppointment", "{\"id\":999}", clinic.now()));
        story.put("k-add-malformed", () -> good.post("/ws/services/schedule/add", "{\"a", clinic.now()));
        story.put("k-add-unknown-field", () -> good.post("/ws/services/schedule/add", "{\"x\":1}", clinic.now()));

        SigningClient forged = with("tokB", -1);
        story.put(
                "k-badsig-B",
                () -> bare(Map.of("Authorization", forged.authorization("GET", "/elsewhere", clinic.now()))));
        story.put("k-goodsig-after-badsig-B", () -> forged.get(DAY, clinic.now()));
        SigningClient late = with("tokC", -1);
        story.put("k-stale-C", () -> late.get(DAY, Twist.at(SmallClinic.NOW.minusSeconds(600))));
        story.put("k-good-after-stale-C", () -> late.get(DAY, clinic.now()));
        SigningClient repeating = with("tokD", -1);
        Twist once = clinic.now();
        story.put("k-nonce1-D", () -> repeating.get("/ws/services/schedule/101/day/2026-11-24", once));
        story.put("k-nonce-replay-D", () -> repeating.get("/ws/services/schedule/101/day/2026-11-24", once));
        story.put("k-after-replay-D", () -> repeating.get(DAY, clinic.now()));
        SigningClient elsewhere = with("tokE", -1);
        story.put("k-hosthdr-E", () -> elsewhere.get(DAY, clinic.now().host("emr.example.test")));
        story.put("k-after-hosthdr-E", () -> elsewhere.get(DAY, clinic.now()));
        story.put("k-sha256-N", () -> with("tokN", -1).get(DAY, clinic.now().method("HMAC-SHA256")));
        story.put("k-lifetime0-X", () -> withLifetimeOver("tokX").get(DAY, clinic.now()));

        List.of("k-initiate-oob", "k-initiate-cb", "k-initiate-cb-other")
                .forEach(name -> story.put(name, () -> asRecorded(recordings.get(name))));
    }

    private void search(SigningClient client, int many, String term) {
        String body = "{\"type\":\"Name\",\"term\":\"" + term + "\",\"active\":true}";
        story.put(
                "k-list-" + many,
                () -> client.post(
                        "/ws/services/demographics/search?startIndex=0&itemsToReturn=10", body, clinic.now()));
    }

    @AfterAll
    void stop() {
        clinic.close();
    }

    @TestFactory
    Stream<DynamicTest> the_stand_in_answers_as_classics_libraries_did() {
        return story.entrySet().stream()
                .map(scene -> DynamicTest.dynamicTest(
                        scene.getKey(),
                        () -> compare(
                                recordings.get(scene.getKey()), scene.getValue().get())));
    }

    @Test
    void every_recording_is_replayed_or_listed_with_its_reason() {
        List<String> known = new ArrayList<>(story.keySet());
        known.addAll(NOT_REPLAYED.keySet());
        assertEquals(
                recordings.keySet().stream().sorted().toList(),
                known.stream().sorted().toList());
    }

    private static void compare(Recording recording, Answer answer) {
        assertEquals(recording.status(), answer.status(), answer.body());
        for (String header : List.of("Content-Type", "WWW-Authenticate", "Connection")) {
            assertEquals(recording.header(header), answer.header(header), header);
        }
        JsonNode body = recording.body();
        if (body.isObject()) {
            compareLists(body, SmallClinic.json(answer));
        } else if (body.asText().startsWith("oauth_token=")) {
            assertEquals(parameterNames(body.asText()), parameterNames(answer.body()));
        } else {
            assertEquals(body.asText(), answer.body());
        }
    }

    private static void compareLists(JsonNode recorded, JsonNode ours) {
        recorded.properties().forEach(field -> {
            assertTrue(ours.has(field.getKey()), field.getKey());
            assertEquals(
                    field.getValue().getNodeType(), ours.get(field.getKey()).getNodeType(), field.getKey());
        });
        for (String list : List.of("patients", "content")) {
            assertEquals(recorded.path(list).size(), ours.path(list).size());
        }
        if (recorded.path("patients").size() > 0) {
            TreeSet<String> fields = new TreeSet<>();
            ours.get("patients").get(0).fieldNames().forEachRemaining(fields::add);
            assertEquals(
                    List.of("appointmentNo", "date", "demographicNo", "name", "reason", "startTime", "status"),
                    List.copyOf(fields));
        }
    }

    private static List<String> parameterNames(String form) {
        return Stream.of(form.split("&"))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .toList();
    }

    private SigningClient with(String token, int lifetime) {
        if (!token.equals("nope")) {
            clinic.oscar
                    .tables()
                    .accessTokens()
                    .put(
                            token,
                            new AccessTokenRow(
                                    token,
                                    "secretOf" + token,
                                    SmallClinic.CLIENT.key(),
                                    "900",
                                    lifetime,
                                    SmallClinic.NOW));
        }
        return new SigningClient(clinic.oscar, SmallClinic.CLIENT, token, "secretOf" + token);
    }

    /** A token of lifetime 0, used a second after it was issued. */
    private SigningClient withLifetimeOver(String token) {
        clinic.oscar
                .tables()
                .accessTokens()
                .put(
                        token,
                        new AccessTokenRow(
                                token, "s", SmallClinic.CLIENT.key(), "900", 0, SmallClinic.NOW.minusSeconds(1)));
        return new SigningClient(clinic.oscar, SmallClinic.CLIENT, token, "s");
    }

    private Answer bare(Map<String, String> headers) {
        return raw("GET", "/oscar" + DAY, headers);
    }

    private Answer inQuery(SigningClient client) {
        String query = client.authorization("GET", DAY, clinic.now())
                .substring("OAuth ".length())
                .replace("\"", "")
                .replace(", ", "&");
        return raw("GET", "/oscar" + DAY + "?" + query, Map.of());
    }

    private Answer asRecorded(Recording recording) {
        clinic.time.set(recording.at());
        Answer answer = raw("POST", recording.target(), recording.requestHeaders());
        clinic.time.set(SmallClinic.NOW);
        return answer;
    }

    private Answer raw(String method, String target, Map<String, String> headers) {
        try {
            Map<String, String> all =
                    new LinkedHashMap<>(Map.of("Host", clinic.oscar.baseUrl().getAuthority()));
            all.putAll(headers);
            return RawHttp.send(clinic.oscar.baseUrl(), method, target, all, "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
