package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.clinic.Language;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The answer to come of one tool call: the first one given counts. Thread-safe. */
final class Pending {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile Language language;

    Pending(Language language) {
        this.language = language;
    }

    /** One that is answered already. */
    static Pending answered(Answer answer) {
        Pending pending = new Pending(Language.ENGLISH);
        pending.give(answer);
        return pending;
    }

    /** Learns the language in which it will be answered. */
    void in(Language known) {
        language = known;
    }

    /** Whether it was answered, if only as late. */
    boolean isAnswered() {
        return answer.isDone();
    }

    /** Answers it, unless it was answered before; returns the answer that counts. */
    Answer give(Answer given) {
        answer.complete(given);
        return answer.join();
    }

    /** Waits for the answer until the deadline; then {@code late} makes one. */
    Answer by(Deadline deadline, InstantSource clock, Pause pause, Function<Language, Answer> late) {
        try {
            if (answer.isDone() || pause.until(answer, deadline.left(clock.instant()))) {
                return answer.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return give(late.apply(language));
    }
}
