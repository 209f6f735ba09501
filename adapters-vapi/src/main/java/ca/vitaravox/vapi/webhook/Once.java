package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.call.SeenSignatures.Seen;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a signed request is executed once, however often and wherever it arrives: whoever records one and sends
 * it again gets what was answered, and nothing happens. Where it cannot be told whether it came before, nothing is
 * executed either. Requests that carry the secret itself are not bound to what they say and are not looked at here.
 * Thread-safe, among all servers.
 */
final class Once {
    private static final Logger LOG = LoggerFactory.getLogger(Once.class);
    /** How long to wait for the ledger: an apology in time is better than silence. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    /** The clocks of servers differ by less: none forgets a signature that another would still believe. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final Ticket FREE = new Ticket(Optional.empty(), new Seen.First());

    private final Lines lines;
    private final WebhookPorts ports;
    private final Errands errands;

    Once(Lines lines, WebhookPorts ports, Errands errands) {
        this.lines = lines;
        this.ports = ports;
        this.errands = errands;
    }

    /** What is known of a request; no clinic, if there is nothing to be kept about it. */
    private record Ticket(Optional<ClinicId> clinic, Seen seen) {}

    /**
     * Replies to a message whose repeat is told nothing.
     *
     * @param first executes it
     * @param unsure replies without executing anything
     */
    Reply acknowledged(Delivery delivery, Supplier<Reply> first, Supplier<Reply> unsure) {
        Optional<Ticket> ticket = ticket(delivery);
        if (ticket.isEmpty()) {
            return unsure.get();
        }
        return ticket.get().seen() instanceof Seen.First
                ? executed(delivery, ticket.get().clinic(), first)
                : Reply.nothing();
    }

    /**
     * Replies to a message whose repeat is told the same; while that is not known yet it waits for it.
     *
     * @param first executes it
     * @param unsure replies without executing anything
     */
    Reply answered(Delivery delivery, Deadline deadline, Supplier<Reply> first, Function<Doubt, Reply> unsure) {
        Polling polling = new Polling(ports.pause(), ports.clock());
        do {
            Optional<Ticket> ticket = ticket(delivery);
            if (ticket.isEmpty()) {
                return unsure.apply(Doubt.UNTOLD);
            }
            if (ticket.get().seen() instanceof Seen.First) {
                Reply reply = executed(delivery, ticket.get().clinic(), first);
                remember(delivery, ticket.get().clinic(), reply);
                return reply;
            }
            Optional<String> before = ((Seen.Before) ticket.get().seen()).answer();
            if (before.isPresent()) {
                return Reply.before(before.get());
            }
        } while (polling.again(deadline));
        return unsure.apply(Doubt.UNDER_WAY);
    }

    /** Empty if it cannot be told. A line that is no clinic's, or out of reach, has nothing executed anyway. */
    private Optional<Ticket> ticket(Delivery delivery) {
        if (delivery.proof().signature().isEmpty()) {
            return Optional.of(FREE);
        }
        AtomicBoolean nobodyWaits = new AtomicBoolean();
        try {
            return Optional.of(errands.done(() -> taken(delivery, nobodyWaits), PATIENCE));
        } catch (CompletionException unknown) {
            nobodyWaits.set(true);
            LOG.error("it cannot be told whether a signature was seen: {}", Trace.of(unknown.getCause()));
            return Optional.empty();
        }
    }

    /** Takes the signature in; what was taken in too late, so that nothing was executed, is given back. */
    private Ticket taken(Delivery delivery, AtomicBoolean nobodyWaits) {
        if (!(lines.owner(delivery.called(), delivery.proof()) instanceof Owner.Known known)) {
            return FREE;
        }
        Signature signature = delivery.proof().signature().orElseThrow();
        Instant until = signature.at().plus(Signature.WINDOW).plus(LEEWAY);
        ClinicId clinic = known.line().clinic();
        Seen seen = signatures().take(clinic, signature.name(), ports.clock().instant(), until);
        if (nobodyWaits.get() && seen instanceof Seen.First) {
            signatures().forget(clinic, signature.name());
        }
        return new Ticket(Optional.of(clinic), seen);
    }

    /** Executes; what was not answered may come again. */
    private Reply executed(Delivery delivery, Optional<ClinicId> clinic, Supplier<Reply> first) {
        boolean answered = false;
        try {
            Reply reply = first.get();
            answered = reply.status() == 200;
            return reply;
        } finally {
            if (!answered) {
                beside(delivery, clinic, signature -> signatures().forget(clinic.orElseThrow(), signature));
            }
        }
    }

    private void remember(Delivery delivery, Optional<ClinicId> clinic, Reply reply) {
        if (reply.status() == 200) {
            beside(delivery, clinic, signature -> signatures().remember(clinic.orElseThrow(), signature, reply.text()));
        }
    }

    /** On another thread: the caller hears the answer meanwhile. */
    private void beside(Delivery delivery, Optional<ClinicId> clinic, Consumer<String> note) {
        if (clinic.isEmpty()) {
            return;
        }
        String signature = delivery.proof().signature().orElseThrow().name();
        errands.start(() -> {
                    note.accept(signature);
                    return true;
                })
                .exceptionally(thrown -> {
                    LOG.warn("what came of a signed request was not kept: {}", Trace.of(thrown));
                    return false;
                });
    }

    private SeenSignatures signatures() {
        return ports.trust().signatures();
    }
}
