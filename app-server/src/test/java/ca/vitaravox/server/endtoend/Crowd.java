package ca.vitaravox.server.endtoend;

import ca.vitaravox.server.testing.Phone;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Very many callers, 64 at any time, who all want the first openings of the same day, most of them with one provider.
 * Each says who they are, asks for openings, takes one of those offered (held for them or not) and hangs up. Each of
 * their requests goes to any of the servers there are at that moment.
 */
final class Crowd {
    static final int AT_ONCE = 64;

    /** Why callers do not know whose server died. */
    static final String BROKEN_OFF = "broken off";

    /** More than a day has openings, so that the last find none. */
    private static final int CALLERS_PER_DAY = 400;

    private static final int ANYBODY_WILL_DO = 16;
    private static final int MOST_REPEATS = 1_000;

    /** A server works for so many of one clinic at a time; the others ask again when they have said something. */
    private static final long SAYING_SOMETHING = Duration.ofMillis(20).toNanos();

    private static final int PROGRESS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);

    private final CrowdedClinic clinic;
    private final int attempts;
    private final long seed;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch halfway;

    Crowd(CrowdedClinic clinic, int attempts, long seed) {
        this.clinic = clinic;
        this.attempts = attempts;
        this.seed = seed;
        this.halfway = new CountDownLatch(attempts / 2);
    }

    /** A server that takes calls from now on. */
    void reaches(int port) {
        ports.add(port);
    }

    /** A server that takes none any more. */
    void loses(int port) {
        ports.remove(Integer.valueOf(port));
    }

    /** Waits until half of the attempts have begun. */
    void awaitHalfway() throws InterruptedException {
        halfway.await();
    }

    /** Makes all attempts, and has {@code meanwhile} done beside them. */
    List<Attempt> attempt(Callable<?> meanwhile) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE + 1);
        try {
            Future<?> beside = callers.submit(meanwhile);
            List<Future<List<Attempt>>> all = new ArrayList<>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                Random random = new Random(seed + thread);
                all.add(callers.submit(() -> oneAfterTheOther(random)));
            }
            List<Attempt> ended = new ArrayList<>();
            for (Future<List<Attempt>> each : all) {
                ended.addAll(each.get());
            }
            beside.get();
            return ended;
        } finally {
            callers.shutdownNow();
        }
    }

    private List<Attempt> oneAfterTheOther(Random random) {
        List<Attempt> ended = new ArrayList<>();
        for (int caller = next.getAndIncrement(); caller < attempts; caller = next.getAndIncrement()) {
            halfway.countDown();
            if (caller % PROGRESS == 0 && caller > 0) {
                LOG.info("{} of {} attempts have begun", caller, attempts);
            }
            ended.add(call(caller, random));
        }
        return ended;
    }

    private Attempt call(int caller, Random random) {
        Phone phone = new Phone(port(random), CrowdedClinic.phoneOf(caller), clinic.number());
        Attempt ended;
        try {
            ended = book(phone, caller, random);
        } catch (Phone.NoAnswerException died) {
            ended = new Attempt.Uncertain(caller, BROKEN_OFF);
        } catch (Phone.FaultError wentWrong) {
            ended = new Attempt.Uncertain(caller, "went wrong");
        }
        hangUp(phone, random);
        return ended;
    }

    private Attempt book(Phone phone, int caller, Random random) {
        patiently(phone, random, "search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        JsonNode found = patiently(phone, random, "find_earliest_appointment", wish(caller, random));
        if (!found.path("success").asBoolean()) {
            return new Attempt.Refused(found.path("code").asText());
        }
        JsonNode slots = found.path("slots");
        JsonNode slot = slots.get(random.nextInt(slots.size()));
        JsonNode result = patiently(
                phone,
                random,
                "create_appointment",
                "{\"slot_id\":\"" + slot.path("slot_id").asText() + "\",\"patient_id\":\"" + caller + "\"}");
        if (!result.path("success").asBoolean()) {
            String code = result.path("code").asText();
            return code.equals("OUTCOME_PENDING")
                    ? new Attempt.Uncertain(caller, "still pending")
                    : new Attempt.Refused(code);
        }
        JsonNode told = result.path("appointment");
        return new Attempt.Acknowledged(
                caller,
                told.path("appointment_id").asText(),
                told.at("/provider/provider_id").asText() + " "
                        + told.path("date").asText() + " " + told.path("time").asText());
    }

    private String wish(int caller, Random random) {
        String day = clinic.day(caller / CALLERS_PER_DAY).toString();
        String provider = CrowdedClinic.provider(random.nextInt(CrowdedClinic.PROVIDERS));
        return "{\"earliest_date\":\"" + day + "\",\"latest_date\":\"" + day + "\",\"patient_id\":\"" + caller + "\""
                + (random.nextInt(ANYBODY_WILL_DO) == 0 ? "}" : ",\"provider_id\":\"" + provider + "\"}");
    }

    /** Asks again as long as it is told to: with so many at once, some wait longer than an answer may take. */
    private JsonNode patiently(Phone phone, Random random, String tool, String arguments) {
        JsonNode result = phone.at(port(random)).use(tool, arguments);
        for (int repeat = 0;
                repeat < MOST_REPEATS && "call_again".equals(result.path("next").asText());
                repeat++) {
            LockSupport.parkNanos(SAYING_SOMETHING);
            result = phone.at(port(random)).use(tool, arguments);
        }
        return result;
    }

    /** The voice platform reports the end of every call, and sends it again where nobody takes it. */
    private void hangUp(Phone phone, Random random) {
        for (int repeat = 0; repeat < MOST_REPEATS; repeat++) {
            try {
                phone.at(port(random)).hangUp();
                return;
            } catch (Phone.NoAnswerException died) {
                // to another server then
            }
        }
    }

    private int port(Random random) {
        List<Integer> now = List.copyOf(ports);
        return now.get(random.nextInt(now.size()));
    }
}
