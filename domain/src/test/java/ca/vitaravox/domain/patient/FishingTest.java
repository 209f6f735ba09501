package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.KATHERINES_PHONE;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.patient.Asking.KATHERINE_BORN;
import static ca.vitaravox.domain.patient.Asking.ROBIN_BORN;
import static ca.vitaravox.domain.patient.Asking.WRONG_DATE;
import static ca.vitaravox.domain.patient.Asking.first;
import static ca.vitaravox.domain.patient.Asking.named;
import static ca.vitaravox.domain.patient.Asking.said;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.LookupResult.Identified;
import ca.vitaravox.ports.patient.LookupResult.NotFound;
import ca.vitaravox.ports.patient.LookupResult.SecondFactorNeeded;
import ca.vitaravox.ports.patient.LookupResult.TooManyAttempts;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers who guess, ask round corners, or wait for a bad moment. */
class FishingTest {
    private final Reception reception = new Reception();
    private final Asking asking = new Asking(reception);

    private LookupResult katherine(String call, int from, String first, String born) {
        return asking.byName(call, stranger(from), named(first, "MacLeod", born));
    }

    @Test
    void guesses_made_at_once_get_no_further_than_guesses_one_after_another() {
        List<LookupResult> results =
                AtOnce.race(i -> katherine("call", 1, "Katherine", "1972-11-%02d".formatted(i + 1)));
        assertEquals(3, results.stream().filter(new NotFound()::equals).count());
        assertEquals(21, results.stream().filter(new TooManyAttempts()::equals).count());
    }

