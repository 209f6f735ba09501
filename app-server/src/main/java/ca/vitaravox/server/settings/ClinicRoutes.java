package ca.vitaravox.server.settings;

import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicIndex.Brief;
import ca.vitaravox.ports.clinic.ClinicStatus;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which clinics there are, new ones, and how each stands now. */
final class ClinicRoutes {
    private static final String CLINICS = "/api/admin/clinics";
    private static final int LONGEST_SEARCH = 100;

    private final ClinicPorts clinics;
    private final AdminTrail trail;

    ClinicRoutes(ClinicPorts clinics, AdminTrail trail) {
        this.clinics = clinics;
        this.trail = trail;
    }

    List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, CLINICS, this::list),
                new Route(HandlerType.POST, CLINICS, this::add),
                new Route(HandlerType.GET, CLINICS + "/{clinic}/status", this::status));
    }

    private void list(Visit visit) {
        Optional<ClinicId> after = visit.after(ClinicId::new);
        Optional<String> search = visit.query().value("search", ClinicRoutes::word);
        visit.page(
                most -> clinics.index().page(among(visit.user()), search, after, most),
                ClinicRoutes::shape,
                brief -> brief.id().value());
    }

    private static String word(String sent) {
        if (sent.isBlank() || sent.length() > LONGEST_SEARCH || sent.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has 1 to " + LONGEST_SEARCH + " printable characters");
        }
        return sent.strip();
    }

    private static Optional<Set<ClinicId>> among(User user) {
        return user.role().isEverywhere() ? Optional.empty() : Optional.of(user.clinics());
    }

    private static ObjectNode shape(Brief brief) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", brief.id().value())
                .put("name", brief.name())
                .put("timezone", brief.zone().getId())
                .put("numbers", brief.lines());
    }

    private void add(Visit visit) {
        Clinic clinic = visit.read(ClinicProfile::readNew);
        if (!clinics.settings().create(clinic)) {
            throw Problem.field("id", "is another clinic's");
        }
        trail.done(visit, clinic.id(), AuditAction.CHANGE_SETTINGS, Optional.of("profile made"));
        visit.made(ClinicProfile.shape(clinic));
    }

    private void status(Visit visit) {
        ClinicStatus status = clinics.info().status(visit.clinic(), Language.ENGLISH);
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("open", status.open())
                .put("numbers", clinics.directory().lines(visit.clinic()).size());
        status.opensNext()
                .ifPresent(
                        next -> shape.put("opensNext", next.toOffsetDateTime().toString()));
        status.closedBecause().ifPresent(why -> shape.put("closedBecause", why));
        visit.answer(200, shape);
    }
}
