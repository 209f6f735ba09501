package ca.vitaravox.server.testing;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.standin.AccessTokenRow;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.DemographicRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.emr.EmrCredentials;
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

/** A {@link TestClinic} that is live, on an OSCAR of its own: a stand-in that has its provider and its patients. */
public final class OscarClinic implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("America/Vancouver");
    private static final String ACTS_AS = "900";
    /** Nobody was calling yet, so nothing has to wait until calls of before are over. */
    private static final Duration BEFORE_ANY_CALL = Duration.ofMinutes(1);

    /** What bridges next to these OSCARs are asked with. */
    public static final String BRIDGE_KEY = "0123456789abcdef0123456789abcdef";

    private final Database database;
    private final TestClinic clinic;
    private final StandInOscar server;
    private final OAuthCredentials credentials;

    private OscarClinic(Database database, TestClinic clinic, Line line, int patients) {
        this.database = database;
        this.clinic = clinic;
        server = StandInOscar.start(new StandInSettings(
                line, ZONE, InstantSource.system(), () -> UUID.randomUUID().toString(), 0));
        server.tables().providers().add(ProviderRow.integration(ACTS_AS));
        server.tables().providers().add(ProviderRow.doctor("7", "Test", "Doctor"));
        ClientRow client = new ClientRow(clinic.id(), UUID.randomUUID().toString(), "http://127.0.0.1", -1);
        AccessTokenRow token = server.staff().allow(client, ACTS_AS);
        credentials = new OAuthCredentials(client.key(), client.secret(), token.token(), token.secret());
        for (int n = 1; n <= patients; n++) {
            Map<DemographicColumn, String> columns = DemographicRow.columns(
                    "TESTER", "CASEY", LocalDate.of(1980, 1, 1).plusDays(n));
            columns.put(DemographicColumn.PHONE, clinic.phoneOf(n).substring(2));
            server.staff().register(columns);
        }
        live(true);
    }

    /** Makes a clinic of that name with so many patients, each with a telephone of their own. */
    public static OscarClinic open(Database database, String name, Line line, int patients) {
        return new OscarClinic(database, TestClinic.open(database, name, 0), line, patients);
    }

    /** Writes its settings, with these credentials sealed for test servers. */
    public void live(boolean live) {
        URI address = server.baseUrl();
        save(new EmrSettings(
                "oscar",
                live,
                Optional.of(new EmrAddress(address, address, ZONE)),
                Optional.of(EmrCredentials.seal(TestServer.envelope(), new ClinicId(clinic.id()), credentials))));
    }

    /** The file of a bridge next to this OSCAR, on any port, in a folder. */
    public Path bridgeFile(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(clinic.id() + ".properties"), """
                clinic=%s
                clinic-zone=%s
                api-key=%s
                port=0
                oscar=%s
                client-key=%s
                client-secret=%s
                token=%s
                token-secret=%s
                longest-visit-minutes=15
                """.formatted(
                        clinic.id(),
                        ZONE,
                        BRIDGE_KEY,
                        server.baseUrl(),
                        credentials.clientKey(),
                        credentials.clientSecret(),
                        credentials.token(),
                        credentials.tokenSecret()));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** From now on its EMR is a bridge at this address, whose key is not known yet and which is not live. */
    public void bridged(URI bridge) {
        save(new EmrSettings("bridge", false, Optional.of(new EmrAddress(bridge, bridge, ZONE)), Optional.empty()));
    }

    /** From now on it is live, with the bridge that it has, and the key to that. */
    public void keyed() {
        EmrSettings its = database.clinicEmrs().emr(new ClinicId(clinic.id())).settings();
        String sealed = TestServer.envelope().seal(EmrSettings.place(new ClinicId(clinic.id())), BRIDGE_KEY);
        save(new EmrSettings(its.kind(), true, its.address(), Optional.of(sealed)));
    }

    private void save(EmrSettings settings) {
        database.clinicEmrs()
                .save(new ClinicId(clinic.id()), settings, Instant.now().minus(BEFORE_ANY_CALL));
    }

    /** The stand-in. */
    public StandInOscar server() {
        return server;
    }

    /** A call from a patient's telephone, at the server on that port. */
    public Phone call(int port, int patient) {
        return new Phone(port, clinic.phoneOf(patient), clinic.number());
    }

    /** A call from any telephone, at the server on that port. */
    public Phone callFrom(int port, String from) {
        return new Phone(port, from, clinic.number());
    }

    /** The telephone of a patient. */
    public String phoneOf(int patient) {
        return clinic.phoneOf(patient);
    }

    /** The clinic's id. */
    public String id() {
        return clinic.id();
    }

    /** Demo data from now on, for nobody answers any more. */
    @Override
    public void close() {
        live(false);
        server.close();
    }
}
