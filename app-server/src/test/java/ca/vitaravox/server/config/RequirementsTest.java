package ca.vitaravox.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTest {
    private static final String GOOD = "f3c1d9a07be25846ac90de17b34f8825";
    private static final String OTHER = "0b6e42d87fa9135cce81f2d490a763bb";

    @Test
    void nothing_given_names_the_database_and_every_secret() {
        List<String> unmet = unmet(Map.of());

        assertEquals(4, unmet.size());
        assertTrue(unmet.get(2).startsWith("VITARAVOX_JWT_SECRET is missing"));
        assertTrue(unmet.get(3).startsWith("VITARAVOX_ENCRYPTION_KEYS is missing"));
        assertTrue(unmet.get(0).startsWith("DATABASE_URL is missing"));
        assertTrue(unmet.get(1).startsWith("VITARAVOX_WEBHOOK_SECRET is missing"));
    }

    @Test
    void a_database_and_a_strong_secret_suffice() {
        assertEquals(List.of(), unmet(with(GOOD, OTHER)));
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-key, shorter than 32",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, repeats itself",
        "abcdefghijabcdefghijabcdefghijabcdefghij, repeats itself",
        "k3Fp9qZx7LwmK3Fp9qZx7LwmEXAMPLEk3Fp9qZx7, default or an example",
        "k3Fp9qZx7Lwmk3Fp9qZx7Lwmk3Fp9qZx7Lwm, repeats itself",
        "EXAMPLE-not-a-real-secret-EXAMPLE-not-a-real, default or an example",
        "change-me-change-me-change-me-change-me, default or an example",
        "123456123456123456123456123456123456, repeats itself"
    })
    void a_weak_secret_is_named_with_its_weakness_and_not_repeated(String secret, String weakness) {
        List<String> unmet = unmet(with(secret, OTHER));

        assertEquals(1, unmet.size());
        assertTrue(unmet.get(0).startsWith("VITARAVOX_WEBHOOK_SECRET "), unmet::toString);
        assertTrue(unmet.get(0).contains(weakness), unmet::toString);
        assertTrue(!unmet.get(0).contains(secret));
    }

    @Test
    void a_weak_previous_secret_is_named_too() {
        assertTrue(unmet(with(GOOD, "short")).get(0).startsWith("VITARAVOX_WEBHOOK_SECRET_PREVIOUS is shorter"));
    }

    @Test
    void a_previous_secret_is_another_one() {
        assertTrue(unmet(with(GOOD, GOOD)).get(0).startsWith("VITARAVOX_WEBHOOK_SECRET_PREVIOUS equals"));
    }

    @ParameterizedTest
    @CsvSource({
        "VITARAVOX_JWT_SECRET, tiny-key, is shorter than 32",
        "VITARAVOX_JWT_SECRET, changeme-changeme-0123456789-changeme, default or an example",
        "VITARAVOX_ENCRYPTION_KEYS, k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, can be guessed",
        "VITARAVOX_JWT_SECRET, f3c1d9a07be25846ac90de17b34f8825, equals VITARAVOX_WEBHOOK_SECRET",
        "VITARAVOX_JWT_SECRET, 0b6e42d87fa9135cce81f2d490a763bb, equals VITARAVOX_WEBHOOK_SECRET_PREVIOUS",
        "VITARAVOX_JWT_SECRET, Ww/SqG4xx5Tyih134JNMuGoV4v0MSbeDPpLBpvRdCBs=, equals VITARAVOX_JWT_SECRET",
        "VITARAVOX_WEBHOOK_SECRET, Ww/SqG4xx5Tyih134JNMuGoV4v0MSbeDPpLBpvRdCBs=, equals VITARAVOX_WEBHOOK_SECRET"
    })
    void every_other_secret_is_as_strong_and_another(String key, String value, String why) {
        Map<String, String> environment = with(GOOD, OTHER);
        environment.put(key, value);

        List<String> unmet = unmet(environment);

        assertEquals(1, unmet.size(), unmet::toString);
        assertTrue(unmet.get(0).contains(why), unmet::toString);
        assertTrue(!unmet.get(0).contains(value));
    }

    @ParameterizedTest
    @CsvSource({"VITARAVOX_WEBHOOK_SECRET", "VITARAVOX_JWT_SECRET", "VITARAVOX_ENCRYPTION_KEYS", "DATABASE_URL"})
    void each_that_is_needed_is_missed(String key) {
        for (String none : new String[] {null, "", "  "}) {
            Map<String, String> environment = with(GOOD, OTHER);
            environment.put(key, none);
            environment.values().removeIf(Objects::isNull);
            List<String> unmet = unmet(environment);
            assertEquals(1, unmet.size(), unmet::toString);
            assertTrue(unmet.get(0).startsWith(key + " is missing"), unmet::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VITARAVOX_WEBHOOK_SECRET, f3c1d9a07be25846ac90de17b34f882",
        "VITARAVOX_WEBHOOK_SECRET_PREVIOUS, 0b6e42d87fa9135cce81f2d490a763b",
        "VITARAVOX_JWT_SECRET, 9c41f7be20d58a63e7f01b94c82d6a3"
    })
    void thirty_one_characters_are_too_few_and_thirty_two_are_not(String key, String short31) {
        Map<String, String> environment = with(GOOD, OTHER);
        environment.put(key, short31);
        assertTrue(unmet(environment).get(0).startsWith(key + " is shorter than 32"));
        environment.put(key, short31 + "7");
        assertEquals(List.of(), unmet(environment));
    }

    @Test
    void an_encryption_key_that_is_too_short_is_not_read() {
        Map<String, String> environment = with(GOOD, OTHER);
        environment.put("VITARAVOX_ENCRYPTION_KEYS", "k1:" + "A".repeat(40) + "=");
        ConfigException refused = assertThrows(ConfigException.class, () -> unmet(environment));
        assertTrue(refused.problems().get(0).startsWith("VITARAVOX_ENCRYPTION_KEYS "), refused::getMessage);
    }

    /** Every pair of them: whoever learns the one would have the other. */
    @Test
    void no_two_secrets_are_the_same() {
        String key = TestServer.ENCRYPTION_KEYS.substring("k1:".length());
        Map<String, String> holders = Map.of(
                "VITARAVOX_WEBHOOK_SECRET", key,
                "VITARAVOX_WEBHOOK_SECRET_PREVIOUS", key,
                "VITARAVOX_JWT_SECRET", key,
                "VITARAVOX_VAPI_API_KEY", key,
                "DATABASE_URL", "postgresql://app:" + key.replace("/", "%2F").replace("+", "%2B") + "@host/db",
                "VITARAVOX_MIGRATION_DATABASE_URL",
                        "postgresql://owner:" + key.replace("/", "%2F").replace("+", "%2B") + "@host/db");
        for (String one : holders.keySet()) {
            for (String other : holders.keySet()) {
                Map<String, String> environment = with(GOOD, OTHER);
                environment.put("VITARAVOX_ENCRYPTION_KEYS", "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
                environment.put(one, holders.get(one));
                environment.put(other, holders.get(other));
                List<String> unmet = unmet(environment);
                assertEquals(one.equals(other) ? 0 : 1, unmet.size(), one + " and " + other + ": " + unmet);
                assertTrue(unmet.stream().noneMatch(each -> each.contains(key)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"postgres", "password", "app", "changeme", "secret", "admin"})
    void a_database_password_that_everybody_tries_is_refused(String password) {
        Map<String, String> environment = with(GOOD, OTHER);
        environment.put("DATABASE_URL", "postgresql://app:" + password + "@host/db");
        List<String> unmet = unmet(environment);
        assertEquals(1, unmet.size(), unmet::toString);
        assertTrue(unmet.get(0).startsWith("DATABASE_URL's password is a default"), unmet::toString);
    }

    @Test
    void one_key_under_two_ids_is_found() {
        Map<String, String> environment = with(GOOD, OTHER);
        environment.put(
                "VITARAVOX_ENCRYPTION_KEYS",
                TestServer.ENCRYPTION_KEYS + "," + TestServer.ENCRYPTION_KEYS.replace("k1", "k2"));

        assertTrue(unmet(environment).get(0).startsWith("VITARAVOX_ENCRYPTION_KEYS's key k2 equals"));
    }

    private static Map<String, String> with(String secret, String previous) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATABASE_URL", "postgresql://app:word@host/db");
        environment.put("VITARAVOX_WEBHOOK_SECRET", secret);
        environment.put("VITARAVOX_WEBHOOK_SECRET_PREVIOUS", previous);
        environment.put("VITARAVOX_JWT_SECRET", TestServer.JWT_SECRET);
        environment.put("VITARAVOX_ENCRYPTION_KEYS", TestServer.ENCRYPTION_KEYS);
        return environment;
    }

    private static List<String> unmet(Map<String, String> environment) {
        return Requirements.unmet(ConfigReader.read(environment, Optional.empty()));
    }
}
