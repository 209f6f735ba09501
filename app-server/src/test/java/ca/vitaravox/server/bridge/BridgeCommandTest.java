package ca.vitaravox.server.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.bridge.Bridge;
import ca.vitaravox.oscar.bridge.BridgeServer;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.standin.AccessTokenRow;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.DemographicRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrObserver;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import ca.vitaravox.server.config.EmrAuthorities;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.emr.BridgeMaker;
import ca.vitaravox.server.emr.ClinicEmr;
import ca.vitaravox.server.emr.OscarMaker;
import ca.vitaravox.server.outgoing.Gate;
import ca.vitaravox.server.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeCommandTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Envelope ENVELOPE = TestServer.envelope();
    private static final ClinicId CLINIC = new ClinicId("harbourview");

    @TempDir
    private Path folder;

    private static OscarMeans means() {
        return new OscarMeans(
                OnceOnly.client(PATIENCE),
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                PATIENCE);
    }

    private BridgeFile file(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("bridge.properties"), lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return BridgeFile.read(file);
    }

    @Test
    void a_bridge_answers_for_the_oscar_that_its_file_names() throws IOException {
        ClientRow client = new ClientRow("key", "secret", "https://voice.example", -1);
        try (StandInOscar oscar = StandInOscar.start(new StandInSettings(
                Line.CLASSIC,
                ZoneId.of("America/Vancouver"),
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                0))) {
            oscar.tables().providers().add(ProviderRow.integration("900"));
            AccessTokenRow token = oscar.staff().allow(client, "900");
            Map<DemographicColumn, String> columns =
                    DemographicRow.columns("CASTELLAN", "ROBIN", LocalDate.of(1985, 3, 15));
            columns.put(DemographicColumn.PHONE, "604-555-0142");
            int patient = oscar.staff().register(columns);
            BridgeFile settings = file("""
                    clinic=harbourview
                    clinic-zone=America/Vancouver
                    api-key=%s
                    port=0
                    oscar=%s
                    client-key=key
                    client-secret=secret
                    token=%s
                    token-secret=%s
                    longest-visit-minutes=45
                    """.formatted(KEY, oscar.baseUrl(), token.token(), token.secret()));

            try (BridgeServer server = BridgeCommand.start(settings, means());
                    Bridge bridge = new Bridge(CLINIC, URI.create("http://127.0.0.1:" + server.port()), KEY, means())) {
                var found = bridge.search(
                        CLINIC,
                        new ChartQuery.ByPhone(new PhoneNumber("+16045550142")),
                        new Deadline(Instant.now().plus(PATIENCE)));

                assertEquals(Integer.toString(patient), found.get(0).id().value());
            }
        }
    }

    @Test
    void a_bridge_is_asked_at_allowed_addresses_alone() {
        URI base = URI.create("http://127.0.0.1:8443");
        try (Gate gate = Gate.open()) {
            ClinicEmr emr = maker(gate, EmrHosts.NONE.and(base)).make(CLINIC, bridge(base));
            assertTrue(emr.times().isPresent() && !emr.isDemo());
            assertThrows(
                    EmrUnavailableException.class,
                    () -> maker(gate, EmrHosts.NONE).make(CLINIC, bridge(base)));
        }
    }

    private static BridgeMaker maker(Gate gate, EmrHosts hosts) {
        return new BridgeMaker(
                ENVELOPE,
                hosts,
                new OscarMaker(
                        null,
                        ENVELOPE,
                        hosts,
                        EmrAuthorities.USUAL,
                        gate,
                        new LibPhoneNumbers(),
                        EmrObserver.NOBODY,
                        InstantSource.system()));
    }

    private static EmrSettings bridge(URI base) {
        return new EmrSettings(
                BridgeMaker.KIND,
                true,
                Optional.of(new EmrAddress(base, base, ZoneId.of("America/Vancouver"))),
                Optional.of(ENVELOPE.seal(EmrSettings.place(CLINIC), KEY)));
    }

    @Test
    void a_file_that_others_can_read_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("open.properties"), "clinic=harbourview");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Refused refused = assertThrows(Refused.class, () -> BridgeFile.read(file));
        assertTrue(refused.getMessage().contains("chmod 600"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clinic=Harbour View\napi-key=" + KEY,
                "clinic=harbourview\napi-key=short",
                "clinic=harbourview\napi-key=" + KEY + "\nhost=0.0.0.0",
                "clinic=harbourview\napi-key=" + KEY + "\nport=many",
                "api-key=" + KEY,
                "clinic=harbourview"
            })
    void what_is_missing_or_wrong_is_named_without_secrets(String lines) throws IOException {
        BridgeFile settings = file(lines);

        Refused refused = assertThrows(Refused.class, settings::listening);
        assertTrue(!refused.getMessage().contains(KEY), refused.getMessage());
    }

    @Test
    void a_misspelt_setting_is_named() {
        Refused refused = assertThrows(Refused.class, () -> file("clinik=harbourview"));
        assertTrue(refused.getMessage().contains("clinik"), refused.getMessage());
    }
}
