package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.vapi.assistant.Assistants;
import ca.vitaravox.vapi.call.CallNewsReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages about a call as a whole: who shall answer it, that it began, how it ended. Thread-safe. */
final class CallMessages {
    private static final Logger LOG = LoggerFactory.getLogger(CallMessages.class);
    /** A caller hears no difference up to here. */
    private static final Duration AT_ONCE = Duration.ofMillis(30);

    private final Origins origins;
    private final Lines lines;
    private final CallDiary diary;
    private final Assistants assistants;
    private final ReadsAhead ahead;
    private final TransferOrders transfers;
    private final Errands errands;
    private final Duration patience;

    CallMessages(
            Origins origins,
            Lines lines,
            CallDiary diary,
            Assistants assistants,
            ReadsAhead ahead,
            TransferOrders transfers,
            Errands errands,
            Duration patience) {
        this.origins = origins;
        this.lines = lines;
        this.diary = diary;
        this.assistants = assistants;
        this.ahead = ahead;
        this.transfers = transfers;
        this.errands = errands;
        this.patience = patience;
    }

    /**
     * Names the assistant for the line that was called, or says a sentence to the caller. Where the line was called
     * before, what was answered then is answered again as soon as nothing newer is at hand: whatever is slow or down, no
     * caller waits for it. The voice platform gives up after 7.5 seconds, the way there and back included.
     */
    Reply assistant(JsonNode message, Proof proof) {
        CalledLine called = origins.ofMessage(message).called();
        Optional<Reply> before = before(called, proof);
        return errands.start(() -> assistant(called, lines.owner(called, proof)), before.isEmpty() ? patience : AT_ONCE)
                .exceptionally(thrown -> before.orElseGet(() -> {
                    LOG.error("no assistant for call {}: {}", name(origins.ofMessage(message)), Trace.of(thrown));
                    return Reply.of(assistants.unavailable());
                }))
                .join();
    }

    private Reply assistant(CalledLine called, Owner owner) {
        if (owner instanceof Owner.OutOfReach) {
            return Reply.fault(Fault.UNAUTHORIZED);
        }
        return Reply.of(
                owner instanceof Owner.Known
                        ? assistants.known(called).orElseGet(() -> assistants.answer(called))
                        : assistants.nobody());
    }

    private Optional<Reply> before(CalledLine called, Proof proof) {
        return lines.reached(called, proof) ? assistants.known(called).map(Reply::of) : Optional.empty();
    }

    /** Tells the voice platform where the call goes, if a tool chose that. */
    Reply destination(JsonNode message, Proof proof) {
        return transfers.destination(origins.ofMessage(message), proof);
    }

    /**
     * Keeps the news of a call. What could not be kept is not acknowledged, so that it can come again; what takes too
     * long is, and goes on by itself.
     */
    Reply news(JsonNode message, Delivery delivery) {
        Origin origin = origins.ofMessage(message);
        Optional<CallNews> news = CallNewsReader.read(message, delivery.at());
        if (message.path("type").asText().equals("hang")) {
            LOG.warn("the assistant fell silent in call {}", name(origin));
        }
        if (news.isEmpty() || origin.call().isEmpty()) {
            return ignored(delivery);
        }
        return errands.start(() -> kept(origin, delivery.proof(), news.get()), patience)
                .exceptionally(thrown -> notKept(origin, thrown))
                .join();
    }

    /** Acknowledges what needs nothing done, unless it is about a line out of its reach. */
    Reply ignored(Delivery delivery) {
        return errands.start(() -> lines.owner(delivery.called(), delivery.proof()), patience)
                .handle((owner, unknown) ->
                        owner instanceof Owner.OutOfReach ? Reply.fault(Fault.UNAUTHORIZED) : Reply.nothing())
                .join();
    }

    private Reply kept(Origin origin, Proof proof, CallNews news) {
        CallId call = origin.call().orElseThrow();
        Owner owner = lines.owner(origin.called(), proof);
        if (owner instanceof Owner.OutOfReach) {
            return Reply.fault(Fault.UNAUTHORIZED);
        }
        if (owner instanceof Owner.Known known) {
            if (news instanceof CallNews.Started) {
                ahead.begin(known.line(), call, origin);
            }
            diary.learn(known.line().clinic(), call, origin.caller(), news);
        } else {
            LOG.warn("news of call {}, which belongs to no clinic here", call);
        }
        return Reply.nothing();
    }

    private static Reply notKept(Origin origin, Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        LOG.error("news of call {} not kept yet: {}", name(origin), Trace.of(cause));
        return cause instanceof TimeoutException ? Reply.nothing() : Reply.fault(Fault.INTERNAL_ERROR);
    }

    private static String name(Origin origin) {
        return origin.call().map(CallId::value).orElse("without a usable id");
    }
}
