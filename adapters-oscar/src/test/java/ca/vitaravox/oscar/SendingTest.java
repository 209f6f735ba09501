package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ReceivedRequest;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.PatientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests go out: signed anew, sent once, and not at all where the token might be lost. */
class SendingTest {
    private static final PatientId SOMEBODY = new PatientId("1");

    private final AtomicReference<TestOscar> started = new AtomicReference<>();

    private TestOscar start(TestOscar oscar) {
        started.set(oscar);
        return oscar;
    }

    @AfterEach
    void close() {
        started.get().close();
    }

    private static List<Appointment> read(TestOscar oscar) {
        return oscar.oscar.appointments().of(oscar.clinic, SOMEBODY, oscar.inTime());
    }

    private static void assertRefuses(TestOscar oscar) {
        assertThrows(EmrUnavailableException.class, () -> read(oscar));
    }

    private static String parameter(ReceivedRequest request, String name) {
        Matcher value = Pattern.compile(name + "=\"([^\"]+)\"")
                .matcher(request.authorization().orElseThrow());
        assertTrue(value.find());
        return value.group(1);
    }

    @ParameterizedTest
    @EnumSource
    void every_attempt_has_a_nonce_and_a_signature_of_its_own(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        for (int i = 0; i < 20; i++) {
            read(oscar);
        }
        Set<String> nonces = new HashSet<>();
        Set<String> signatures = new HashSet<>();
        for (ReceivedRequest request : oscar.server.requests().last()) {
            if (request.authorization().isPresent()) {
                nonces.add(parameter(request, "oauth_nonce"));
                signatures.add(parameter(request, "oauth_signature"));
            }
        }
        assertEquals(20, nonces.size());
        assertEquals(20, signatures.size());
        assertTrue(oscar.hasToken());
    }

    @ParameterizedTest
    @EnumSource
    void the_clocks_are_compared_before_anything_is_signed_and_not_each_time(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        read(oscar);
        read(oscar);
        List<ReceivedRequest> requests = oscar.server.requests().last();
        assertEquals(3, requests.size());
        assertEquals(Optional.empty(), requests.get(0).authorization());
        assertTrue(
                requests.stream().skip(1).allMatch(each -> each.authorization().isPresent()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-110, 110})
    void clocks_may_differ_by_two_minutes(long seconds) {
        TestOscar oscar =
                start(new TestOscar(Line.CLASSIC, TestOscar.ZONE, Duration.ofSeconds(seconds), InstantSource.system()));
        read(oscar);
        assertTrue(oscar.hasToken());
    }

    @ParameterizedTest
    @ValueSource(longs = {-360, -130, 130, 360})
    void nothing_is_signed_while_clocks_differ_by_more(long seconds) {
        TestOscar oscar =
                start(new TestOscar(Line.CLASSIC, TestOscar.ZONE, Duration.ofSeconds(seconds), InstantSource.system()));
        assertRefuses(oscar);
        assertTrue(oscar.server.requests().last().stream()
                .allMatch(each -> each.authorization().isEmpty()));
        assertTrue(oscar.hasToken());
    }

    @Test
    void the_clocks_are_compared_anew_after_ten_minutes_of_silence() {
        AtomicReference<Instant> now =
                new AtomicReference<>(InstantSource.system().instant());
        TestOscar oscar = start(new TestOscar(Line.CLASSIC, TestOscar.ZONE, Duration.ZERO, now::get));
        read(oscar);
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(9)));
        read(oscar);
        assertEquals(3, oscar.server.requests().total());
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(11)));
        read(oscar);
        assertEquals(5, oscar.server.requests().total());
    }

    /** On classic OSCAR the very first refusal has deleted the token; on the other it would be no use either. */
    @ParameterizedTest
    @EnumSource
    void a_token_that_was_refused_is_never_tried_again(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        OAuthCredentials right = TestOscar.credentials();
        OAuthCredentials wrong = new OAuthCredentials(right.clientKey(), right.clientSecret(), right.token(), "wrong");
        oscar.connect(wrong, OscarAddress.of(oscar.server.baseUrl()));
        assertRefuses(oscar);
        int requests = oscar.server.requests().total();
        assertRefuses(oscar);
        assertRefuses(oscar);
        assertEquals(requests, oscar.server.requests().total());
        assertEquals(line != Line.CLASSIC, oscar.hasToken());
    }

    @Test
    void requests_are_signed_for_the_address_that_OSCAR_sees() {
        TestOscar oscar = start(new TestOscar(Line.OPEN_O));
        URI seen = oscar.server.baseUrl();
        URI other = URI.create(seen.toString().replace("127.0.0.1", "localhost"));
        oscar.connect(TestOscar.credentials(), new OscarAddress(other, seen));
        assertRefuses(oscar);
        oscar.connect(TestOscar.credentials(), new OscarAddress(other, other));
        read(oscar);
    }

    @ParameterizedTest
    @EnumSource
    void a_read_that_is_hung_up_on_is_not_sent_again(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        oscar.oscar.listing().types(oscar.clinic, oscar.inTime());
        oscar.server.requests().forget();
        oscar.server.faults().next(Endpoint.TYPES, Fault.dropAfterWork());
        assertThrows(EmrUnavailableException.class, () -> oscar.oscar.listing().types(oscar.clinic, oscar.inTime()));
        assertEquals(1, oscar.server.requests().total());
        oscar.oscar.listing().types(oscar.clinic, oscar.inTime());
        assertTrue(oscar.hasToken());
    }

    @Test
    void an_OSCAR_that_was_closed_is_asked_nothing() {
        TestOscar oscar = start(new TestOscar(Line.OPEN_O));
        oscar.oscar.close();
        assertRefuses(oscar);
        assertEquals(0, oscar.server.requests().total());
    }

    @Test
    void past_the_deadline_nothing_is_sent() {
        TestOscar oscar = start(new TestOscar(Line.OPEN_O));
        assertThrows(
                EmrUnavailableException.class,
                () -> oscar.oscar.appointments().of(oscar.clinic, SOMEBODY, oscar.within(Duration.ZERO)));
        assertEquals(0, oscar.server.requests().total());
    }

    @Test
    void another_clinics_OSCAR_is_not_asked() {
        TestOscar oscar = start(new TestOscar(Line.OPEN_O));
        ClinicId other = new ClinicId("another");
        assertThrows(
                IllegalArgumentException.class, () -> oscar.oscar.appointments().of(other, SOMEBODY, oscar.inTime()));
        assertThrows(IllegalArgumentException.class, () -> oscar.oscar.charts().chart(other, SOMEBODY, oscar.inTime()));
        assertEquals(0, oscar.server.requests().total());
    }

    @ParameterizedTest
    @EnumSource
    void an_OSCAR_says_who_we_are_to_it(Line line) {
        TestOscar oscar = start(new TestOscar(line));
        OscarFindings findings = oscar.oscar.examine(oscar.inTime());
        assertEquals("900", findings.actingAs());
        assertTrue(findings.clockAhead().abs().compareTo(Duration.ofSeconds(3)) < 0);
        assertFalse(findings.zoneAgrees().equals(Optional.of(false)));
    }
}
