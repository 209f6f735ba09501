package ca.vitaravox.server.task;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What waits for a clinic's staff, for its staff. */
public final class TaskRoutes {
    private final TaskBook tasks;
    private final AuditTrail trail;
    private final InstantSource clock;

    /** The tasks of this book; who sees them is in this trail. */
    public TaskRoutes(TaskBook tasks, AuditTrail trail, InstantSource clock) {
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new Route(HandlerType.GET, "/api/admin/clinics/{clinic}/tasks", this::list));
    }

    private void list(Visit visit) {
        trail.append(new AuditEntry(
                visit.clinic(),
                clock.instant(),
                visit.actor(),
                AuditAction.LIST_TASKS,
                Optional.empty(),
                Optional.empty(),
                AuditResult.DONE));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items")
                .addAll(tasks.open(visit.clinic(), visit.limit()).stream()
                        .map(TaskRoutes::shape)
                        .toList());
        visit.answer(200, answer);
    }

    private static ObjectNode shape(Task task) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("kind", task.kind().name().toLowerCase(Locale.ROOT))
                .put("about", task.about())
                .put("at", task.at().toString());
        task.patient().map(PatientId::value).ifPresent(id -> shape.put("patientId", id));
        task.call().map(CallId::value).ifPresent(id -> shape.put("callId", id));
        return shape;
    }
}
