package ca.vitaravox.domain.patient;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.KATHERINE;
import static ca.vitaravox.domain.Reception.KATHERINES_PHONE;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.patient.Asking.KATHERINE_BORN;
import static ca.vitaravox.domain.patient.Asking.ROBIN_BORN;
import static ca.vitaravox.domain.patient.Asking.WITHHELD;
import static ca.vitaravox.domain.patient.Asking.WRONG_DATE;
import static ca.vitaravox.domain.patient.Asking.first;
import static ca.vitaravox.domain.patient.Asking.named;
import static ca.vitaravox.domain.patient.Asking.nothing;
import static ca.vitaravox.domain.patient.Asking.said;
import static ca.vitaravox.domain.patient.Asking.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.DetailsResult;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.LookupResult.Identified;
import ca.vitaravox.ports.patient.LookupResult.NotFound;
import ca.vitaravox.ports.patient.LookupResult.TooManyAttempts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each limit on both sides of its bound. */
class AttemptLimitsTest {
    private static final Identified KATHERINE_VERIFIED = new Identified(KATHERINE, IdentityLevel.VERIFIED, false);

    private final Reception reception = new Reception();
    private final Asking asking = new Asking(reception);

    private void fail(String call, Optional<PhoneNumber> caller) {
        assertEquals(new NotFound(), asking.byName(call, caller, named("Katherine", "MacLeod", WRONG_DATE)));
    }

    /** A failed attempt on nobody's chart. */
    private void failOnNobody(String call, Optional<PhoneNumber> caller, int number) {
        char letter = (char) ('a' + number);
        String name = "b" + letter + "d".repeat(number % 2 + 1) + letter;
        assertEquals(new NotFound(), asking.byName(call, caller, named(name, "Nobody" + letter, WRONG_DATE)));
    }

    private LookupResult rightly(String call, Optional<PhoneNumber> caller) {
        return asking.byName(call, caller, named("Katherine", "MacLeod", KATHERINE_BORN));
    }

    @Test
    void two_failed_attempts_leave_a_call_open() {
        fail("call", stranger(1));
        fail("call", stranger(1));
        assertEquals(KATHERINE_VERIFIED, rightly("call", stranger(1)));
    }

    @Test
    void three_failed_attempts_close_a_call_even_to_the_right_answer() {
        for (int i = 0; i < 3; i++) {
            fail("call", stranger(1));
        }
        assertEquals(new TooManyAttempts(), rightly("call", stranger(1)));
        assertEquals(new TooManyAttempts(), asking.byPhone("call", first("Robin", ROBIN_BORN)));
        assertEquals(new TooManyAttempts(), asking.byPhone("call", nothing()));
        assertEquals(KATHERINE_VERIFIED, rightly("other", stranger(1)));
    }

    @Test
    void failures_by_phone_and_by_name_count_together() {
        asking.byPhone("call", first("Zoe"));
        asking.byPhone("call", first("Robin", WRONG_DATE));
        asking.byName("call", named("Zoe", "Nobody", WRONG_DATE));
        assertEquals(new TooManyAttempts(), asking.byPhone("call", first("Robin", ROBIN_BORN)));
    }

    @Test
    void a_call_that_is_closed_asks_the_emr_nothing() {
        for (int i = 0; i < 3; i++) {
            fail("call", stranger(1));
        }
        assertEquals(0, asking.searches(() -> rightly("call", stranger(1))));
        assertEquals(0, asking.searches(() -> asking.byPhone("call", first("Robin"))));
    }

    @Test
    void five_failed_attempts_from_a_number_close_it_until_the_first_is_an_hour_old() {
        for (int i = 0; i < 4; i++) {
            failOnNobody("call" + i, stranger(1), i);
            reception.pass(Duration.ofMinutes(10));
        }
        assertEquals(KATHERINE_VERIFIED, rightly("open", stranger(1)));
        failOnNobody("fifth", stranger(1), 4);
        assertEquals(new TooManyAttempts(), rightly("closed", stranger(1)));
        assertEquals(KATHERINE_VERIFIED, rightly("elsewhere", stranger(2)));
        reception.pass(Duration.ofMinutes(20).minusMillis(1));
        assertEquals(new TooManyAttempts(), rightly("still-closed", stranger(1)));
        reception.pass(Duration.ofMillis(1));
        assertEquals(KATHERINE_VERIFIED, rightly("open-again", stranger(1)));
        failOnNobody("sixth", stranger(1), 5);
        assertEquals(new TooManyAttempts(), rightly("closed-again", stranger(1)));
    }

