package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.WebhookAuth;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the webhook is set up. Its text shows no secret.
 *
 * @param auth what a request must carry
 * @param secret the secret shared with the voice platform; never blank: without one there is no webhook
 * @param previousSecret the secret before that, accepted as well while it is being replaced
 * @param answerWithin how long after its arrival every tool call of a message is answered; what takes longer than this
 *     for other messages is not waited for
 * @param callsPerMessage how many tool calls of one message are executed at most
 * @param callsAtOnce how many tool calls run or wait at most in this process
 */
public record WebhookSettings(
        WebhookAuth auth,
        String secret,
        Optional<String> previousSecret,
        Duration answerWithin,
        int callsPerMessage,
        int callsAtOnce) {
    /** What is left of the contract's 4 seconds after the way here and back. */
    public static final Duration USUAL_ANSWER_WITHIN = Duration.ofMillis(3800);

    /** Refuses to be without a secret. */
    public WebhookSettings {
        if (secret.isBlank() || previousSecret.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("the webhook's secret is blank");
        }
        if (answerWithin.isNegative() || answerWithin.isZero() || callsPerMessage < 1 || callsAtOnce < 1) {
            throw new IllegalArgumentException("the webhook's limits are above zero");
        }
    }

    /** The usual limits: answers within 3.8 seconds, 20 calls in a message, 400 at once. */
    public static WebhookSettings of(WebhookAuth auth, String secret, Optional<String> previousSecret) {
        return new WebhookSettings(auth, secret, previousSecret, USUAL_ANSWER_WITHIN, 20, 400);
    }

    /** What lets in whoever knows these secrets. */
    Authentication authentication() {
        return new Authentication(
                auth, Stream.concat(Stream.of(secret), previousSecret.stream()).toList());
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + auth + ", within " + answerWithin + "]";
    }
}
