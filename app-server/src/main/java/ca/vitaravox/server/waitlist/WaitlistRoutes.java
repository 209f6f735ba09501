package ca.vitaravox.server.waitlist;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.ports.waitlist.WaitlistOffers;
import ca.vitaravox.ports.waitlist.WaitlistOffers.Contacting;
import ca.vitaravox.ports.waitlist.WaitlistOffers.Ending;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.audit.AdminTrail;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who waits, and the openings that staff phone them about. */
public final class WaitlistRoutes {
    private static final String WAITLIST = "/api/admin/clinics/{clinic}/waitlist";
    private static final String OFFER = "/api/admin/clinics/{clinic}/offers/{offer}";

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
                new Route(HandlerType.DELETE, WAITLIST + "/{entry}", this::remove),
                new Route(HandlerType.POST, OFFER + "/contacting", this::contacting),
                new Route(HandlerType.POST, OFFER + "/accepted", this::accepted),
                new Route(HandlerType.POST, OFFER + "/declined", this::declined));
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
                WaitlistRoutes::shape,
                waiting -> waiting.entry().id().value());
    }

    private static int indexOf(List<Waiting> all, EntryId id) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).entry().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("who it names waits no longer"));
    }

    private static ObjectNode shape(Waiting waiting) {
        WaitlistEntry entry = waiting.entry();
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("id", entry.id().value())
                .put("kind", Words.word(entry.kind()))
                .put("firstName", entry.person().name().first())
                .put("lastName", entry.person().name().last())
                .put("phone", entry.person().phone().e164());
        entry.person().patient().map(PatientId::value).ifPresent(id -> shape.put("patientId", id));
        shape.put("visitType", entry.wish().visitType().value())
                .put("partOfDay", Words.word(entry.wish().partOfDay()));
        entry.wish().provider().map(ProviderId::value).ifPresent(id -> shape.put("providerId", id));
        entry.wish().weekdays().stream().sorted().map(Words::word).forEach(shape.putArray("weekdays")::add);
        shape.put("priority", Words.word(entry.priority()))
                .put("since", entry.since().toString())
                .put("until", entry.until().toString())
                .put("language", entry.language().code())
                .put("offered", waiting.asked());
        entry.instead()
                .ifPresent(instead -> shape.putObject("instead")
                        .put("appointmentId", instead.appointment().value())
                        .put("start", instead.start().toString()));
        entry.notes().ifPresent(notes -> shape.put("notes", notes));
        return shape;
    }

    private static Actor.Admin staff(Visit visit) {
        return new Actor.Admin(visit.user().id(), visit.session().session().id());
    }

    private void remove(Visit visit) {
        if (!offers.remove(visit.clinic(), visit.id("entry", EntryId::new), staff(visit))) {
            throw Problem.notFound();
        }
        visit.done();
    }

    private void contacting(Visit visit) {
        Contacting came = offers.contacting(visit.clinic(), visit.id("offer", OfferId::new), staff(visit));
        if (came instanceof Contacting.Held held) {
            visit.answer(
                    200,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("heldUntil", held.until().toString()));
            return;
        }
        throw refusal(came);
    }

    private static Problem refusal(Contacting came) {
        if (came instanceof Contacting.NotWaiting) {
            return Problem.of(409, "NOT_WAITING", "The offer is over, or somebody else is about it.");
        }
        if (came instanceof Contacting.Busy) {
            return Problem.of(409, "BUSY", "A caller holds the time now: try again in a few minutes.");
        }
        if (came instanceof Contacting.Taken) {
            return Problem.of(409, "TAKEN", "The time was booked by somebody else; the offer is over.");
        }
        return came instanceof Contacting.TooClose
                ? Problem.of(409, "TOO_CLOSE", "It starts too soon to be offered.")
                : Problem.of(503, "EMR_UNAVAILABLE", "The EMR does not answer: try again later.");
    }

    private void accepted(Visit visit) {
        end(visit, offers.accepted(visit.clinic(), visit.id("offer", OfferId::new), staff(visit)));
    }

    private void declined(Visit visit) {
        end(visit, offers.declined(visit.clinic(), visit.id("offer", OfferId::new), staff(visit)));
    }

    private static void end(Visit visit, Ending ending) {
        switch (ending) {
            case ENDED -> visit.done();
            case OVER -> throw Problem.of(409, "OVER", "The offer was over before.");
            case NOT_HELD ->
                throw Problem.of(409, "NOT_HELD", "The opening is not held for them: say first that you phone.");
            case ON_THE_LINE -> throw Problem.of(409, "ON_THE_LINE", "They are on the line with the assistant.");
        }
    }
}
