package ca.vitaravox.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The compose file beside our configuration, the edge's, and its own example of an .env file. */
class ComposeTest {
    private static final Path FOLDER = Path.of("../deploy/container");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-])?}");
    private static final Pattern LINE = Pattern.compile("(?m)^([A-Z_]+)=(.*)$");

    /** As somebody fills the example in. */
    private static final Map<String, String> FILLED = Map.of(
            "ENCRYPTION_KEYS", "k1:Ww/SqG4xx5Tyih134JNMuGoV4v0MSbeDPpLBpvRdCBs=",
            "WEBHOOK_SECRET", "f3c1d9a07be25846ac90de17b34f8825",
            "JWT_SECRET", "9c41f7be20d58a63e7f01b94c82d6a35",
            "METRICS_TOKEN", "5d0be1c7f2a94386ab71e05c9d48f613",
            "SERVER_PASSWORD", "e9b07d25c1fa4836",
            "OWNER_PASSWORD", "27c4b1e8a05f9d63");

    private final String text = Files.readString(FOLDER.resolve("compose.yml"));
    private final JsonNode compose = new YAMLMapper().readTree(text);

    ComposeTest() throws IOException {}

    private static Map<String, String> example() throws IOException {
        return LINE.matcher(Files.readString(FOLDER.resolve(".env.example")))
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2), (a, b) -> b, TreeMap::new));
    }

    /** What a service is given, with the example filled in; anchors and merged keys as compose reads them. */
    private Map<String, String> environment(JsonNode service) throws IOException {
        Map<String, String> known = new HashMap<>(example());
        known.putAll(FILLED);
        Map<String, String> environment = new HashMap<>();
        service.get("environment")
                .properties()
                .forEach(each -> environment.put(
                        each.getKey(),
                        VARIABLE.matcher(each.getValue().asText())
                                .replaceAll(name -> Matcher.quoteReplacement(known.get(name.group(1))))));
        return environment;
    }

    @Test
    void every_variable_is_in_the_example_and_every_line_of_the_example_is_used() throws IOException {
        assertEquals(
                example().keySet(),
                VARIABLE.matcher(text)
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void a_server_starts_with_what_it_is_given_once_the_example_is_filled_in() throws IOException {
        ServerConfig config = Requirements.met(environment(compose.get("x-server")), Optional.empty());

        assertEquals("0.0.0.0", config.bind());
        assertTrue(config.databaseUrl().orElseThrow().jdbcUrl().contains("database:5432/vitaravox"));
    }

    @Test
    void migrating_is_given_the_owner() throws IOException {
        ServerConfig config = ConfigReader.read(environment(compose.at("/services/migrate")), Optional.empty());

        assertEquals(
                "vitaravox_owner", config.migrationDatabaseUrl().orElseThrow().user());
    }

    @Test
    void the_edge_listens_where_it_is_published_and_asks_servers_where_they_are() throws IOException {
        String edge = Files.readString(Path.of("../deploy/nginx/vitaravox.conf"));
        Matcher put = Pattern.compile("s/([0-9.:]+)/([0-9.:]+)/").matcher(text);
        while (put.find()) {
            assertTrue(edge.contains("server " + put.group(1)), put.group(1));
            edge = edge.replace(put.group(1), put.group(2));
        }

        assertEquals("[\"9443:9443\"]", compose.at("/services/edge/ports").toString());
        assertTrue(edge.contains("listen 9443 ssl"));
        for (String server : new String[] {"one", "two"}) {
            String address = compose.at("/services/" + server + "/networks/inside/ipv4_address")
                    .asText();
            assertTrue(
                    edge.contains(
                            "server " + address + ":" + Setting.PORT.usual().orElseThrow() + " "),
                    address);
        }
    }

    @Test
    void the_edge_reaches_servers_only_where_they_believe_it() {
        Set<String> shared = names(compose.at("/services/one/networks"));
        shared.retainAll(names(compose.at("/services/edge/networks")));

        assertEquals(Set.of("inside"), shared, "by another way it has another address");
        assertEquals(
                compose.at("/services/edge/networks/inside/ipv4_address").asText(),
                compose.at("/x-server/environment/VITARAVOX_TRUSTED_PROXIES").asText());
        assertTrue(compose.at("/networks/inside/internal").asBoolean(), "the database has no way out");
        assertEquals("[\"inside\"]", compose.at("/services/database/networks").toString());
    }

    private static Set<String> names(JsonNode networks) {
        Set<String> names = new TreeSet<>();
        networks.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
