package ca.vitaravox.oscar.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignerTest {
    private static final OAuthCredentials TEST_CLIENT = new OAuthCredentials(
            "testclientkey0001",
            "testclientsecret0001",
            "11111111-aaaa-4aaa-8aaa-000000000001",
            "22222222-bbbb-4bbb-8bbb-000000000001");

    /** Requests that a running OSCAR took, with their signatures. */
    @ParameterizedTest
    @CsvSource({
        "GET,  1795330898, d263138bc4c3322686a530e1, /oscar/ws/services/demographics/quickSearch?query=O%27SAM,"
                + " Pv5QBYMzH12sEOyu7pcaJtXrUw4=",
        "GET,  1795330898, 7500248f355911d7c3945c80,"
                + " /oscar/ws/services/demographics/quickSearch?query=FICTION%2C%20ALICE, 2Mhfxb7cWD0fXGBuUbF+l6c+pnE=",
        "GET,  1795330783, 46583a887f2353ba029ac489, /oscar/ws/services/demographics/quickSearch?query=FICTION,"
                + " Op9MGVVt6VUo+WbqhoW5htmSIZE=",
        "POST, 1795330785, e38a8b00937511a49e921b22,"
                + " /oscar/ws/services/demographics/search?startIndex=0&itemsToReturn=10, RoWbf/2pY4vhBwSNKMCm4UN4GbU=",
        "POST, 1795330854, 189ad425cc08c4d8ab8825a3, /oscar/ws/services/schedule/add, kkAvbvvgwpg0FMfL8kPuwwv97uU=",
    })
    void OSCAR_accepts_what_is_signed(String method, long second, String nonce, String path, String signature) {
        RequestSigner signer = new RequestSigner(TEST_CLIENT, () -> Instant.ofEpochSecond(second), () -> nonce);

        assertEquals(signature, signature(signer.authorization(method, URI.create("http://127.0.0.1:8085" + path))));
    }

    /** The example of Twitter's guide "Creating a signature"; whether a parameter is of form or query is the same. */
    @Test
    void a_published_example_gives_the_published_signature() {
        RequestSigner signer = new RequestSigner(
                new OAuthCredentials(
                        "xvz1evFS4wEEPTGEFPHBog",
                        "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
                        "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
                        "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"),
                () -> Instant.ofEpochSecond(1318622958),
                () -> "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg");

        String header = signer.authorization(
                "POST",
                URI.create("https://api.twitter.com/1/statuses/update.json?include_entities=true"
                        + "&status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21"));

        assertEquals("tnnArxj06cWHq44gCs1OSKk/jLY=", signature(header));
    }

    /** Expected values by a separate implementation of RFC 5849, which reproduces the signature of its section 1.2. */
    @ParameterizedTest
    @CsvSource({
        "GET,    https://emr.example.test/oscar/ws/services/status/checkIfAuthed,     itM47zMc+QL+9YJfynFLPf8bVDg=",
        "GET,    HTTPS://EMR.Example.TEST:443/oscar/ws/services/status/checkIfAuthed, itM47zMc+QL+9YJfynFLPf8bVDg=",
        "GET,    http://emr.example.test/oscar/ws/services/status/checkIfAuthed,      8a0w1TVSiYoKW60B+XlI7AR7Rcc=",
        "GET,    http://emr.example.test:80/oscar/ws/services/status/checkIfAuthed,   8a0w1TVSiYoKW60B+XlI7AR7Rcc=",
        "GET,    https://emr.example.test:8443/oscar/ws/services/status/checkIfAuthed, rw7u0VwKfrmDbBi16buWq5AkAnM=",
        "GET,    https://emr.example.test,                                            hB+TZISnHt2e1EAlzJYmdUUwJ5s=",
        "GET,    https://emr.example.test/#part,                                      hB+TZISnHt2e1EAlzJYmdUUwJ5s=",
        "GET,    https://emr.example.test/a?b=2&a=1&b=1&c=%C3%A9%2B%2A~&d=,           Zm2cIfzJpbJVkzBanE3yZNa2s4M=",
        "DELETE, http://emr.example.test:443/oscar/ws/x%20y,                          nVbGaxbIQ8A/BX1xvqCVI7y/N+4=",
    })
    void an_address_is_signed_in_its_normal_form(String method, String address, String signature) {
        RequestSigner signer = new RequestSigner(
                TEST_CLIENT, () -> Instant.ofEpochSecond(1795330898), () -> "d263138bc4c3322686a530e1");

        assertEquals(signature, signature(signer.authorization(method, URI.create(address))));
    }

    @Test
    void the_header_names_all_that_was_signed_and_no_secret() {
        RequestSigner signer = new RequestSigner(TEST_CLIENT, () -> Instant.ofEpochSecond(1795330898), () -> "n1");
        String header = signer.authorization("GET", URI.create("https://emr.example.test/oscar"));

        assertTrue(header.startsWith("OAuth "));
        assertEquals(
                Map.of(
                        "oauth_consumer_key", "testclientkey0001",
                        "oauth_token", "11111111-aaaa-4aaa-8aaa-000000000001",
                        "oauth_signature_method", "HMAC-SHA1",
                        "oauth_timestamp", "1795330898",
                        "oauth_nonce", "n1",
                        "oauth_version", "1.0",
                        "oauth_signature", signature(header)),
                parameters(header));
        assertFalse(header.contains("secret") || header.contains("22222222"));
        assertFalse(TEST_CLIENT.toString().contains("testclient"));
    }

    @Test
    void two_attempts_at_the_same_request_carry_different_headers() {
        AtomicInteger count = new AtomicInteger();
        RequestSigner signer = new RequestSigner(
                TEST_CLIENT, () -> Instant.ofEpochSecond(1795330898), () -> "n" + count.incrementAndGet());
        URI address = URI.create("https://emr.example.test/oscar");

        assertNotEquals(signer.authorization("POST", address), signer.authorization("POST", address));
    }

    @Test
    void threads_share_a_signer() {
        RequestSigner signer = new RequestSigner(TEST_CLIENT, () -> Instant.ofEpochSecond(1795330898), () -> "n1");
        URI address = URI.create("https://emr.example.test/oscar?a=1");

        List<String> headers = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> signer.authorization("POST", address))
                .distinct()
                .toList();
        assertEquals(1, headers.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oscar/ws",
                "ftp://emr.example.test/",
                "https://user:pass@emr.example.test/",
                "https://emr.example.test/?q=a+b",
                "https://emr.example.test/?q=a=b",
                "https://emr.example.test/?q",
                "https://emr.example.test/?q=%c3%a9",
                "mailto:clinic@emr.example.test",
            })
    void an_address_that_servers_read_differently_is_refused(String address) {
        RequestSigner signer = new RequestSigner(TEST_CLIENT, () -> Instant.EPOCH, () -> "n1");

        assertThrows(IllegalArgumentException.class, () -> signer.authorization("GET", URI.create(address)));
    }

    private static String signature(String header) {
        return parameters(header).get("oauth_signature");
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new TreeMap<>();
        Pattern.compile("(\\w+)=\"([^\"]*)\"")
                .matcher(header)
                .results()
                .forEach(found -> parameters.put(
                        found.group(1), URLDecoder.decode(found.group(2).replace("+", "%2B"), StandardCharsets.UTF_8)));
        return parameters;
    }
}
