package ca.vitaravox.server.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.call.CallArchive.Brief;
import ca.vitaravox.ports.call.CallArchive.Filter;
import ca.vitaravox.ports.call.CallArchive.Mark;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A clinic's calls: listed, and one with all that was done in it. */
public final class CallRoutes {
    private static final String CALLS = "/api/admin/clinics/{clinic}/calls";
    private static final int MOST_ENTRIES = 500;

    private final CallArchive archive;
    private final CallLog log;
    private final Transcripts transcripts;
    private final AuditPages audit;
    private final AdminTrail trail;

    /** The calls of these; who sees them is in this trail. */
    public CallRoutes(CallArchive archive, CallLog log, Transcripts transcripts, AuditPages audit, AdminTrail trail) {
        this.archive = archive;
        this.log = log;
        this.transcripts = transcripts;
        this.audit = audit;
        this.trail = trail;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, CALLS, this::list),
                new Route(HandlerType.GET, CALLS + "/{call}", this::show));
    }

    private void list(Visit visit) {
        Filter filter = CallQuery.of(visit.query());
        Optional<Mark> after = visit.after(CallRoutes::mark);
        visit.limit();
        trail.done(visit, AuditAction.LIST_CALLS, Optional.empty());
        boolean whole = seesPeople(visit);
        visit.page(
                most -> archive.page(visit.clinic(), filter, after, most),
                brief -> CallShape.of(brief, whole),
                CallRoutes::key);
    }

    /** Who runs the platform is not who treats the patients: of callers they see the last four digits. */
    private static boolean seesPeople(Visit visit) {
        return visit.user().role() != Role.PLATFORM_ADMIN;
    }

    private static String key(Brief brief) {
        return brief.mark().at() + " " + brief.mark().call().value();
    }

    private static Mark mark(String key) {
        int space = key.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("no mark");
        }
        return new Mark(Instant.parse(key.substring(0, space)), new CallId(key.substring(space + 1)));
    }

    private void show(Visit visit) {
        CallId call = visit.id("call", CallId::new);
        CallRecord record = log.call(visit.clinic(), call).orElseThrow(Problem::notFound);
        trail.done(visit, AuditAction.VIEW_CALL, Optional.of(call.value()));
        AuditQuery ofCall = new AuditQuery(
                visit.clinic(),
                Optional.empty(),
                Optional.of(call),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        visit.answer(
                200,
                CallShape.of(record, audit.page(ofCall, OptionalLong.empty(), MOST_ENTRIES), seesPeople(visit))
                        .put("transcript", transcripts.has(visit.clinic(), call)));
    }
}
