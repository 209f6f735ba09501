package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Signatures that were seen, in memory, by one server or several. */
final class TestSignatures implements SeenSignatures {
    private final Map<String, Optional<String>> seen = new HashMap<>();
    volatile boolean broken;
    /** What happens when one is given up. */
    volatile Runnable forgotten = () -> {};
    /** What happens before one is taken in. */
    volatile Runnable before = () -> {};

    @Override
    public Seen take(ClinicId clinic, String signature, Instant now, Instant until) {
        if (broken) {
            throw new IllegalStateException("the database is down");
        }
        before.run();
        return taken(clinic, signature);
    }

    private synchronized Seen taken(ClinicId clinic, String signature) {
        Optional<String> before = seen.putIfAbsent(clinic + signature, Optional.empty());
        return before == null ? new Seen.First() : new Seen.Before(before);
    }

    @Override
    public synchronized void remember(ClinicId clinic, String signature, String answer) {
        seen.put(clinic + signature, Optional.of(answer));
        notifyAll();
    }

    @Override
    public synchronized void forget(ClinicId clinic, String signature) {
        seen.remove(clinic + signature);
        notifyAll();
        forgotten.run();
    }

    /** Waits for what is kept beside the answers. */
    synchronized void awaitSize(int size) throws InterruptedException {
        while (seen.size() != size) {
            wait(60_000);
        }
    }

    /** Waits until all that were taken are answered, and the answers kept, which is done beside them. */
    synchronized void awaitAnswers() throws InterruptedException {
        while (seen.isEmpty() || seen.containsValue(Optional.<String>empty())) {
            wait(60_000);
        }
    }

    synchronized int size() {
        return seen.size();
    }
}
