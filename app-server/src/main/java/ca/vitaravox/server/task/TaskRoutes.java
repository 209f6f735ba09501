package ca.vitaravox.server.task;

import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.ports.task.TaskDesk.Kept;
import ca.vitaravox.ports.task.TaskDesk.Mark;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What waits for a clinic's staff, for its staff: listed, taken, done. */
public final class TaskRoutes {
    private static final String TASKS = "/api/admin/clinics/{clinic}/tasks";
    private static final String TASK = TASKS + "/{task}";

    private final TaskDesk tasks;
    private final Users users;
    private final AdminTrail trail;
    private final InstantSource clock;

    /** The tasks of this desk, done by these users; who sees them is in this trail. */
    public TaskRoutes(TaskDesk tasks, Users users, AdminTrail trail, InstantSource clock) {
        this.tasks = tasks;
        this.users = users;
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
        TaskShape shape = new TaskShape(users);
        visit.page(
                most -> shape.named(tasks.page(visit.clinic(), done, after, most)),
                shape::of,
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

    private static TaskName name(Visit visit) {
        return visit.id("task", TaskName::read);
    }

    /** The last to take it has it: nothing that somebody typed is lost, so no version is asked for. */
    private void take(Visit visit) {
        TaskName name = name(visit);
        trail.done(visit, AuditAction.TAKE_TASK, Optional.of(name.toString()));
        if (!tasks.take(visit.clinic(), name.kind(), name.about(), visit.user().id(), clock.instant())) {
            throw Problem.notFound();
        }
        answer(visit, name);
    }

    /** Twice done is done, by whoever was first. */
    private void finish(Visit visit) {
        TaskName name = name(visit);
        trail.done(visit, AuditAction.FINISH_TASK, Optional.of(name.toString()));
        tasks.finish(visit.clinic(), name.kind(), name.about(), visit.user().id(), clock.instant());
        answer(visit, name);
    }

    private void answer(Visit visit, TaskName name) {
        Kept kept = tasks.task(visit.clinic(), name.kind(), name.about()).orElseThrow(Problem::notFound);
        TaskShape shape = new TaskShape(users);
        shape.named(List.of(kept));
        visit.answer(200, shape.of(kept));
    }
}
