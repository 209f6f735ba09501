package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.bridge.BridgeServer;
import ca.vitaravox.oscar.bridge.BridgeSettings;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrInUse;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.cli.Version;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.testing.TestServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the test of a connection says of a clinic with a bridge. */
class BridgeTestedTest {
    private static final ClinicId CLINIC = new ClinicId("harbourview");
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Envelope ENVELOPE = TestServer.envelope();

    private final AtomicBoolean oscarAnswers = new AtomicBoolean(true);
    private final BridgeServer server = server(Version.text());

    @AfterEach
    void close() {
        server.close();
    }

    private BridgeServer server(String release) {
        return BridgeServer.start(
                new BridgeSettings(CLINIC, KEY, "127.0.0.1", 0, Optional.empty()),
                new BridgeServer.Emr(
                        null,
                        null,
                        Optional.empty(),
                        deadline -> {
                            if (!oscarAnswers.get()) {
                                throw new EmrUnavailableException("OSCAR refused the token");
                            }
                        },
                        () -> false),
                release,
                InstantSource.system());
    }

    private List<String> found(BridgeServer bridge, Optional<String> key, boolean allowed) {
        URI base = URI.create("http://127.0.0.1:" + bridge.port());
        EmrHosts hosts = allowed ? EmrHosts.NONE.and(base) : EmrHosts.NONE;
        EmrSettings settings = new EmrSettings(
                BridgeMaker.KIND,
                key.isPresent(),
                Optional.of(new EmrAddress(base, base, ZoneId.of("America/Vancouver"))),
                key.map(each -> ENVELOPE.seal(EmrSettings.place(CLINIC), each)));
        OscarMeans means = new OscarMeans(OnceOnly.client(PATIENCE), InstantSource.system(), () -> "n", PATIENCE);
        Testing testing = new Testing(new OscarPlaces(new Kept(settings), ENVELOPE, hosts), null, () -> means);
        return testing.test(CLINIC, "oob").troubles().stream()
                .map(TroubleWords::of)
                .map(Finding::code)
                .toList();
    }

    private record Kept(EmrSettings settings) implements ClinicEmrs {
        @Override
        public EmrInUse emr(ClinicId clinic) {
            return new EmrInUse(settings, Optional.empty());
        }

        @Override
        public void change(ClinicId clinic, UnaryOperator<EmrSettings> change, Instant at) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void a_bridge_that_is_well_hinders_nothing_and_each_fault_has_a_name() {
        assertEquals(List.of(), found(server, Optional.of(KEY), true));
        assertEquals(List.of("BRIDGE_KEY_REFUSED"), found(server, Optional.of(KEY.replace('0', '1')), true));
        oscarAnswers.set(false);
        assertEquals(List.of("BRIDGED_OSCAR_SILENT"), found(server, Optional.of(KEY), true));
        try (BridgeServer older = server("0.0.1")) {
            assertEquals(List.of("BRIDGE_RELEASE_DIFFERS"), found(older, Optional.of(KEY), true));
        }
    }

    @Test
    void a_key_that_is_missing_and_an_address_that_is_not_allowed_are_told_before_anything_is_asked() {
        Problem keyless = assertThrows(Problem.class, () -> found(server, Optional.empty(), true));
        assertTrue(keyless.getMessage().contains("key to the bridge is missing"), keyless::getMessage);
        Problem refused = assertThrows(Problem.class, () -> found(server, Optional.of(KEY), false));
        assertTrue(refused.getMessage().contains("it is not asked"), refused::getMessage);
    }
}
