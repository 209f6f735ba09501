package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicLines;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.Setting;
import ca.vitaravox.server.audit.SettingChanges;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/** The numbers a clinic can be called at. Whose a number is decides whose calls they are, so few may say it. */
final class NumberRoutes {
    private static final String NUMBERS = "/api/admin/clinics/{clinic}/numbers";
    private static final int LONGEST_ID = 100;

    private final ClinicDirectory directory;
    private final ClinicLines lines;
    private final SettingChanges changes;

    NumberRoutes(ClinicDirectory directory, ClinicLines lines, SettingChanges changes) {
        this.directory = directory;
        this.lines = lines;
        this.changes = changes;
    }

    List<Route> routes() {
        return List.of(new Route(HandlerType.GET, NUMBERS, this::show), new Route(HandlerType.PUT, NUMBERS, this::put));
    }

    private void show(Visit visit) {
        visit.show(shape(directory.lines(visit.clinic())));
    }

    private static ObjectNode shape(List<Line> lines) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        var items = shape.putArray("items");
        for (Line line : lines) {
            ObjectNode item = items.addObject()
                    .put("number", line.number().e164())
                    .put("language", line.language().code());
            line.phoneNumberId().ifPresent(id -> item.put("phoneNumberId", id));
            line.assistantId().ifPresent(id -> item.put("assistantId", id));
        }
        return shape;
    }

    private void put(Visit visit) {
        List<Line> wanted =
                visit.read(body -> body.objects("items", ClinicLines.MOST, line -> line(line, visit.clinic())));
        Setting<List<Line>> setting = new Setting<>(
                "numbers", change -> lines.changeLines(visit.clinic(), change), kept -> Optional.of(shape(kept)));
        try {
            changes.put(visit, setting, kept -> inOrder(wanted));
        } catch (IllegalStateException taken) {
            throw Problem.field("items", "has a number or id twice, or one that is another clinic's");
        }
    }

    private static List<Line> inOrder(List<Line> lines) {
        return lines.stream()
                .sorted(java.util.Comparator.comparing(line -> line.number().e164()))
                .toList();
    }

    private static Line line(Body body, ClinicId clinic) {
        return new Line(
                clinic,
                body.value("number", PhoneNumber::new),
                body.someLine("phoneNumberId", LONGEST_ID),
                body.someLine("assistantId", LONGEST_ID),
                body.value("language", ClinicProfile::language));
    }
}
