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
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Classic OSCAR deletes the token at the first check that fails: of the signature, which is made of method, address and
 * query as it reads them, of the time, and of the nonce. Here is each that could fail; those of the clock, of the address
 * and of requests that are hung up on are in {@link SendingTest}. After all of them the token is still there.
 */
class TokenIsSafeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final TestOscar oscar = new TestOscar(Line.CLASSIC);

    @AfterEach
    void close() {
        oscar.close();
    }

    private void assertSafe() {
        assertEquals(
                0,
                oscar.oscar
                        .appointments()
                        .of(oscar.clinic, new PatientId("1"), oscar.inTime())
                        .size());
        assertTrue(oscar.hasToken());
    }

    /** The signature: whatever stands in an address is read by OSCAR as we wrote it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "101",
                "a b",
                "a+b",
                "100%",
                "%20",
                "a/b",
                "a?b=c&d",
                "a=b",
                "ü",
                "\u674e",
                "~",
                "*",
                "'",
                "(",
                ";x=y",
                ".",
                "..",
                "#",
                "@",
                ":",
                "\"",
                "a\\b",
                "\ud83d\ude00"
            })
    void no_provider_whatever_the_number_spoils_a_signature(String provider) {
        try {
            oscar.oscar
                    .appointments()
                    .on(oscar.clinic, Set.of(new ProviderId(provider)), DAY, DAY.plusDays(40), oscar.inTime());
        } catch (EmrUnavailableException | IllegalArgumentException refused) {
            assertTrue(oscar.hasToken(), provider);
        }
        assertSafe();
    }

    /** The signature: what is searched for goes into the body, which is not signed. */
    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Zo\u00e9", "Smith-Jones", "a b", "%", "*", "\\", "(", "\u674e", "Jr. & Sons"})
    void no_name_spoils_a_signature(String name) {
        List<ChartQuery> queries = List.of(
                new ChartQuery.Named(new PatientName(name, name)),
                new ChartQuery.BornOn(DAY),
                new ChartQuery.ByPhone(new PhoneNumber("+16045550142")));
        queries.forEach(query -> oscar.oscar.charts().search(oscar.clinic, query, oscar.inTime()));
        assertSafe();
    }

    /** The nonce: of many requests in the same second each has its own. */
    @Test
    void no_two_requests_have_the_same_nonce() {
        AtOnce.race(i -> oscar.oscar
                .appointments()
                .of(oscar.clinic, new PatientId("" + (i + 1)), oscar.inTime())
                .size());
        List<String> headers = oscar.server.requests().last().stream()
                .map(ReceivedRequest::authorization)
                .flatMap(Optional::stream)
                .toList();
        assertEquals(AtOnce.CALLERS, headers.size());
        assertEquals(AtOnce.CALLERS, Set.copyOf(headers).size());
        assertSafe();
    }

    /** The nonce: whatever becomes of a request, it is not sent again; nor where an answer says to go. */
    @ParameterizedTest
    @ValueSource(ints = {0, 301, 302, 307, 308, 401, 403, 407, 408, 421, 425, 429, 500, 502, 503, 504})
    void no_request_is_sent_twice_whatever_the_answer(int status) {
        assertSafe();
        oscar.server.requests().forget();
        oscar.server
                .faults()
                .next(Endpoint.HISTORY, status == 0 ? Fault.dropAfterWork() : Fault.statusAfterWork(status));
        assertThrows(
                EmrUnavailableException.class,
                () -> oscar.oscar.appointments().of(oscar.clinic, new PatientId("1"), oscar.inTime()));
        assertEquals(1, oscar.server.requests().total());
        assertTrue(oscar.hasToken());
    }

    /** The method: nothing but what is verified as it is signed. */
    @Test
    void only_GET_and_POST_are_sent_with_HMAC_SHA1() {
        assertSafe();
        oscar.oscar.charts().search(oscar.clinic, new ChartQuery.BornOn(DAY), oscar.inTime());
        for (ReceivedRequest request : oscar.server.requests().last()) {
            assertTrue(Set.of("GET", "POST").contains(request.method()));
            request.authorization().ifPresent(header -> assertTrue(header.contains("\"HMAC-SHA1\"")));
        }
    }

    /** The control: a single request that OSCAR does not take as signed, and the clinic has to consent anew. */
    @Test
    void one_guess_costs_the_token() {
        oscar.connect(
                new OAuthCredentials(
                        TestOscar.credentials().clientKey(),
                        "guessed",
                        TestOscar.credentials().token(),
                        TestOscar.credentials().tokenSecret()),
                OscarAddress.of(oscar.server.baseUrl()));
        assertThrows(
                EmrUnavailableException.class,
                () -> oscar.oscar
                        .appointments()
                        .of(oscar.clinic, new PatientId("1"), oscar.within(Duration.ofSeconds(20))));
        assertFalse(oscar.hasToken());
    }
}
