package ca.vitaravox.oscar.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.RawHttp.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong on command, and what is written all the same. */
class FaultsTest {
    private static final String CHECK = "/ws/services/status/checkIfAuthed";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final SmallClinic clinic = new SmallClinic(Line.OPEN_O);

    @AfterEach
    void close() {
        clinic.close();
    }

    static Stream<Fault> withoutAnAnswer() {
        return Stream.of(Fault.drop(), Fault.dropAfterWork(), Fault.halfABody());
    }

    @ParameterizedTest
    @MethodSource("withoutAnAnswer")
    void a_connection_that_ends_has_written_what_the_fault_says(Fault fault) {
        clinic.oscar.faults().next(Endpoint.ADD, fault);

        assertThrows(UncheckedIOException.class, this::book);

        assertEquals(fault.done() ? 1 : 0, booked());
        assertEquals(200, book().status());
    }

    @ParameterizedTest
    @CsvSource({"false, 503", "true, 500", "false, 429"})
    void a_status_comes_with_or_without_the_work(boolean done, int status) {
        clinic.oscar.faults().next(Endpoint.ADD, done ? Fault.statusAfterWork(status) : Fault.status(status));

        assertEquals(status, book().status());
        assertEquals(done ? 1 : 0, booked());
    }

    @Test
    void garbage_says_that_it_is_json() {
        clinic.oscar.faults().next(Endpoint.CHECK_IF_AUTHED, Fault.garbage());

        Answer answer = clinic.get(CHECK);

        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Type").orElseThrow().startsWith("application/json"));
        assertThrows(JsonProcessingException.class, () -> new ObjectMapper().readTree(answer.body()));
    }

    @Test
    void what_is_late_or_slow_is_whole_in_the_end() {
        for (Fault fault : new Fault[] {Fault.delay(SHORT), Fault.delayBeforeWork(SHORT), Fault.slowBody(SHORT)}) {
            clinic.oscar.faults().next(Endpoint.CHECK_IF_AUTHED, fault);
            long began = System.nanoTime();

            assertTrue(SmallClinic.json(clinic.get(CHECK)).get("success").asBoolean());

            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            assertTrue(took >= SHORT.toMillis() * 9 / 10, fault + " took " + took + " ms");
        }
    }

    @Test
    void what_hangs_hangs_until_the_faults_are_cleared() throws Exception {
        clinic.oscar.faults().always(Endpoint.CHECK_IF_AUTHED, Fault.hang());
        CompletableFuture<Answer> hanging = CompletableFuture.supplyAsync(() -> clinic.get(CHECK));
        assertTrue(clinic.oscar.requests().await(Endpoint.CHECK_IF_AUTHED, 1, LONG));

        assertEquals(200, book().status());
        assertFalse(hanging.isDone());
        clinic.oscar.faults().clear();

        ExecutionException broken = assertThrows(ExecutionException.class, () -> hanging.get(10, TimeUnit.SECONDS));
        assertInstanceOf(UncheckedIOException.class, broken.getCause());
        assertEquals(200, clinic.get(CHECK).status());
    }

    @Test
    void what_hangs_after_the_work_has_written() throws Exception {
        clinic.oscar.faults().next(Endpoint.ADD, Fault.hangAfterWork());
        CompletableFuture<Answer> hanging = CompletableFuture.supplyAsync(this::book);
        assertTrue(clinic.oscar.requests().await(Endpoint.ADD, 1, LONG));
        while (booked() == 0) {
            Thread.onSpinWait();
        }
        assertFalse(hanging.isDone());
        clinic.oscar.close();
        assertTrue(hanging.handle((answer, broken) -> broken != null).get(10, TimeUnit.SECONDS));
    }

    @Test
    void who_waits_for_a_request_is_told_when_there_was_none() throws Exception {
        assertFalse(clinic.oscar.requests().await(Endpoint.ADD, 1, Duration.ofMillis(50)));
        book();
        assertTrue(clinic.oscar.requests().await(Endpoint.ADD, 1, Duration.ZERO));
        assertFalse(clinic.oscar.requests().await(Endpoint.ADD, 2, Duration.ZERO));
    }

    @Test
    void as_many_requests_go_wrong_as_were_ordered_in_their_order() {
        clinic.oscar.faults().next(2, Endpoint.CHECK_IF_AUTHED, Fault.status(502));
        clinic.oscar.faults().next(Endpoint.CHECK_IF_AUTHED, Fault.status(503));

        assertEquals(502, clinic.get(CHECK).status());
        assertEquals(200, book().status());
        assertEquals(502, clinic.get(CHECK).status());
        assertEquals(503, clinic.get(CHECK).status());
        assertEquals(200, clinic.get(CHECK).status());
    }

    @Test
    void everything_goes_wrong_until_the_faults_are_cleared() {
        clinic.oscar.faults().everywhere(Fault.status(500));
        assertEquals(500, clinic.get(CHECK).status());
        assertEquals(500, book().status());
        clinic.oscar.faults().clear();
        assertEquals(200, clinic.get(CHECK).status());
    }

    @Test
    void every_request_is_counted_whatever_became_of_it() {
        clinic.oscar.faults().next(Endpoint.ADD, Fault.drop());
        assertThrows(UncheckedIOException.class, this::book);
        book();
        clinic.get("/nowhere");

        assertEquals(2, clinic.oscar.requests().count(Endpoint.ADD));
        assertEquals(3, clinic.oscar.requests().total());
        assertEquals("/oscar/nowhere", clinic.oscar.requests().last().get(2).path());
        clinic.oscar.requests().forget();
        assertEquals(
                0, clinic.oscar.requests().total() + clinic.oscar.requests().count(Endpoint.ADD));
    }

    @Test
    void the_log_keeps_the_last_requests_and_counts_all() {
        RequestLog log = new RequestLog();
        for (int each = 0; each < RequestLog.KEPT; each++) {
            log.add(request("/" + each));
        }
        assertEquals("/0", log.last().get(0).path());
        log.add(request("/last"));
        assertEquals("/1", log.last().get(0).path());
        assertEquals(RequestLog.KEPT, log.last().size());
        assertEquals(RequestLog.KEPT + 1, log.total());
    }

    private static ReceivedRequest request(String path) {
        return new ReceivedRequest(SmallClinic.NOW, Optional.empty(), "GET", path, Optional.empty(), Optional.empty());
    }

    private Answer book() {
        return clinic.add("2026-11-24", "10:00", 15);
    }

    private int booked() {
        return clinic.oscar.tables().appointments().all().size();
    }
}
