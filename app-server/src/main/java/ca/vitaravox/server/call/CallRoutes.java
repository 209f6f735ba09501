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
import ca.vitaravox.ports.call.TrialBook;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A clinic's calls: listed, and one with all that was done in it. */
public final class CallRoutes {
    private static final String CALLS = "/api/admin/clinics/{clinic}/calls";
    private static final int MOST_ENTRIES = 500;

    private final CallArchive archive;
    private final CallLog log;
    private final Transcripts transcripts;
    private final AuditPages audit;
    private final TrialBook trials;
    private final AdminTrail trail;

    /**
     * The calls of these; who sees them is in this trail.
     *
     * @param trials which of them were tried out
     */
    public CallRoutes(
            CallArchive archive,
            CallLog log,
            Transcripts transcripts,
            AuditPages audit,
            TrialBook trials,
            AdminTrail trail) {
        this.trials = trials;
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
        Set<CallId> tried = new HashSet<>();
        visit.page(
                most -> {
                    List<Brief> page = archive.page(visit.clinic(), filter, after, most);
                    tried.addAll(tried(
                            visit,
                            page.stream().map(brief -> brief.mark().call()).toList()));
                    return page;
                },
                brief -> CallShape.of(brief, whole, tried.contains(brief.mark().call())),
                CallRoutes::key);
    }

    private Set<CallId> tried(Visit visit, List<CallId> calls) {
        return trials.among(visit.clinic(), calls).keySet();
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
                        .put("trial", !tried(visit, List.of(call)).isEmpty())
                        .put("transcript", transcripts.has(visit.clinic(), call)));
    }
}
