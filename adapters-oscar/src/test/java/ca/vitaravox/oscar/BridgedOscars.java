package ca.vitaravox.oscar;

import ca.vitaravox.oscar.bridge.Bridge;
import ca.vitaravox.oscar.bridge.BridgeServer;
import ca.vitaravox.oscar.bridge.BridgeSettings;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.Charts;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Clinics, each with an OSCAR of its own that is reached through a bridge next to it. */
final class BridgedOscars extends TestOscars {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final HttpClient HTTP = OnceOnly.client(LONGEST);
    private static final String KEY = "a key that nobody guesses, of 40 letters";

    private final Map<ClinicId, Bridge> bridges = new ConcurrentHashMap<>();
    private final List<BridgeServer> servers = new ArrayList<>();

    BridgedOscars(Line line) {
        super(line);
    }

    @Override
    ClinicId newClinic() {
        ClinicId clinic = super.newClinic();
        Oscar oscar = of(clinic).oscar;
        BridgeServer server = BridgeServer.start(
                new BridgeSettings(clinic, KEY, "127.0.0.1", 0, Optional.empty()),
                BridgeServer.Emr.of(oscar),
                "1.0",
                InstantSource.system());
        servers.add(server);
        OscarMeans means = new OscarMeans(HTTP, InstantSource.system(), Fresh::hex, LONGEST);
        bridges.put(clinic, new Bridge(clinic, URI.create("http://127.0.0.1:" + server.port()), KEY, means));
        return clinic;
    }

    @Override
    Charts charts(ClinicId clinic) {
        return bridges.get(clinic);
    }

    @Override
    Appointments appointments(ClinicId clinic) {
        return bridges.get(clinic);
    }

    @Override
    public void close() {
        servers.forEach(BridgeServer::close);
        super.close();
    }
}
