package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.Setting;
import ca.vitaravox.server.audit.SettingChanges;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A part of a clinic's settings that is one document: read, and put back whole. */
final class ClinicDocument {
    private final ClinicSettings settings;
    private final SettingChanges changes;
    private final Form form;

    /**
     * What the document says.
     *
     * @param name its name, for the trail
     * @param path where it is, behind the clinic: {@code /hours}
     * @param shape as JSON
     * @param read what was sent, as a change of the clinic; it is read before the clinic is known
     */
    record Form(
            String name, String path, Function<Clinic, ObjectNode> shape, Function<Body, UnaryOperator<Clinic>> read) {}

    ClinicDocument(ClinicSettings settings, SettingChanges changes, Form form) {
        this.settings = settings;
        this.changes = changes;
        this.form = form;
    }

    List<Route> routes() {
        String path = "/api/admin/clinics/{clinic}" + form.path();
        return List.of(new Route(HandlerType.GET, path, this::show), new Route(HandlerType.PUT, path, this::put));
    }

    private void show(Visit visit) {
        visit.show(form.shape().apply(settings.kept(visit.clinic())));
    }

    private void put(Visit visit) {
        UnaryOperator<Clinic> change = visit.read(form.read());
        changes.put(
                visit,
                new Setting<>(
                        form.name(),
                        wanted -> settings.change(visit.clinic(), wanted),
                        clinic -> Optional.of(form.shape().apply(clinic))),
                change);
    }
}
