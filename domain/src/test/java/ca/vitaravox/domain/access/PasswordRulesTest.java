package ca.vitaravox.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.PasswordWeakness;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final EmailAddress MARA = new EmailAddress("mara@clinic.test");

    private final PasswordRules rules = new PasswordRules(Set.of("password", "iloveyou", "letmeinplease1")::contains);

    @ParameterizedTest
    @CsvSource({
        "elevenchars, SHORT",
        "Password1234, COMMON",
        "PASSWORD!!!!!, COMMON",
        "passwordpassword, COMMON",
        "1990password1990, COMMON",
        "ｐａｓｓｗｏｒｄ1234, COMMON",
        "LetMeInPlease1, COMMON",
        "123456789012, COMMON",
        "mara in the morning, PERSONAL",
        "our VitaraVox 2026, PERSONAL"
    })
    void what_is_easily_tried_is_refused(String password, PasswordWeakness why) {
        assertEquals(Optional.of(why), rules.weakness(password, MARA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twelve chars",
                "seven plain kites",
                "пароль на завтра",
                "密码密码密码甲乙丙丁戊己",
                "🦉🦉🌲🌲🌙🌙🦊🦊🐻🐻🐚🐚"
            })
    void length_is_enough_in_any_script(String password) {
        assertEquals(Optional.empty(), rules.weakness(password, MARA));
    }

    @Test
    void the_longest_has_256_characters() {
        String long256 = "abcdefgh".repeat(31) + "12345678";
        assertEquals(Optional.empty(), rules.weakness(long256, MARA));
        assertEquals(Optional.of(PasswordWeakness.LONG), rules.weakness(long256 + "x", MARA));
    }
}
