package ca.vitaravox.server.endtoend;

import ca.vitaravox.server.testing.Phone;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Callers one after another, some at any time, each of whom says who they are, takes the first opening there is and hangs
 * up, until {@link #stop}. Whatever is not answered as it should be is noted, and the caller gives up.
 */
final class Callers implements AutoCloseable {
    private static final int CALLERS_PER_DAY = 150;
    private static final int MOST_REPEATS = 50;
    /** Before each tool call: people do not talk as fast as a machine answers, and an edge would hold that off. */
    private static final long LISTENING = Duration.ofMillis(100).toNanos();

    private static final long SAYING_SOMETHING = Duration.ofMillis(50).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final CrowdedClinic clinic;
    private final UnaryOperator<Phone> way;
    private final ExecutorService threads;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<String> booked = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    private Callers(CrowdedClinic clinic, UnaryOperator<Phone> way, int atOnce) {
        this.clinic = clinic;
        this.way = way;
        threads = Executors.newFixedThreadPool(atOnce);
    }

    /**
     * The first of them call.
     *
     * @param way which server each request goes to
     */
    static Callers begin(CrowdedClinic clinic, int atOnce, UnaryOperator<Phone> way) {
        Callers callers = new Callers(clinic, way, atOnce);
        for (int n = 0; n < atOnce; n++) {
            callers.threads.execute(callers::oneAfterTheOther);
        }
        return callers;
    }

    private void oneAfterTheOther() {
        while (!stopping) {
            int caller = next.getAndIncrement();
            try {
                booked.add(call(caller));
            } catch (RuntimeException | AssertionError failed) {
                failures.add("caller " + caller + ": " + failed + " < " + failed.getCause());
            }
        }
    }

    private String call(int caller) {
        Phone phone = new Phone(0, CrowdedClinic.phoneOf(caller), clinic.number());
        use(phone, "search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        String day = clinic.day(caller / CALLERS_PER_DAY).toString();
        String provider = CrowdedClinic.provider(caller % CrowdedClinic.PROVIDERS);
        JsonNode found = use(
                phone,
                "find_earliest_appointment",
                "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\",\"patient_id\":\"" + caller
                        + "\",\"provider_id\":\"" + provider + "\"}");
        String slot = found.at("/slots/0/slot_id").asText();
        JsonNode result =
                use(phone, "create_appointment", "{\"slot_id\":\"" + slot + "\",\"patient_id\":\"" + caller + "\"}");
        way.apply(phone).hangUp();
        return result.at("/appointment/appointment_id").asText();
    }

    /** Asks again where it is told to: a busy machine may need longer for a write than an answer may take. */
    private JsonNode use(Phone phone, String tool, String arguments) {
        String id = Phone.newToolCallId();
        LockSupport.parkNanos(LISTENING);
        JsonNode result = way.apply(phone).use(id, tool, arguments);
        for (int repeat = 0;
                repeat < MOST_REPEATS && result.path("next").asText().equals("call_again");
                repeat++) {
            LockSupport.parkNanos(SAYING_SOMETHING);
            result = way.apply(phone).use(id, tool, arguments);
        }
        if (!result.path("success").asBoolean()) {
            throw new AssertionError(tool + " gave " + result);
        }
        return result;
    }

    /** Waits until so many more have booked than now. */
    void awaitMore(int more) {
        int wanted = booked.size() + more;
        long begun = System.nanoTime();
        while (booked.size() < wanted) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new AssertionError("only " + booked.size() + " have booked; " + failures);
            }
            LockSupport.parkNanos(SAYING_SOMETHING);
        }
    }

    /** Waits until something went wrong. */
    void awaitFailure() {
        long begun = System.nanoTime();
        while (failures.isEmpty()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new AssertionError("nothing went wrong");
            }
            LockSupport.parkNanos(SAYING_SOMETHING);
        }
    }

    /** Lets those who call finish. */
    void stop() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("calls that do not end");
        }
    }

    /** The appointments that callers were told of. */
    List<String> booked() {
        return List.copyOf(booked);
    }

    /** What went wrong for whom. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }
}