    @Test
    void a_guess_waits_for_the_one_before_it_and_counts_it() throws InterruptedException {
        katherine("call", 1, "Katherine", "1972-11-28");
        katherine("call", 1, "Katherine", "1972-11-29");
        LookupResult[] right = new LookupResult[1];
        Thread second = new Thread(() -> right[0] = katherine("call", 1, "Katherine", KATHERINE_BORN));
        reception.emr.before(Request.SEARCH, () -> {
            reception.emr.before(Request.SEARCH, () -> {});
            second.start();
            while (second.isAlive() && second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        });
        katherine("call", 1, "Katherine", "1972-11-27");
        second.join();
        assertEquals(new TooManyAttempts(), right[0]);
    }

    @Test
    void calls_do_not_wait_for_each_other() {
        LookupResult[] other = new LookupResult[1];
        reception.emr.before(Request.SEARCH, () -> {
            reception.emr.before(Request.SEARCH, () -> {});
            Thread second = new Thread(() -> other[0] = asking.byPhone("other", first("Robin")));
            second.start();
            join(second);
        });
        assertInstanceOf(Identified.class, asking.byPhone("call", first("Robin")));
        assertInstanceOf(Identified.class, other[0]);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_name_that_only_sounds_like_a_charts_cannot_be_tried_without_end() {
        for (int i = 0; i < 10; i++) {
            assertEquals(new NotFound(), katherine("call" + i, i, "Cathryn", WRONG_DATE));
        }
        assertEquals(new TooManyAttempts(), katherine("wrong", 20, "Cathryn", WRONG_DATE));
        assertEquals(new TooManyAttempts(), katherine("right", 20, "Cathryn", KATHERINE_BORN));
        assertEquals(new TooManyAttempts(), katherine("spelled-right", 20, "Katherine", KATHERINE_BORN));
    }

    @Test
    void a_name_said_backwards_cannot_be_tried_without_end() {
        for (int i = 0; i < 10; i++) {
            asking.byName("call" + i, stranger(i), named("MacLeod", "Katherine", WRONG_DATE));
        }
        assertEquals(new TooManyAttempts(), katherine("right", 20, "Katherine", KATHERINE_BORN));
    }

    @Test
    void the_limit_does_not_tell_which_names_are_on_file() {
        for (int i = 0; i < 10; i++) {
            assertEquals(new NotFound(), asking.byName("call" + i, stranger(i), named("Zoe", "Nobody", WRONG_DATE)));
        }
        assertEquals(new TooManyAttempts(), asking.byName("call", stranger(20), named("Zoe", "Nobody", WRONG_DATE)));
        assertEquals(new NotFound(), asking.byName("call", stranger(20), named("Ann", "Other", WRONG_DATE)));
    }

    @Test
    void the_limit_does_not_tell_which_claimed_numbers_are_on_file() {
        for (PhoneNumber claimed : List.of(KATHERINES_PHONE, stranger(99).orElseThrow())) {
            for (int i = 0; i < 10; i++) {
                assertEquals(
                        new NotFound(),
                        asking.byPhone(claimed.last4() + "-" + i, stranger(i), said(claimed, "Zoe", WRONG_DATE, null)));
            }
            reception.pass(Duration.ofHours(1));
            assertEquals(
                    new TooManyAttempts(),
                    asking.byPhone(claimed.last4() + "-closed", stranger(20), said(claimed, "Zoe", WRONG_DATE, null)));
        }
    }

    @Test
    void on_a_chart_that_is_closed_right_and_wrong_answers_take_the_same_requests() {
        for (int i = 0; i < 10; i++) {
            asking.byPhone("call" + i, stranger(i), said(KATHERINES_PHONE, "Katherine", WRONG_DATE, null));
        }
        assertEquals(
                asking.searches(() -> katherine("wrong", 20, "Katherine", WRONG_DATE)),
                asking.searches(() -> katherine("right", 20, "Katherine", KATHERINE_BORN)));
        assertEquals(new TooManyAttempts(), katherine("wrong", 20, "Katherine", WRONG_DATE));
        assertEquals(new TooManyAttempts(), katherine("right", 20, "Katherine", KATHERINE_BORN));
    }

    @Test
    void on_a_chart_that_is_closed_a_claim_tells_nothing_either() {
        for (int i = 0; i < 10; i++) {
            asking.byPhone("call" + i, first("Robin", WRONG_DATE));
            reception.pass(Duration.ofMinutes(13));
        }
        PhoneNumber any = stranger(5).orElseThrow();
        assertEquals(
                asking.searches(() -> asking.byPhone("wrong", said(any, "Robin", WRONG_DATE, null))),
                asking.searches(() -> asking.byPhone("right", said(any, "Robin", ROBIN_BORN, null))));
    }

    @Test
    void a_claim_beside_it_does_not_make_guessing_first_names_free() {
        PhoneNumber any = stranger(5).orElseThrow();
        for (String guess : List.of("Ann", "Ben", "Zoe")) {
            assertEquals(new SecondFactorNeeded(), asking.byPhone("call", said(any, guess, null, null)));
        }
        assertEquals(new TooManyAttempts(), asking.byPhone("call", said(any, "Robin", null, null)));
    }

    @Test
    void a_claim_beside_it_does_not_hide_whose_date_of_birth_is_guessed_at() {
        for (int i = 0; i < 10; i++) {
            PhoneNumber any = stranger(i).orElseThrow();
            assertEquals(new NotFound(), asking.byPhone("call" + i, said(any, "Robin", WRONG_DATE, null)));
            reception.pass(Duration.ofMinutes(13));
        }
        assertEquals(
                new TooManyAttempts(), asking.byName("right", stranger(20), named("Robin", "Castellan", ROBIN_BORN)));
    }

    @Test
    void a_wrong_first_name_with_a_date_of_birth_counts_on_the_charts_of_the_number() {
        for (int i = 0; i < 10; i++) {
            asking.byPhone("call" + i, first("Zoe", ROBIN_BORN));
            reception.pass(Duration.ofMinutes(13));
        }
        assertEquals(
                new TooManyAttempts(), asking.byName("right", stranger(20), named("Robin", "Castellan", ROBIN_BORN)));
    }

    @Test
    void a_guess_counts_though_the_emr_falls_silent_in_the_middle_of_it() {
        int[] searches = {0};
        reception.emr.before(
                Request.SEARCH,
                () -> reception.emr.trouble(Request.SEARCH, ++searches[0] % 2 == 0 ? Trouble.SILENT : Trouble.NONE));
        for (int i = 0; i < 3; i++) {
            assertEquals(new NotFound(), katherine("call", 1, "Katherine", WRONG_DATE));
        }
        assertEquals(new TooManyAttempts(), katherine("call", 1, "Katherine", KATHERINE_BORN));
    }

    @Test
    void a_guess_at_the_calling_numbers_chart_counts_though_the_claimed_number_cannot_be_read() {
        int[] searches = {0};
        reception.emr.before(
                Request.SEARCH,
                () -> reception.emr.trouble(Request.SEARCH, ++searches[0] % 2 == 0 ? Trouble.SILENT : Trouble.NONE));
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(
                    LookupResult.EmrUnavailable.class,
                    asking.byPhone("call", said(KATHERINES_PHONE, "Robin", WRONG_DATE, null)));
        }
        assertEquals(new TooManyAttempts(), asking.byPhone("call", first("Robin", ROBIN_BORN)));
    }

    @Test
    void an_id_that_was_not_identified_in_the_call_opens_nothing() {
        asking.byPhone("call", first("Robin", ROBIN_BORN));
        for (String odd : List.of("01", " 1", "1 ", "1;2", "1' OR '1'='1", "*", "3")) {
            assertEquals(
                    new DetailsResult.NotVerified(),
                    reception.desk.patientLookup().details(reception.call("call"), new PatientId(odd)));
        }
        assertEquals(0, reception.emr.count(Request.CHART));
        assertEquals(
                new DetailsResult.NotVerified(),
                reception.desk.patientLookup().details(reception.call("other"), ROBIN));
    }
}
