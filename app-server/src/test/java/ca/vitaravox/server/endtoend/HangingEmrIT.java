package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.oscar.rest.Breaker;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.RequestLog;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.TestBackends;
import ca.vitaravox.server.testing.OscarClinic;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.Scale;
import ca.vitaravox.server.testing.TestServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three clinics on one server, each with an OSCAR of its own, and one of those hangs: it takes requests and answers none.
 * Real HTTP on both sides. That nobody waits for it who need not is shown without a clock where it is decided, at the
 * adapter and at the webhook; here it is measured, against the same calls with all OSCARs well, and not on a machine that
 * is too busy for that.
 */
@Tag("alone")
class HangingEmrIT {
    private static final Logger LOG = LoggerFactory.getLogger(HangingEmrIT.class);
    /** For a tool call, as it usually is, and with the way there and back. */
    private static final Duration DEADLINE = Duration.ofMillis(3_800);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(4);

    /** Calls at once over all three clinics. */
    private static final int CALLS = Scale.of(30, 200);

    /** What all calls at once may take before this machine is too busy to tell one delay from another. */
    private static final Duration QUIET = Duration.ofMillis(2_500);

    /** How often all at once, with all OSCARs well and with one hanging in turn, so that both meet the same machine. */
    private static final int ROUNDS = Scale.of(1, 4);

    /** In each build this machine does other things too; who waits for an EMR that hangs waits for two seconds. */
    private static final Duration SLACK = Duration.ofMillis(Scale.of(1_000, 100));

    /** That this machine is busy for a moment is chance; who waits for another's EMR waits each time. */
    private static final int TRIES = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PACE = Duration.ofMillis(250);

    /** Five seconds and a probe, and a little for all else. */
    private static final Duration SOON = Breaker.PROBE.plusSeconds(5).plusSeconds(2);

    private static final int OTHERS = 8;
    private static final int CONNECTIONS = 20;

    @TempDir
    private static Path directory;

    private static final List<OscarClinic> CLINICS = new ArrayList<>();
    private static OwnDatabase own;
    private static Database database;

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @BeforeAll
    static void three_clinics() throws IOException {
        own = OwnDatabase.start(directory);
        database = own.open(CONNECTIONS);
        for (Line line : List.of(Line.OPEN_O, Line.CLASSIC, Line.OPEN_O)) {
            CLINICS.add(OscarClinic.open(database, "hanging-" + CLINICS.size(), line, CALLS / 3 + 2));
        }
    }

    @AfterEach
    void all_are_well_again() {
        callers.shutdownNow();
        CLINICS.forEach(each -> each.server().faults().clear());
    }

    @AfterAll
    static void close() {
        CLINICS.forEach(OscarClinic::close);
        database.close();
        own.close();
    }

    private static Backend server(UnaryOperator<Emr> before) {
        EmrHosts hosts = EmrHosts.NONE;
        for (OscarClinic each : CLINICS) {
            hosts = hosts.and(each.server().baseUrl());
        }
        return TestBackends.start(
                TestServer.config(DEADLINE).withEmrs(hosts), database, InstantSource.system(), before);
    }

    private static OscarClinic hanging() {
        return CLINICS.get(2);
    }

    /** A lookup by the caller's number, and how long its answer took. */
    private record Answered(int clinic, Duration took, JsonNode answer) {
        boolean found() {
            return answer.path("found").asBoolean();
        }

        /** With the first silence in a call: the EMR is left alone. */
        boolean isHandedOver() {
            return answer.path("next").asText().equals("transfer_to_staff");
        }
    }

    private static Answered lookUp(Backend server, int clinic, int patient) {
        long begun = System.nanoTime();
        JsonNode answer;
        try {
            answer = CLINICS.get(clinic)
                    .call(server.port(), patient)
                    .use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
        } catch (Phone.FaultError tooBusy) {
            answer = MissingNode.getInstance();
        }
        return new Answered(clinic, Duration.ofNanos(System.nanoTime() - begun), answer);
    }

