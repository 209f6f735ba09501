package ca.vitaravox.vapi.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests in that prove the secret, once each if signed, and has them answered. Thread-safe. */
final class Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    /** Longer than any request takes to be answered. */
    private static final long PATIENCE_SECONDS = 10;

    private final Authentication authentication;
    private final SeenSignatures seen = new SeenSignatures();
    private final Messages messages;
    private final InstantSource clock;

    Webhook(Authentication authentication, Messages messages, InstantSource clock) {
        this.authentication = authentication;
        this.messages = messages;
        this.clock = clock;
    }

    /** Answers a request; {@code slug} is the tool its path names. */
    Reply answer(Request request, Optional<String> slug) {
        Authentication.Verdict verdict = authentication.judge(request, clock.instant());
        if (!verdict.in()) {
            return Reply.fault(Fault.UNAUTHORIZED);
        }
        if (!request.saysJson()) {
            return Reply.fault(Fault.NOT_JSON);
        }
        Optional<ObjectNode> body = Json.object(request.body());
        if (body.isEmpty()) {
            return Reply.fault(Fault.MALFORMED_REQUEST);
        }
        Supplier<Reply> reply = () -> reply(body.get(), slug, request);
        return verdict.signature().map(signature -> once(signature, reply)).orElseGet(reply);
    }

    private Reply reply(ObjectNode body, Optional<String> slug, Request request) {
        try {
            return messages.answer(body, slug, request.arrived());
        } catch (RuntimeException e) {
            LOG.error("a message broke: {}", Trace.of(e));
            return Reply.fault(Fault.INTERNAL_ERROR);
        }
    }

    private Reply once(Signature signature, Supplier<Reply> supplier) {
        CompletableFuture<Reply> mine = new CompletableFuture<>();
        Optional<CompletableFuture<Reply>> earlier = seen.earlier(signature, mine, clock.instant());
        if (earlier.isPresent()) {
            return again(earlier.get());
        }
        Reply reply = Reply.fault(Fault.INTERNAL_ERROR);
        try {
            reply = supplier.get();
        } finally {
            if (reply.status() != 200) {
                seen.forget(signature);
            }
            mine.complete(reply.again());
        }
        return reply;
    }

    private static Reply again(CompletableFuture<Reply> first) {
        try {
            return first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.fault(Fault.INTERNAL_ERROR);
        } catch (ExecutionException | TimeoutException e) {
            return Reply.fault(Fault.INTERNAL_ERROR);
        }
    }
}
