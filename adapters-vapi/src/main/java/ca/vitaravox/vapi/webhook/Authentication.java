package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.WebhookAuth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a request comes from somebody who knows the secret, or the one before it. Thread-safe. */
final class Authentication {
    private final WebhookAuth mode;
    private final List<Bearer> bearers;
    private final List<Signing> signings;

    /**
     * By these secrets.
     *
     * @param texts the secret, and perhaps the one before
     */
    Authentication(WebhookAuth mode, List<String> texts) {
        List<byte[]> secrets = texts.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.mode = mode;
        bearers = secrets.stream().map(Bearer::new).toList();
        signings = secrets.stream().map(Signing::new).toList();
    }

    /** Whether the request may come in, and by what. */
    Verdict judge(Request request, Instant now) {
        if (mode != WebhookAuth.BEARER) {
            Optional<Signature> signature = Signature.of(request);
            if (signature.isPresent()) {
                return signature.get().isFresh(now) && isSignedRight(signature.get(), request)
                        ? new Verdict(true, signature)
                        : Verdict.REFUSED;
            }
        }
        boolean in = mode != WebhookAuth.HMAC && carriesSecret(request);
        return in ? new Verdict(true, Optional.empty()) : Verdict.REFUSED;
    }

    private boolean isSignedRight(Signature signature, Request request) {
        boolean right = false;
        for (Signing signing : signings) {
            right |= signing.agrees(signature, request.body());
        }
        return right;
    }

    private boolean carriesSecret(Request request) {
        List<String> tokens = Bearer.tokens(request);
        boolean right = false;
        for (Bearer bearer : bearers) {
            for (String token : tokens) {
                right |= bearer.agrees(token);
            }
        }
        return right;
    }

    /**
     * What was decided.
     *
     * @param in whether it may come in
     * @param signature by which it came in; empty if by the secret itself
     */
    record Verdict(boolean in, Optional<Signature> signature) {
        static final Verdict REFUSED = new Verdict(false, Optional.empty());
    }
}