    private List<Answered> allAtOnce(Backend server) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLS);
        List<Callable<Answered>> calls = IntStream.range(0, CALLS)
                .<Callable<Answered>>mapToObj(i -> () -> {
                    start.await();
                    return lookUp(server, i % CLINICS.size(), 1 + i / CLINICS.size());
                })
                .toList();
        List<Answered> answers = new ArrayList<>();
        for (Future<Answered> each : callers.invokeAll(calls)) {
            answers.add(each.get());
        }
        return answers;
    }

    /** Of those at the two clinics whose OSCARs are well, the n-th of hundred. */
    private static Duration percentile(List<Answered> answers, int percent) {
        List<Duration> took = answers.stream()
                .filter(each -> each.clinic() < 2)
                .map(Answered::took)
                .sorted()
                .toList();
        return took.get(Math.min(took.size() - 1, took.size() * percent / 100));
    }

    private static Duration slowest(List<Answered> answers) {
        return answers.stream().map(Answered::took).max(Duration::compareTo).orElseThrow();
    }

    /** The same calls, several times over. */
    private static final class Series {
        private final List<List<Answered>> rounds = new ArrayList<>();

        void add(List<Answered> round) {
            rounds.add(round);
        }

        List<Answered> all() {
            return rounds.stream().flatMap(List::stream).toList();
        }

        /** What one round of them differs from another is noise. */
        Duration worst() {
            return rounds.stream()
                    .map(round -> percentile(round, 99))
                    .max(Duration::compareTo)
                    .orElseThrow();
        }

        void tell(String when) {
            LOG.info(
                    "{} times {} calls at once, {}: the other two clinics' p50 {} ms, p99 {} ms (of each round {} ms);"
                            + " of all three the slowest {} ms",
                    rounds.size(),
                    CALLS,
                    when,
                    percentile(all(), 50).toMillis(),
                    percentile(all(), 99).toMillis(),
                    rounds.stream()
                            .map(round -> Long.toString(percentile(round, 99).toMillis()))
                            .collect(Collectors.joining(", ")),
                    slowest(all()).toMillis());
        }
    }

    private static void assumeQuiet(List<Answered> well) {
        boolean quiet = well.stream().allMatch(Answered::found) && slowest(well).compareTo(QUIET) < 0;
        assumeTrue(quiet, "this machine is too busy");
    }

    /** All are well again, and it is known: the breaker of the one that hung lets requests through. */
    private static void mend(Backend server) {
        hanging().server().faults().clear();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!lookUp(server, 2, 1).found()) {
            assertTrue(System.nanoTime() < until, "the OSCAR that hung is never asked again");
        }
    }

    @Test
    void one_hanging_emr_leaves_the_other_clinics_as_they_were_and_everybody_is_answered_in_time() throws Exception {
        try (Backend server = server(UnaryOperator.identity())) {
            allAtOnce(server);
            Optional<String> wrong = wrong(server);
            for (int again = 1; again < TRIES && wrong.isPresent(); again++) {
                wrong = wrong(server);
            }
            assertEquals(Optional.empty(), wrong);
        }
    }

    /** What is not as it is to be, if anything is, and this machine was quiet before and after. */
    private Optional<String> wrong(Backend server) throws Exception {
        Series well = new Series();
        Series hung = new Series();
        Series leftAlone = new Series();
        for (int round = 0; round < ROUNDS; round++) {
            mend(server);
            well.add(allAtOnce(server));
            hanging().server().faults().everywhere(Fault.hang());
            hung.add(allAtOnce(server));
            leftAlone.add(allAtOnce(server));
        }
        mend(server);
        well.add(allAtOnce(server));
        well.tell("all OSCARs well");
        hung.tell("one hanging");
        leftAlone.tell("and again at once");
        assumeQuiet(well.all());
        Duration noise = well.worst().multipliedBy(3).dividedBy(2).plus(SLACK);
        return Stream.of(hung, leftAlone)
                .map(Series::all)
                .filter(answers -> !(answers.stream().allMatch(each -> each.found() == each.clinic() < 2)
                        && percentile(answers, 99).compareTo(noise) < 0
                        && slowest(answers).compareTo(ANSWERED_WITHIN) <= 0))
                .map(answers -> noise + " < " + answers)
                .findFirst();
    }

    /**
     * Whether it is back is tried beside the callers: nothing of theirs is sent, not even of whoever asks when that is due;
     * and five seconds and a probe after it is back at the latest they are served.
     */
    @Test
    void once_it_is_left_alone_none_of_its_callers_waits_for_it_and_soon_after_it_is_back_they_are_served()
            throws Exception {
        try (Backend server = server(UnaryOperator.identity())) {
            allAtOnce(server);
            assumeQuiet(allAtOnce(server));
            RequestLog asked = hanging().server().requests();
            hanging().server().faults().everywhere(Fault.hang());
            long until = System.nanoTime() + PATIENCE.toNanos();
            allAtOnce(server);
            while (!lookUp(server, 2, 1).isHandedOver()) {
                assertTrue(System.nanoTime() < until, "it is never left alone");
            }
            asked.forget();

            List<Answered> answers = new ArrayList<>();
            for (int probes = 1; probes <= 2; probes++) {
                while (!asked.await(Endpoint.CHECK_IF_AUTHED, probes, PACE)) {
                    assertTrue(System.nanoTime() < until, "it is never tried");
                    answers.add(lookUp(server, 2, 1));
                }
            }
            assertEquals(2, asked.total(), "no caller's request is sent, so that none waits for its answer");

            hanging().server().faults().clear();
            long back = System.nanoTime();
            while (!lookUp(server, 2, 1).found()) {
                asked.await(Endpoint.SEARCH, 1, PACE);
                assertTrue(System.nanoTime() < back + SOON.toNanos(), "it is back, and its callers are not served");
            }
            LOG.info(
                    "left alone, the slowest of {} answers took {} ms; served {} ms after it was back",
                    answers.size(),
                    slowest(answers).toMillis(),
                    Duration.ofNanos(System.nanoTime() - back).toMillis());
        }
    }

    @Test
    void others_are_answered_while_one_hangs() throws Exception {
        try (Backend server = server(UnaryOperator.identity())) {
            int answered = 0;
            for (int tries = 0; tries < TRIES && answered < OTHERS; tries++) {
                mend(server);
                assumeQuiet(allAtOnce(server));
                answered = answeredWhileOneHangs(server);
            }
            assertEquals(OTHERS, answered);
        }
    }

    /** What there is without a bulkhead for each clinic: one for all of them together. */
    @Test
    void with_places_that_all_clinics_share_everybody_waits_for_the_one_that_hangs() throws Exception {
        try (Backend server = server(SharedPlaces::before)) {
            assertEquals(0, answeredWhileOneHangs(server));
        }
    }

    /** How many at the other clinics find their patient before the first at the hanging one hears anything. */
    private int answeredWhileOneHangs(Backend server) throws InterruptedException, ExecutionException {
        for (int clinic = 0; clinic < CLINICS.size(); clinic++) {
            lookUp(server, clinic, 1);
        }
        hanging().server().faults().everywhere(Fault.hang());
        hanging().server().requests().forget();
        AtomicInteger gaveUp = new AtomicInteger();
        for (int i = 1; i <= SharedPlaces.ALL; i++) {
            int patient = i;
            callers.submit(() -> {
                lookUp(server, 2, patient);
                gaveUp.incrementAndGet();
            });
        }
        assertTrue(hanging().server().requests().await(Endpoint.SEARCH, SharedPlaces.ALL, Duration.ofSeconds(30)));
        List<Future<Boolean>> others = IntStream.range(0, OTHERS)
                .mapToObj(i -> callers.submit(() -> lookUp(server, i % 2, 2 + i).found() && gaveUp.get() == 0))
                .toList();
        int inTime = 0;
        for (Future<Boolean> each : others) {
            inTime += each.get() ? 1 : 0;
        }
        return inTime;
    }
}
