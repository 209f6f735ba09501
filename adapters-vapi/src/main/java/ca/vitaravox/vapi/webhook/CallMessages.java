package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.vapi.assistant.Assistants;
import ca.vitaravox.vapi.call.CallNewsReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages about a call as a whole: who shall answer it, that it began, how it ended. Thread-safe. */
final class CallMessages {
    private static final Logger LOG = LoggerFactory.getLogger(CallMessages.class);
    private final Origins origins;
    private final ClinicDirectory directory;
    private final CallDiary diary;
    private final Assistants assistants;
    private final ReadsAhead ahead;
    private final TransferOrders transfers;
    private final Errands errands;
    private final Duration patience;

    CallMessages(
            Origins origins,
            ClinicDirectory directory,
            CallDiary diary,
            Assistants assistants,
            ReadsAhead ahead,
            TransferOrders transfers,
            Errands errands,
            Duration patience) {
        this.origins = origins;
        this.directory = directory;
        this.diary = diary;
        this.assistants = assistants;
        this.ahead = ahead;
        this.transfers = transfers;
        this.errands = errands;
        this.patience = patience;
    }

    /**
     * Names the assistant for the line that was called, or says a sentence to the caller. The voice platform gives up
     * after 7.5 seconds, the way there and back included.
     */
    Reply assistant(JsonNode message) {
        Origin origin = origins.ofMessage(message);
        ObjectNode answer = errands.start(() -> assistants.forLine(directory.line(origin.called())), patience)
                .exceptionally(thrown -> {
                    LOG.error("no assistant for call {}: {}", name(origin), Trace.of(thrown));
                    return assistants.unavailable();
                })
                .join();
        return Reply.of(answer);
    }

    /** Tells the voice platform where the call goes, if a tool chose that. */
    Reply destination(JsonNode message) {
        return transfers.destination(origins.ofMessage(message));
    }

    /**
     * Keeps the news of a call. What could not be kept is not acknowledged, so that it can come again; what takes too
     * long is, and goes on by itself.
     */
    Reply news(JsonNode message, Instant arrived) {
        Origin origin = origins.ofMessage(message);
        Optional<CallNews> news = CallNewsReader.read(message, arrived);
        if (message.path("type").asText().equals("hang")) {
            LOG.warn("the assistant fell silent in call {}", name(origin));
        }
        if (news.isEmpty() || origin.call().isEmpty()) {
            return Reply.nothing();
        }
        return errands.start(() -> kept(origin, origin.call().get(), news.get()), patience)
                .exceptionally(thrown -> notKept(origin, thrown))
                .join();
    }

    private Reply kept(Origin origin, CallId call, CallNews news) {
        Optional<Line> line = directory.line(origin.called());
        if (line.isPresent() && news instanceof CallNews.Started) {
            ahead.begin(line.get(), call, origin);
        }
        if (line.isPresent()) {
            diary.learn(line.get().clinic(), call, origin.caller(), news);
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
