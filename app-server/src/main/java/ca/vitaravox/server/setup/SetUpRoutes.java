package ca.vitaravox.server.setup;

import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.SetUp;
import ca.vitaravox.ports.booking.SetUp.Lack;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.audit.Deed;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.Collectors;

/** How far a clinic is set up, and whether it could go live. */
public final class SetUpRoutes {
    private static final int CONFLICT = 409;
    private static final String SET_UP = "/api/admin/clinics/{clinic}/set-up";

    private final SetUp setUp;
    private final AdminTrail trail;

    /** The set-up of all clinics; who has their EMRs tested is in this trail. */
    public SetUpRoutes(SetUp setUp, AdminTrail trail) {
        this.setUp = setUp;
        this.trail = trail;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, SET_UP, this::show),
                new Route(HandlerType.GET, SET_UP + "/checks", this::check));
    }

    /** Refuses a clinic that may not go live yet, naming all that is lacking. */
    public void checkReady(ClinicId clinic) {
        List<Lack> hindrances = setUp.hindrances(clinic);
        if (!hindrances.isEmpty()) {
            throw Problem.of(
                    CONFLICT,
                    "NOT_SET_UP",
                    hindrances.stream().map(LackWords::of).collect(Collectors.joining(" ")));
        }
    }

    private void show(Visit visit) {
        visit.answer(200, SetUpShape.of(setUp.lacking(visit.clinic())));
    }

    private void check(Visit visit) {
        List<Lack> hindrances = trail.around(
                Deed.of(visit, AuditAction.CONNECT_EMR, "set-up/checks"),
                () -> setUp.hindrances(visit.clinic()),
                found -> AuditResult.DONE);
        visit.answer(200, SetUpShape.of(hindrances));
    }
}
