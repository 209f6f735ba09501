package ca.vitaravox.oscar.standin.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 5849 itself, of sections 1.2 and 3.4.1. */
class SignatureTest {
    private static final String TOKEN = "OAuth realm=\"Photos\", oauth_consumer_key=\"dpf43f3p2l4k3l03\","
            + " oauth_token=\"hh5s93j4hdidpola\", oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"137131201\","
            + " oauth_nonce=\"walatlh\", oauth_verifier=\"hfdp7dh39dks9884\","
            + " oauth_signature=\"gKgrFCywp7rO0OXSjdot%2FIHF7IU%3D\"";
    private static final String PHOTO = "OAuth realm=\"Photos\", oauth_consumer_key=\"dpf43f3p2l4k3l03\","
            + " oauth_token=\"nnch734d00sl2jdk\", oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"137131202\","
            + " oauth_nonce=\"chapoH\", oauth_signature=\"MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D\"";

    @Test
    void the_signed_requests_of_section_1_2_are_signed_rightly() {
        assertTrue(new Signature("kd94hf93k423kf44", "hdhd0244k9j7ao03")
                .isHmacSha1Of(request("POST", "https://photos.example.net/token", TOKEN, "")));
        assertTrue(new Signature("kd94hf93k423kf44", "pfkkdhi9sl3r4s00")
                .isHmacSha1Of(
                        request("GET", "http://photos.example.net/photos", PHOTO, "file=vacation.jpg&size=original")));
    }

    @Test
    void anything_else_is_not_what_was_signed() {
        Signature right = new Signature("kd94hf93k423kf44", "pfkkdhi9sl3r4s00");
        String address = "http://photos.example.net/photos";
        String query = "file=vacation.jpg&size=original";
        assertFalse(right.isHmacSha1Of(request("POST", address, PHOTO, query)));
        assertFalse(right.isHmacSha1Of(request("GET", address + "/", PHOTO, query)));
        assertFalse(right.isHmacSha1Of(request("GET", address, PHOTO, query + "&x=")));
        assertFalse(right.isHmacSha1Of(request("GET", address, PHOTO.replace("chapoH", "chapoh"), query)));
        assertFalse(new Signature("kd94hf93k423kf44", "").isHmacSha1Of(request("GET", address, PHOTO, query)));
        assertFalse(new Signature("", "pfkkdhi9sl3r4s00").isHmacSha1Of(request("GET", address, PHOTO, query)));
    }

    @Test
    void the_base_string_is_that_of_section_3_4_1_1() {
        List<Parameter> parameters = new ArrayList<>(Parameter.ofForm("b5=%3D%253D&a3=a&c%40=&a2=r%20b"));
        parameters.addAll(Parameter.ofForm("c2&a3=2+q"));
        OAuthRequest request = OAuthRequest.of(
                "POST",
                "http://example.com/request",
                "OAuth realm=\"Example\", oauth_consumer_key=\"9djdj82h48djs9d2\", oauth_token=\"kkk9d7dh3k39sjv7\","
                        + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"137131201\","
                        + " oauth_nonce=\"7d8f3e4a\", oauth_signature=\"bYT5CMsGcbgUdFHObYMEfcx6bsw%3D\"",
                OAuthRequest::decoded,
                parameters);

        assertEquals(
                "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D"
                        + "%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
                        + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201"
                        + "%26oauth_token%3Dkkk9d7dh3k39sjv7",
                Signature.baseString(request));
    }

    @Test
    void a_plaintext_signature_is_the_two_secrets() {
        Signature signature = new Signature("djr9rjt0jd78jf88", "jjd99$tj88uiths3");
        OAuthRequest signed = request(
                "GET", "https://example.com/", "OAuth oauth_signature=\"djr9rjt0jd78jf88%26jjd99%2524tj88uiths3\"", "");
        OAuthRequest other =
                request("GET", "https://example.com/", "OAuth oauth_signature=\"djr9rjt0jd78jf88%26\"", "");
        assertTrue(signature.isPlaintextOf(signed));
        assertFalse(signature.isPlaintextOf(other));
    }

    @Test
    void secrets_are_never_printed() {
        assertFalse(new Signature("secret-1", "secret-2").toString().contains("secret-"));
    }

    @ParameterizedTest
    @CsvSource({"a b, a%20b", "'', ''", "é, %C3%A9", "-._~, -._~", "'*+,', %2A%2B%2C", "\u65e5, %E6%97%A5", "%, %25"})
    void texts_are_encoded_as_section_3_6_says_and_decoded_again(String plain, String encoded) {
        assertEquals(encoded, PercentCoding.encode(plain));
        assertEquals(plain, PercentCoding.decode(encoded));
    }

    @ParameterizedTest
    @CsvSource({"%4, %4", "%, %", "%zz, %zz", "a%, a%", "%41, A", "+, +"})
    void what_is_not_encoded_rightly_stays(String encoded, String plain) {
        assertEquals(plain, PercentCoding.decode(encoded));
    }

    private static OAuthRequest request(String method, String address, String authorization, String query) {
        return OAuthRequest.of(method, address, authorization, OAuthRequest::decoded, Parameter.ofQuery(query));
    }
}
