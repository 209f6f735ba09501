package ca.vitaravox.bench.big;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long the administration's lists, overviews and details take to be answered, over HTTP, one after the other:
 * {@code java -cp bench/target/bench.jar ca.vitaravox.bench.big.AdminBench FOLDER}.
 */
public final class AdminBench {
    private static final int WARM_UP = 10;
    private static final int TIMES = 40;
    private static final double LIMIT_MILLIS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI server;
    private final String token;

    private AdminBench(URI server, String password) throws IOException, InterruptedException {
        this.server = server;
        HttpRequest login = HttpRequest.newBuilder(server.resolve("/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"admin@demo.test\",\"password\":\"" + password + "\"}"))
                .build();
        HttpResponse<String> answer = http.send(login, BodyHandlers.ofString());
        JsonNode body = json.readTree(answer.body());
        if (!body.has("accessToken")) {
            throw new IllegalStateException("no login: " + answer.statusCode() + " " + answer.body());
        }
        this.token = body.get("accessToken").asText();
    }

    /** Measures, and says what came of it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (BigServer server = BigServer.start(Path.of(arguments[0]))) {
            new AdminBench(server.address(), server.adminPassword()).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        String clinic = get("/api/admin/clinics/big-0000").statusCode() == 200 ? "big-0000" : "harbourview";
        String of = "/api/admin/clinics/" + clinic;
        List<String> paths = new ArrayList<>(List.of(
                "/api/admin/clinics",
                "/api/admin/clinics?limit=200",
                of,
                of + "/status",
                of + "/providers",
                of + "/visit-types",
                of + "/schedules",
                "/api/admin/users",
                "/api/admin/overview",
                "/api/admin/overview?first=" + java.time.LocalDate.now().minusDays(91),
                of + "/overview",
                of + "/overview?first=" + java.time.LocalDate.now().minusDays(89),
                of + "/calls",
                of + "/calls?limit=200",
                of + "/calls?intent=cancel&outcome=transferred",
                of + "/calls?outcome=error",
                of + "/calls?caller=%2B16045550142",
                of + "/tasks",
                of + "/tasks?state=done",
                of + "/waitlist",
                of + "/holds",
                of + "/week",
                of + "/pulse",
                "/api/admin/audit?clinic=" + clinic,
                "/api/admin/audit?clinic=" + clinic + "&action=book_appointment",
                "/api/admin/audit?clinic=" + clinic + "&patient=17",
                "/api/admin/access-trail"));
        deep(of + "/calls?limit=200").ifPresent(paths::add);
        JsonNode calls = json.readTree(get(of + "/calls").body()).path("items");
        if (!calls.isEmpty()) {
            paths.add(of + "/calls/" + calls.get(0).get("id").asText());
        }
        System.out.printf("%-86s %6s %8s %8s%n", "route", "status", "p50 ms", "p95 ms");
        for (String path : paths) {
            measure(path);
        }
    }

    /** A page in the middle of a long list. */
    private java.util.Optional<String> deep(String path) throws IOException, InterruptedException {
        String page = path;
        for (int i = 0; i < 20; i++) {
            JsonNode next = json.readTree(get(page).body()).path("next");
            if (next.isMissingNode()) {
                return java.util.Optional.empty();
            }
            page = path + "&after=" + next.asText();
        }
        return java.util.Optional.of(page);
    }

    private void measure(String path) throws IOException, InterruptedException {
        int status = 0;
        for (int i = 0; i < WARM_UP; i++) {
            status = get(path).statusCode();
        }
        double[] took = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            get(path);
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(took);
        double most = took[TIMES * 95 / 100];
        System.out.printf(
                "%-86s %6d %8.1f %8.1f%s%n",
                path.length() > 86 ? path.substring(0, 86) : path,
                status,
                took[TIMES / 2],
                most,
                most > LIMIT_MILLIS ? "  slow" : "");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }
}
