package ca.vitaravox.server.endtoend;

import ca.vitaravox.server.testing.Phone;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** An edge that asks each server a few times a second whether it is ready, and sends requests to those that are. */
final class ReadyServers implements AutoCloseable {
    /** How often, in milliseconds. */
    static final int PERIOD = 250;

    private final int[] ports;
    private final Thread asking = new Thread(this::ask, "edge");
    private volatile int[] ready;
    private volatile boolean looking = true;

    ReadyServers(int... ports) {
        this.ports = ports.clone();
        ready = this.ports;
        asking.setDaemon(true);
        asking.start();
    }

    private void ask() {
        while (!Thread.interrupted()) {
            int[] now = Arrays.stream(ports).filter(ReadyServers::isReady).toArray();
            if (looking) {
                ready = now;
            }
            LockSupport.parkNanos(Duration.ofMillis(PERIOD).toNanos());
        }
    }

    private static boolean isReady(int port) {
        try {
            return Phone.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")))
                            .statusCode()
                    == 200;
        } catch (Phone.NoAnswerException gone) {
            return false;
        }
    }

    /** Asks no more: it is between two looks. */
    void lookAway() {
        looking = false;
    }

    /** The same call, at one of those that are ready. */
    Phone to(Phone phone) {
        int[] now = ready;
        return phone.at(now[ThreadLocalRandom.current().nextInt(now.length)]);
    }

    @Override
    public void close() {
        asking.interrupt();
    }
}
