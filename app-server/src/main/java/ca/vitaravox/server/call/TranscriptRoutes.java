package ca.vitaravox.server.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.call.Transcripts.Kept;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.audit.Deed;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/** What was said in a call, word for word: shown to people of its clinic, and taken away before its time. */
public final class TranscriptRoutes {
    private static final String TRANSCRIPT = "/api/admin/clinics/{clinic}/calls/{call}/transcript";

    private final Transcripts transcripts;
    private final AdminTrail trail;

    /** These transcripts; who sees them is in this trail before they do. */
    public TranscriptRoutes(Transcripts transcripts, AdminTrail trail) {
        this.transcripts = transcripts;
        this.trail = trail;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, TRANSCRIPT, this::show),
                new Route(HandlerType.DELETE, TRANSCRIPT, this::remove));
    }

    private static CallId call(Visit visit) {
        return visit.id("call", CallId::new);
    }

    private void show(Visit visit) {
        CallId call = call(visit);
        Kept kept = transcripts.transcript(visit.clinic(), call).orElseThrow(Problem::notFound);
        trail.done(visit, AuditAction.VIEW_TRANSCRIPT, Optional.of(call.value()));
        visit.answer(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("call", call.value())
                        .put("since", kept.since().toString())
                        .put("until", kept.since().plus(Transcripts.KEPT).toString())
                        .put("text", kept.text()));
    }

    private void remove(Visit visit) {
        CallId call = call(visit);
        trail.around(Deed.of(visit, AuditAction.REMOVE_TRANSCRIPT, call.value()), () -> {
            if (!transcripts.remove(visit.clinic(), call)) {
                throw Problem.notFound();
            }
        });
        visit.done();
    }
}
