package ca.vitaravox.server.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesGcmEnvelopeTest {
    private static final String OLD = "old:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";
    private static final String NEW = "new:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final SecretPlace PLACE = SecretPlace.of(new ClinicId("harbourview"), "oauth-token");

    private final AesGcmEnvelope old = new AesGcmEnvelope(EncryptionKeys.of(OLD));
    private final AesGcmEnvelope both = new AesGcmEnvelope(EncryptionKeys.of(NEW + ", " + OLD));
    private final AesGcmEnvelope onlyNew = new AesGcmEnvelope(EncryptionKeys.of(NEW));

    private static void assertSealed(AesGcmEnvelope envelope, SecretPlace place, String sealed) {
        assertThrows(UnsealableException.class, () -> envelope.open(place, sealed));
    }

    @Test
    void what_was_sealed_opens_in_its_place_and_looks_different_each_time() {
        String sealed = old.seal(PLACE, "a secret é");

        assertEquals("a secret é", old.open(PLACE, sealed));
        assertFalse(sealed.contains("secret"));
        assertNotEquals(sealed, old.seal(PLACE, "a secret é"));
    }

    @Test
    void a_row_that_leaked_opens_nowhere_else() {
        String sealed = old.seal(PLACE, "a secret");

        assertSealed(old, SecretPlace.of(new ClinicId("cedar-lane"), "oauth-token"), sealed);
        assertSealed(old, SecretPlace.of(new ClinicId("harbourview"), "soap-password"), sealed);
        assertSealed(old, new SecretPlace("user/harbourview", "oauth-token"), sealed);
        assertSealed(old, new SecretPlace("clinic/harbour", "viewoauth-token"), sealed);
    }

    @Test
    void a_key_that_is_not_there_is_named() {
        UnsealableException refused =
                assertThrows(UnsealableException.class, () -> onlyNew.open(PLACE, old.seal(PLACE, "a secret")));

        assertTrue(refused.getMessage().contains("\"old\""), refused::getMessage);
    }

    @Test
    void one_key_is_not_taken_for_another_of_the_same_id() {
        AesGcmEnvelope impostor = new AesGcmEnvelope(EncryptionKeys.of(NEW.replace("new:", "old:")));

        assertSealed(impostor, PLACE, old.seal(PLACE, "a secret"));
    }

    @Test
    void one_flipped_bit_anywhere_is_found() {
        String sealed = old.seal(PLACE, "a secret");
        for (int at = 0; at < sealed.length(); at++) {
            String flipped = sealed.substring(0, at) + (char) (sealed.charAt(at) ^ 1) + sealed.substring(at + 1);
            if (at < sealed.length() - 1) {
                assertSealed(old, PLACE, flipped);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "v1.old.x", "v2.old.AAAA.AAAA", "v1.old..", "v1.old.!!.!!", "v1.old.AAAA.AAAA.AAAA"
            })
    void what_was_never_sealed_does_not_open(String text) {
        assertSealed(old, PLACE, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "k1",
                "k1:",
                "k1:AAECAwQFBgcICQoLDA0ODw==",
                "k 1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=,k1:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="
            })
    void keys_that_are_none_are_refused_and_not_repeated(String written) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> EncryptionKeys.of(written));
        assertFalse(refused.getMessage().contains("AAEC"));
    }

    @Test
    void the_text_of_keys_hides_them() {
        assertFalse(EncryptionKeys.of(OLD).toString().contains("q83v"));
    }

    @Test
    void resealing_leaves_everything_under_the_newest_key_page_by_page() {
        Rows rows = new Rows();
        for (int i = 0; i < 250; i++) {
            rows.put(i, (i % 10 == 0 ? both : old).seal(Rows.place(i), "secret " + i));
        }

        assertEquals(225, new Reseal(both).run(rows));

        for (int i = 0; i < 250; i++) {
            assertEquals("secret " + i, onlyNew.open(Rows.place(i), rows.get(i)));
        }
        assertEquals(0, new Reseal(both).run(rows));
    }

    private static final class Rows implements SealedSecrets {
        private final Map<String, String> rows = new TreeMap<>();

        static SecretPlace place(int number) {
            return new SecretPlace("%04d".formatted(number), "x");
        }

        void put(int number, String sealed) {
            rows.put(place(number).owner(), sealed);
        }

        String get(int number) {
            return rows.get(place(number).owner());
        }

        @Override
        public List<Sealed> page(Optional<SecretPlace> after, int most) {
            return rows.entrySet().stream()
                    .filter(row -> after.map(last -> row.getKey().compareTo(last.owner()) > 0)
                            .orElse(true))
                    .limit(most)
                    .map(row -> new Sealed(new SecretPlace(row.getKey(), "x"), row.getValue()))
                    .toList();
        }

        @Override
        public boolean replace(Sealed kept, String anew) {
            return rows.replace(kept.place().owner(), kept.text(), anew);
        }
    }
}
