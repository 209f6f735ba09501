package ca.vitaravox.server.admin;

import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Clinics, for those who work in them. Not in the room of clinics, which knows nothing of people who log in.
 */
public final class ClinicRoutes {
    private final ClinicDirectory directory;

    /** The clinics of this directory. */
    public ClinicRoutes(ClinicDirectory directory) {
        this.directory = directory;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, "/api/admin/clinics", this::list),
                new Route(HandlerType.GET, "/api/admin/clinics/{clinic}", this::show));
    }

    private void list(Visit visit) {
        Optional<ClinicId> after = visit.after(ClinicId::new);
        visit.page(
                most -> of(visit.user()).stream()
                        .filter(id -> after.map(last -> id.value().compareTo(last.value()) > 0)
                                .orElse(true))
                        .limit(most)
                        .toList(),
                id -> brief(clinic(id)),
                ClinicId::value);
    }

    private List<ClinicId> of(User user) {
        return directory.clinics().stream().filter(user::worksIn).toList();
    }

    private Clinic clinic(ClinicId id) {
        try {
            return directory.clinic(id);
        } catch (NoSuchElementException unknown) {
            throw Problem.notFound();
        }
    }

    private void show(Visit visit) {
        visit.answer(200, profile(clinic(visit.clinic())));
    }

    private static ObjectNode brief(Clinic clinic) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", clinic.id().value())
                .put("name", clinic.name())
                .put("timezone", clinic.zone().getId());
    }

    private static ObjectNode profile(Clinic clinic) {
        ObjectNode profile = brief(clinic)
                .put("phone", clinic.phone().e164())
                .put("address", clinic.address())
                .put("acceptingNewPatients", clinic.acceptingNewPatients())
                .put("waitlistEnabled", clinic.waitlistEnabled())
                .put("defaultVisitType", clinic.defaultVisitType().value());
        clinic.greeting().ifPresent(greeting -> profile.put("greeting", greeting));
        clinic.languages().stream().map(Language::code).forEach(profile.putArray("languages")::add);
        return profile;
    }
}
