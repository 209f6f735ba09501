package ca.vitaravox.server.export;

import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.call.CallQuery;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A clinic's calls, tasks and waitlist as files. Who takes one is in the trail before its first line. A file has
 * {@link Export#MOST_ROWS} rows at most and says so where there are more; few are written at a time.
 */
public final class ExportRoutes {
    private static final String EXPORTS = "/api/admin/clinics/{clinic}/exports";
    private static final String TYPE = "text/csv; charset=utf-8";
    private static final int MOST_AT_ONCE = 2;

    private final Ports ports;
    private final AdminTrail trail;
    private final InstantSource clock;
    private final Semaphore writers = new Semaphore(MOST_AT_ONCE);

    /**
     * What is written.
     *
     * @param clinics for their clocks
     * @param calls their calls
     * @param tasks their tasks
     * @param users who did them
     * @param waiting who waits
     */
    public record Ports(
            ClinicDirectory clinics, CallArchive calls, TaskDesk tasks, Users users, WaitlistBook waiting) {}

    /** Files of these. */
    public ExportRoutes(Ports ports, AdminTrail trail, InstantSource clock) {
        this.ports = ports;
        this.trail = trail;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, EXPORTS + "/calls", this::calls),
                new Route(HandlerType.GET, EXPORTS + "/tasks", this::tasks),
                new Route(HandlerType.GET, EXPORTS + "/waitlist", this::waitlist));
    }

    private Times times(Visit visit) {
        return new Times(ports.clinics().clinic(visit.clinic()).zone());
    }

    private void calls(Visit visit) {
        CallArchive.Filter filter = CallQuery.of(visit.query());
        write(
                visit,
                AuditAction.LIST_CALLS,
                "calls",
                new CallExport(ports.calls(), visit.clinic(), filter, times(visit)));
    }

    private void tasks(Visit visit) {
        write(
                visit,
                AuditAction.LIST_TASKS,
                "tasks",
                new TaskExport(ports.tasks(), ports.users(), visit.clinic(), times(visit)));
    }

    private void waitlist(Visit visit) {
        write(
                visit,
                AuditAction.LIST_WAITLIST,
                "waitlist",
                new WaitlistExport(ports.waiting().waiting(visit.clinic(), clock.instant()), times(visit)));
    }

    private void write(Visit visit, AuditAction action, String name, Export export) {
        if (!writers.tryAcquire()) {
            throw Problem.of(503, "BUSY", "Other files are being written: try again in a minute.");
        }
        try {
            trail.done(visit, action, Optional.of("export"));
            visit.file(name + ".csv", TYPE, out -> export.write(new Csv(out)));
        } finally {
            writers.release();
        }
    }
}
