package ca.vitaravox.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodesTest {
    /** The secret of RFC 6238's examples, {@code 12345678901234567890}. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final TotpCodes codes = new TotpCodes();

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void codes_are_those_of_rfc_6238(long second, String code) {
        assertEquals(code, codes.code(SECRET, codes.step(Instant.ofEpochSecond(second))));
    }

    @Test
    void a_step_lasts_thirty_seconds() {
        assertEquals(1, codes.step(Instant.ofEpochSecond(59)));
        assertEquals(2, codes.step(Instant.ofEpochSecond(60)));
    }

    @Test
    void random_secrets_fit_authenticators_and_codes_are_readable() {
        RandomSecrets secrets = new RandomSecrets();

        assertTrue(secrets.secondFactor().matches("[A-Z2-7]{32}"));
        assertTrue(secrets.recoveryCode().matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertTrue(secrets.token().matches("[A-Za-z0-9_-]{43}"));
        assertTrue(codes.code(secrets.secondFactor(), 1).matches("[0-9]{6}"));
    }
}
