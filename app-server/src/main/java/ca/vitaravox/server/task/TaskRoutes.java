package ca.vitaravox.server.task;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.ports.task.TaskDesk.By;
import ca.vitaravox.ports.task.TaskDesk.Kept;
import ca.vitaravox.ports.task.TaskDesk.Mark;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.audit.AdminTrail;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What waits for a clinic's staff, for its staff: listed, taken, done. */
public final class TaskRoutes {
    private static final String TASKS = "/api/admin/clinics/{clinic}/tasks";
    private static final String TASK = TASKS + "/{task}";

    private final TaskDesk tasks;
    private final AdminTrail trail;
    private final InstantSource clock;

    /** The tasks of this desk; who sees them is in this trail. */
    public TaskRoutes(TaskDesk tasks, AdminTrail trail, InstantSource clock) {
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, TASKS, this::list),
                new Route(HandlerType.POST, TASK + "/taken", this::take),
                new Route(HandlerType.POST, TASK + "/done", this::finish));
    }

    private void list(Visit visit) {
        boolean done = visit.query().constant("state", State.class).orElse(State.OPEN) == State.DONE;
        Optional<Mark> after = visit.after(TaskRoutes::mark);
        visit.limit();
        trail.done(visit, AuditAction.LIST_TASKS, Optional.empty());
        visit.page(
                most -> tasks.page(visit.clinic(), done, after, most),
                TaskRoutes::shape,
                kept -> key(Mark.of(kept.task())));
    }

    /** Which tasks are asked for. */
    private enum State {
        OPEN,
        DONE
    }

    private static String key(Mark mark) {
        return mark.at() + " " + mark.kind() + " " + mark.about();
    }

    private static Mark mark(String key) {
        String[] parts = key.split(" ", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no mark");
        }
        return new Mark(Instant.parse(parts[0]), TaskKind.valueOf(parts[1]), parts[2]);
    }

    /** Which task a path names. What a task is about may have a slash in it, which no path can. */
    private record Name(TaskKind kind, String about) {
        private static final Pattern FORM = Pattern.compile("([a-z_]{1,40}):([A-Za-z0-9._:/-]{1,200})");

        static Name of(Task task) {
            return new Name(task.kind(), task.about());
        }

        static Name read(String id) {
            Matcher text = FORM.matcher(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8));
            if (!text.matches()) {
                throw new IllegalArgumentException("no id of a task");
            }
            return new Name(TaskKind.valueOf(text.group(1).toUpperCase(Locale.ROOT)), text.group(2));
        }

        String id() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return Words.word(kind) + ":" + about;
        }
    }

    private static Name name(Visit visit) {
        return visit.id("task", Name::read);
    }

    /** The last to take it has it: nothing that somebody typed is lost, so no version is asked for. */
    private void take(Visit visit) {
        Name name = name(visit);
        trail.done(visit, AuditAction.TAKE_TASK, Optional.of(name.toString()));
        if (!tasks.take(visit.clinic(), name.kind(), name.about(), visit.user().id(), clock.instant())) {
            throw Problem.notFound();
        }
        answer(visit, name);
    }

    /** Twice done is done, by whoever was first. */
    private void finish(Visit visit) {
        Name name = name(visit);
        trail.done(visit, AuditAction.FINISH_TASK, Optional.of(name.toString()));
        tasks.finish(visit.clinic(), name.kind(), name.about(), visit.user().id(), clock.instant());
        answer(visit, name);
    }

    private void answer(Visit visit, Name name) {
        visit.answer(
                200,
                tasks.task(visit.clinic(), name.kind(), name.about())
                        .map(TaskRoutes::shape)
                        .orElseThrow(Problem::notFound));
    }

    private static ObjectNode shape(Kept kept) {
        Task task = kept.task();
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("id", Name.of(task).id())
                .put("kind", Words.word(task.kind()))
                .put("about", task.about())
                .put("at", task.at().toString());
        task.patient().map(PatientId::value).ifPresent(id -> shape.put("patientId", id));
        task.call().map(CallId::value).ifPresent(id -> shape.put("callId", id));
        task.message().ifPresent(message -> shape.set("message", shape(message)));
        kept.taken().ifPresent(by -> shape.set("taken", shape(by)));
        kept.finished().ifPresent(by -> shape.set("done", shape(by)));
        return shape;
    }

    private static ObjectNode shape(By by) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        by.user().map(UserId::value).ifPresent(user -> shape.put("by", user));
        return shape.put("at", by.at().toString());
    }

    private static ObjectNode shape(Message message) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("reason", message.reason());
        message.caller().map(PhoneNumber::e164).ifPresent(number -> shape.put("caller", number));
        message.callBack().map(PhoneNumber::e164).ifPresent(number -> shape.put("callBack", number));
        message.text().ifPresent(text -> shape.put("text", text));
        return shape;
    }
}