    @Test
    void ten_failed_attempts_on_a_chart_close_it_from_anywhere_until_the_first_is_a_day_old() {
        for (int i = 0; i < 9; i++) {
            fail("call" + i, stranger(i));
            reception.pass(Duration.ofHours(1));
        }
        assertEquals(KATHERINE_VERIFIED, rightly("open", WITHHELD));
        fail("tenth", stranger(9));
        assertEquals(new TooManyAttempts(), rightly("by-name", WITHHELD));
        assertEquals(
                new TooManyAttempts(), asking.byPhone("by-phone", Optional.of(KATHERINES_PHONE), first("Katherine")));
        assertEquals(
                new TooManyAttempts(),
                asking.byPhone("claimed", WITHHELD, said(KATHERINES_PHONE, "Katherine", KATHERINE_BORN, null)));
        assertInstanceOf(Identified.class, asking.byPhone("another-chart", first("Robin", ROBIN_BORN)));
        reception.pass(Duration.ofHours(15).minusMillis(1));
        assertEquals(new TooManyAttempts(), rightly("still-closed", WITHHELD));
        reception.pass(Duration.ofMillis(1));
        assertEquals(KATHERINE_VERIFIED, rightly("open-again", WITHHELD));
    }

    @Test
    void failed_attempts_by_phone_close_every_chart_they_were_on() {
        for (int i = 0; i < 10; i++) {
            assertEquals(new NotFound(), asking.byPhone("call" + i, first("Zoe")));
            reception.pass(Duration.ofMinutes(13));
        }
        assertEquals(
                new TooManyAttempts(), asking.byName("robin", stranger(1), named("Robin", "Castellan", ROBIN_BORN)));
        assertEquals(new TooManyAttempts(), asking.byName("noa", stranger(1), named("Noa", "Castellan", "2016-07-02")));
        assertEquals(KATHERINE_VERIFIED, rightly("katherine", stranger(1)));
    }

    @Test
    void twenty_failed_attempts_from_withheld_numbers_close_them_until_the_first_is_an_hour_old() {
        for (int i = 0; i < 19; i++) {
            failOnNobody("call" + i, WITHHELD, i);
            reception.pass(Duration.ofMinutes(2));
        }
        assertEquals(KATHERINE_VERIFIED, rightly("open", WITHHELD));
        failOnNobody("twentieth", WITHHELD, 19);
        assertEquals(new TooManyAttempts(), rightly("closed", WITHHELD));
        assertEquals(KATHERINE_VERIFIED, rightly("shown", stranger(1)));
        reception.pass(Duration.ofMinutes(22).minusMillis(1));
        assertEquals(new TooManyAttempts(), rightly("still-closed", WITHHELD));
        reception.pass(Duration.ofMillis(1));
        assertEquals(KATHERINE_VERIFIED, rightly("open-again", WITHHELD));
    }

    @Test
    void what_is_no_guess_does_not_count() {
        for (int i = 0; i < 5; i++) {
            asking.byPhone("call", nothing());
            asking.byPhone("call", stranger(1), first("Robin"));
            asking.byPhone("call", WITHHELD, first("Robin"));
            asking.byPhone("call", WITHHELD, said(CASTELLAN_HOME, "Robin", null, null));
            asking.byName("call", named("Robin", "Castellan", null));
            assertInstanceOf(Identified.class, asking.byPhone("call", first("Robin")));
        }
        assertInstanceOf(Identified.class, asking.byPhone("call", first("Robin", ROBIN_BORN)));
    }

    @Test
    void who_was_identified_before_a_call_was_closed_stays_so() {
        asking.byPhone("call", first("Robin", ROBIN_BORN));
        for (int i = 0; i < 3; i++) {
            fail("call", Optional.of(CASTELLAN_HOME));
        }
        assertEquals(new TooManyAttempts(), asking.byPhone("call", first("Robin", ROBIN_BORN)));
        assertEquals(
                IdentityLevel.VERIFIED,
                reception
                        .identities
                        .identified(Reception.CLINIC, new CallId("call"), ROBIN)
                        .orElseThrow()
                        .level());
        assertInstanceOf(
                DetailsResult.Details.class, reception.desk.patientLookup().details(reception.call("call"), ROBIN));
    }
}
