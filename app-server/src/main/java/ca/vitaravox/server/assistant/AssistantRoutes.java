package ca.vitaravox.server.assistant;

import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.vapi.platform.Change;
import ca.vitaravox.vapi.platform.Difference;
import ca.vitaravox.vapi.platform.PlatformTroubleException;
import ca.vitaravox.vapi.platform.Report;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** A clinic's assistants at the voice platform, for those who manage it. */
public final class AssistantRoutes {
    private static final String ASSISTANT = "/api/admin/clinics/{clinic}/assistant";
    private static final int CONFLICT = 409;

    private static final Optional<String> PUSH = Optional.of("assistant push");

    private final ClinicAssistants assistants;
    private final AdminTrail trail;

    /** The assistants of all clinics; who pushes them is in this trail. */
    public AssistantRoutes(ClinicAssistants assistants, AdminTrail trail) {
        this.assistants = assistants;
        this.trail = trail;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, ASSISTANT, this::show),
                new Route(HandlerType.POST, ASSISTANT + "/push", this::push));
    }

    private void show(Visit visit) {
        visit.show(shape(visit.clinic(), asked(visit.clinic(), assistants::look)));
    }

    /** What is confirmed is what was seen: it must still be so. */
    private void push(Visit visit) {
        ClinicId clinic = visit.clinic();
        Standing before = asked(clinic, assistants::look);
        checkReady(before);
        visit.checkMatch(shape(clinic, before));
        trail.note(visit, AuditAction.CHANGE_SETTINGS, PUSH, AuditResult.INTENDED);
        Report pushed = pushed(visit, clinic);
        ObjectNode answer = shape(clinic, asked(clinic, assistants::look));
        ArrayNode dropped = answer.putArray("dropped");
        pushed.dropped().forEach(dropped::add);
        visit.answer(200, answer);
    }

    private Report pushed(Visit visit, ClinicId clinic) {
        Standing pushed;
        try {
            pushed = asked(clinic, assistants::push);
        } catch (RuntimeException broken) {
            trail.note(visit, AuditAction.CHANGE_SETTINGS, PUSH, AuditResult.UNKNOWN);
            throw broken;
        }
        trail.note(
                visit,
                AuditAction.CHANGE_SETTINGS,
                PUSH,
                pushed.obstacles().isEmpty() ? AuditResult.DONE : AuditResult.REFUSED);
        checkReady(pushed);
        return pushed.report().orElseThrow();
    }

    private static void checkReady(Standing standing) {
        if (!standing.obstacles().isEmpty()) {
            throw Problem.of(CONFLICT, "NOT_READY", String.join(" ", standing.obstacles()));
        }
    }

    private static <T> T asked(ClinicId clinic, Function<ClinicId, T> question) {
        try {
            return question.apply(clinic);
        } catch (NoSuchElementException unknown) {
            throw Problem.notFound();
        } catch (PlatformTroubleException trouble) {
            throw Problem.of(CONFLICT, "VAPI_TROUBLE", trouble.getMessage());
        }
    }

    private ObjectNode shape(ClinicId clinic, Standing standing) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("inStep", standing.inStep());
        standing.obstacles().forEach(shape.putArray("obstacles")::add);
        shape.put("asked", standing.report().isPresent());
        ArrayNode changes = shape.putArray("changes");
        standing.report().ifPresent(report -> report.open().forEach(change -> changes.add(shape(change))));
        ObjectNode definition = shape.putObject("definition");
        asked(clinic, assistants::print).forEach(definition::set);
        return shape;
    }

    private static ObjectNode shape(Change change) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("name", change.name())
                .put("act", change.act().name().toLowerCase(Locale.ROOT));
        ArrayNode differences = shape.putArray("differences");
        change.differences().forEach(each -> differences.add(shape(each)));
        return shape;
    }

    private static ObjectNode shape(Difference difference) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("path", difference.path());
        put(shape, "is", difference.theirs());
        put(shape, "toBe", difference.ours());
        return shape;
    }

    private static void put(ObjectNode shape, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            shape.set(name, value);
        }
    }
}
