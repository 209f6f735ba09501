package ca.vitaravox.server.waitlist;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.ports.task.TaskDesk.Kept;
import ca.vitaravox.ports.task.TaskKind;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistBook.Waiting;
import ca.vitaravox.ports.waitlist.WaitlistOffers;
import ca.vitaravox.ports.waitlist.WaitlistOffers.Contacting;
import ca.vitaravox.ports.waitlist.WaitlistOffers.Ending;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.task.TaskShape;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The openings that staff phone those who wait about. Whoever phones has the task of it. */
public final class OfferRoutes {
    private static final String OFFERS = "/api/admin/clinics/{clinic}/offers";
    private static final String OFFER = OFFERS + "/{offer}";

    private final Ports ports;
    private final AdminTrail trail;
    private final InstantSource clock;

    /**
     * What they are kept in.
     *
     * @param entries who waits
     * @param book the offers there are
     * @param offers what staff do about them
     * @param tasks who does it
     * @param users what they are called
     */
    public record Ports(WaitlistBook entries, OfferBook book, WaitlistOffers offers, TaskDesk tasks, Users users) {}

    /** The offers of these; who sees them is in this trail. */
    public OfferRoutes(Ports ports, AdminTrail trail, InstantSource clock) {
        this.ports = ports;
        this.trail = trail;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, OFFERS, this::list),
                new Route(HandlerType.POST, OFFER + "/contacting", this::contacting),
                new Route(HandlerType.POST, OFFER + "/accepted", this::accepted),
                new Route(HandlerType.POST, OFFER + "/declined", this::declined));
    }

    private void list(Visit visit) {
        List<Offer> all = ports.book().live(visit.clinic());
        int from = visit.after(key -> indexOf(all, new OfferId(key)))
                .map(last -> last + 1)
                .orElse(0);
        visit.limit();
        trail.done(visit, AuditAction.LIST_WAITLIST, Optional.of("offers"));
        Map<EntryId, Waiting> waiting = ports.entries().waiting(visit.clinic(), clock.instant()).stream()
                .collect(Collectors.toMap(each -> each.entry().id(), Function.identity()));
        visit.page(
                most -> all.subList(from, Math.min(all.size(), from + most)),
                offer -> shape(visit, offer, Optional.ofNullable(waiting.get(offer.entry()))),
                offer -> offer.id().value());
    }

    private static int indexOf(List<Offer> all, OfferId id) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the offer it names is over"));
    }

    private ObjectNode shape(Visit visit, Offer offer, Optional<Waiting> waiting) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("id", offer.id().value())
                .put("entryId", offer.entry().value())
                .put("providerId", offer.provider().value())
                .put("start", offer.time().start().toString())
                .put("end", offer.time().end().toString())
                .put("visitType", offer.visitType().value())
                .put("state", word(offer.state()))
                .put("since", offer.since().toString())
                .put(
                        "until",
                        offer.state() instanceof OfferState.Contacting held
                                ? held.until().toString()
                                : Offer.latest(offer.time().start()).toString());
        waiting.ifPresent(person -> shape.set("entry", WaitingShape.of(person)));
        Optional<Kept> task = ports.tasks()
                .task(visit.clinic(), TaskKind.PHONE_FOR_OPENING, offer.id().value());
        TaskShape names = new TaskShape(ports.users());
        names.named(task.stream().toList());
        task.flatMap(Kept::taken).ifPresent(by -> shape.set("taken", names.of(by)));
        return shape;
    }

    private static String word(OfferState state) {
        if (state instanceof OfferState.Contacting) {
            return "contacting";
        }
        return state instanceof OfferState.OnTheLine ? "on_the_line" : "to_phone";
    }

    private void take(Visit visit, OfferId offer) {
        trail.done(visit, AuditAction.TAKE_TASK, Optional.of(Words.word(TaskKind.PHONE_FOR_OPENING) + ":" + offer));
        ports.tasks()
                .take(
                        visit.clinic(),
                        TaskKind.PHONE_FOR_OPENING,
                        offer.value(),
                        visit.user().id(),
                        clock.instant());
    }

    private static Actor.Admin staff(Visit visit) {
        return new Actor.Admin(visit.user().id(), visit.session().session().id());
    }

    private void contacting(Visit visit) {
        OfferId id = visit.id("offer", OfferId::new);
        Contacting came = ports.offers().contacting(visit.clinic(), id, staff(visit));
        if (came instanceof Contacting.Held held) {
            take(visit, id);
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
        end(visit, ports.offers().accepted(visit.clinic(), visit.id("offer", OfferId::new), staff(visit)));
    }

    private void declined(Visit visit) {
        end(visit, ports.offers().declined(visit.clinic(), visit.id("offer", OfferId::new), staff(visit)));
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
