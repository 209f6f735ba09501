package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.bridge.BridgeSettings;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.audit.Deed;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The key to a clinic's bridge, which is never shown again. */
final class BridgeKeyRoutes {
    private static final int LONGEST_KEY = 500;

    private final ClinicEmrs emrs;
    private final Envelope envelope;
    private final AdminTrail trail;
    private final InstantSource clock;
    private final EmrShape shape;

    BridgeKeyRoutes(ClinicEmrs emrs, Envelope envelope, AdminTrail trail, InstantSource clock) {
        this.emrs = emrs;
        this.envelope = envelope;
        this.trail = trail;
        this.clock = clock;
        this.shape = new EmrShape(envelope);
    }

    List<Route> routes() {
        return List.of(new Route(HandlerType.PUT, "/api/admin/clinics/{clinic}/emr/key", this::put));
    }

    /** For the bridge that was read: one whose address somebody changed meanwhile does not get the key. */
    private void put(Visit visit) {
        String key = visit.read(BridgeKeyRoutes::key);
        ClinicId clinic = visit.clinic();
        String sealed = envelope.seal(EmrSettings.place(clinic), key);
        trail.around(
                Deed.of(visit, AuditAction.CHANGE_SETTINGS, "emr/key"),
                () -> emrs.change(
                        clinic,
                        kept -> {
                            visit.checkMatch(shape.of(clinic, kept));
                            return keyed(kept, sealed);
                        },
                        clock.instant()));
        visit.done();
    }

    private static EmrSettings keyed(EmrSettings kept, String sealed) {
        if (!kept.kind().equals(BridgeMaker.KIND)) {
            throw Problem.of(409, "NO_BRIDGE", "The clinic has no bridge: a platform admin enters its address first.");
        }
        return new EmrSettings(kept.kind(), kept.live(), kept.address(), Optional.of(sealed));
    }

    private static String key(Body body) {
        String key = body.line("apiKey", LONGEST_KEY);
        if (key.length() < BridgeSettings.SHORTEST_KEY) {
            throw body.refusal("apiKey", "has at least 32 characters");
        }
        return key;
    }
}
