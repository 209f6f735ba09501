package ca.vitaravox.vapi.standin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** What goes wrong at the stand-in with the requests to come, one after the other. Thread-safe. */
public final class Troubles {
    private final Queue<Trouble> queue = new ConcurrentLinkedQueue<>();

    Troubles() {}

    private record Trouble(Optional<Told> told, Duration silence) {}

    /** So many requests are answered with a status and nothing done. */
    public void refuse(int times, int status) {
        for (int i = 0; i < times; i++) {
            Told told = Told.refusal(status, "Error", "refused on purpose");
            queue.add(new Trouble(
                    Optional.of(new Told(status, told.body(), Map.of("Retry-After", "1"))), Duration.ZERO));
        }
    }

    /** The next request is answered well, and nothing goes wrong with it. */
    public void spare(int times) {
        for (int i = 0; i < times; i++) {
            queue.add(new Trouble(Optional.empty(), Duration.ZERO));
        }
    }

    /** The next request is answered that late. */
    public void delay(Duration silence) {
        queue.add(new Trouble(Optional.empty(), silence));
    }

    /** The next request is answered with this text and status 200. */
    public void say(String body) {
        queue.add(new Trouble(Optional.of(new Told(200, body, Map.of())), Duration.ZERO));
    }

    Optional<Told> next() throws InterruptedException {
        Trouble trouble = queue.poll();
        if (trouble == null) {
            return Optional.empty();
        }
        TimeUnit.NANOSECONDS.sleep(trouble.silence().toNanos());
        return trouble.told();
    }
}
