package ca.vitaravox.server.overview;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.call.Figures;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What came of the calls of some days, in figures: of one clinic, and of all whose work one may see together. Nobody can be
 * told from them.
 */
public final class OverviewRoutes {
    private final ClinicDirectory clinics;
    private final CallFigures figures;
    private final ClinicEmrs emrs;
    private final InstantSource clock;

    /** The figures of these clinics. */
    public OverviewRoutes(ClinicDirectory clinics, CallFigures figures, ClinicEmrs emrs, InstantSource clock) {
        this.clinics = clinics;
        this.figures = figures;
        this.emrs = emrs;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, "/api/admin/overview", this::showAll),
                new Route(HandlerType.GET, "/api/admin/clinics/{clinic}/overview", this::show));
    }

    private void show(Visit visit) {
        ClinicId clinic = visit.clinic();
        Period period = Period.of(visit.query(), today(clinics.clinic(clinic).zone()));
        ObjectNode shape = OverviewShape.of(period, figures.of(clinic, period.first(), period.last()));
        EmrSettings emr = emrs.emr(clinic).settings();
        shape.withObjectProperty("emr")
                .put("kind", emr.kind())
                .put("answersFrom", emr.isDemo() ? EmrSettings.DEMO_KIND : emr.kind());
        visit.answer(200, shape);
    }

    private void showAll(Visit visit) {
        Period period = Period.of(visit.query(), today(ZoneOffset.UTC));
        visit.answer(200, OverviewShape.of(period, all(visit.user(), period)));
    }

    private Figures all(User user, Period period) {
        if (user.role() == Role.PLATFORM_ADMIN) {
            return figures.ofAll(period.first(), period.last());
        }
        return user.clinics().stream()
                .map(clinic -> figures.of(clinic, period.first(), period.last()))
                .reduce(Figures::plus)
                .orElseThrow();
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
