package ca.vitaravox.server.task;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskKind;
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
    private static final String TASKS = "/api/admin/clinics/{clinic}/tasks";
    private static final String ABOUT = "[A-Za-z0-9._:-]{1,200}";

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
        return List.of(
                new Route(HandlerType.GET, TASKS, this::list),
                new Route(HandlerType.POST, TASKS + "/{kind}/{about}/done", this::finish));
    }

    private void list(Visit visit) {
        record(visit, AuditAction.LIST_TASKS, Optional.empty());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items")
                .addAll(tasks.open(visit.clinic(), visit.limit()).stream()
                        .map(TaskRoutes::shape)
                        .toList());
        visit.answer(200, answer);
    }

    /** Twice done is done: nothing is overwritten, so no version is asked for. */
    private void finish(Visit visit) {
        TaskKind kind = visit.id("kind", word -> TaskKind.valueOf(word.toUpperCase(Locale.ROOT)));
        String about = visit.id("about", TaskRoutes::subject);
        record(visit, AuditAction.FINISH_TASK, Optional.of(kind.name().toLowerCase(Locale.ROOT) + ":" + about));
        tasks.finish(visit.clinic(), kind, about, clock.instant());
        visit.done();
    }

    private static String subject(String written) {
        if (!written.matches(ABOUT)) {
            throw new IllegalArgumentException("not what a task is about");
        }
        return written;
    }

    private void record(Visit visit, AuditAction action, Optional<String> subject) {
        trail.append(new AuditEntry(
                visit.clinic(), clock.instant(), visit.actor(), action, Optional.empty(), subject, AuditResult.DONE));
    }

    private static ObjectNode shape(Task task) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("kind", task.kind().name().toLowerCase(Locale.ROOT))
                .put("about", task.about())
                .put("at", task.at().toString());
        task.patient().map(PatientId::value).ifPresent(id -> shape.put("patientId", id));
        task.call().map(CallId::value).ifPresent(id -> shape.put("callId", id));
        task.message().ifPresent(message -> shape.set("message", shape(message)));
        return shape;
    }

    private static ObjectNode shape(Message message) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("reason", message.reason());
        message.caller().map(PhoneNumber::e164).ifPresent(number -> shape.put("caller", number));
        message.callBack().map(PhoneNumber::e164).ifPresent(number -> shape.put("callBack", number));
        message.text().ifPresent(text -> shape.put("text", text));
        return shape;
    }
}
