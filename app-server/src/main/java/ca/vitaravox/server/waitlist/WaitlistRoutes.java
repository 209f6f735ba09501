package ca.vitaravox.server.waitlist;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistOffers;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who waits. */
public final class WaitlistRoutes {
    private static final String WAITLIST = "/api/admin/clinics/{clinic}/waitlist";

    private final WaitlistBook book;
    private final WaitlistOffers offers;
    private final AdminTrail trail;
    private final InstantSource clock;

    /** Those of this book; who sees them is in this trail. */
    public WaitlistRoutes(WaitlistBook book, WaitlistOffers offers, AdminTrail trail, InstantSource clock) {
        this.book = book;
        this.offers = offers;
        this.trail = trail;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, WAITLIST, this::list),
                new Route(HandlerType.DELETE, WAITLIST + "/{entry}", this::remove));
    }

    private void list(Visit visit) {
        List<Waiting> all = book.waiting(visit.clinic(), clock.instant());
        int from = visit.after(key -> indexOf(all, new EntryId(key)))
                .map(last -> last + 1)
                .orElse(0);
        visit.limit();
        trail.done(visit, AuditAction.LIST_WAITLIST, Optional.empty());
        visit.page(
                most -> all.subList(from, Math.min(all.size(), from + most)),
                WaitingShape::of,
                waiting -> waiting.entry().id().value());
    }

    private static int indexOf(List<Waiting> all, EntryId id) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).entry().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("who it names waits no longer"));
    }

    private void remove(Visit visit) {
        Actor.Admin staff =
                new Actor.Admin(visit.user().id(), visit.session().session().id());
        if (!offers.remove(visit.clinic(), visit.id("entry", EntryId::new), staff)) {
            throw Problem.notFound();
        }
        visit.done();
    }
}
