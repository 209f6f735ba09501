package ca.vitaravox.server.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Password;
import org.junit.jupiter.api.Test;
import org.mindrot.jbcrypt.BCrypt;

class BcryptPasswordsTest {
    private final BcryptPasswords hashes = new BcryptPasswords();

    @Test
    void the_right_password_matches_and_the_cost_is_12() {
        String hash = hashes.hash(new Password("seven plain kites"));

        assertTrue(hash.startsWith("v1:$2a$12$"), hash);
        assertTrue(hashes.matches(new Password("seven plain kites"), hash));
        assertFalse(hashes.matches(new Password("seven plain kite"), hash));
    }

    @Test
    void every_character_counts_beyond_72_bytes_and_beyond_a_zero() {
        String long72 = "é".repeat(36);
        assertTrue(BCrypt.checkpw(long72 + "b", BCrypt.hashpw(long72 + "a", BCrypt.gensalt(4))), "bcrypt alone");

        String hash = hashes.hash(new Password(long72 + "a"));
        assertFalse(hashes.matches(new Password(long72 + "b"), hash));

        String zero = hashes.hash(new Password("before\0after"));
        assertFalse(hashes.matches(new Password("before\0other"), zero));
    }

    @Test
    void an_accent_may_be_written_either_way_and_another_script_is_no_question_mark() {
        String hash = hashes.hash(new Password("un caf\u00e9 cr\u00e8me"));
        assertTrue(hashes.matches(new Password("un cafe\u0301 cre\u0300me"), hash));

        assertFalse(hashes.matches(new Password("密码甲乙丙丁"), hashes.hash(new Password("密码戊己庚辛"))));
    }

    @Test
    void nothing_matches_the_decoy_and_it_costs_as_much() {
        String decoy = hashes.decoy();

        assertTrue(decoy.startsWith("v1:$2a$12$"));
        assertFalse(hashes.matches(new Password("seven plain kites"), decoy));
    }

    @Test
    void a_hash_that_is_none_of_ours_is_an_error_and_not_a_wrong_password() {
        assertThrows(IllegalArgumentException.class, () -> hashes.matches(new Password("x"), "plain"));
    }
}
