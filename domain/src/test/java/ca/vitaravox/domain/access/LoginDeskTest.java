package ca.vitaravox.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.AccessEvent.Action;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.OwnAccess;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.contract.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginDeskTest {
    private final FrontDoor door = new FrontDoor(true);
    private final User ada = door.user("ada", Role.PLATFORM_ADMIN);

    private void assertRefused(Login.Result result) {
        assertEquals(new Login.Result.Refused(), result);
    }

    private int comparedBy(Runnable login) {
        int before = door.compared.get();
        login.run();
        return door.compared.get() - before;
    }

    @Test
    void the_right_password_opens_and_is_written_down_first() {
        Login.Result.In in = assertInstanceOf(Login.Result.In.class, door.login("ada", FrontDoor.PASSWORD));

        assertEquals(ada, in.session().user());
        AccessEvent event = door.trail.events().get(0);
        assertEquals(Action.LOGIN, event.action());
        assertEquals(AccessEvent.Result.DONE, event.result());
        assertEquals(Optional.of(in.session().session().id()), event.session());
    }

    @Test
    void without_a_trail_nobody_is_let_in() {
        AccessJournal broken = new AccessJournal(
                event -> {
                    throw new IllegalStateException("full");
                },
                () -> door.now);
        LoginDesk desk = new LoginDesk(
                new PasswordProof(door.access, door.attempts, new SameText()),
                new SecondFactorProof(door.access, door.codes, null),
                door.access,
                broken,
                null,
                () -> door.now);
        Login.Request request = new Login.Request(
                ada.email(),
                new Password(FrontDoor.PASSWORD),
                Optional.empty(),
                ca.vitaravox.ports.access.Session.Kind.API);

        org.junit.jupiter.api.Assertions.assertThrows(RuntimeException.class, () -> desk.login(request));

        assertEquals(List.of(), door.access.of(ada.id(), door.now));
    }

    private static final class SameText implements ca.vitaravox.ports.access.PasswordHashes {
        @Override
        public String hash(Password password) {
            return "hash of " + password.value();
        }

        @Override
        public boolean matches(Password password, String hash) {
            return true;
        }

        @Override
        public String decoy() {
            return "";
        }
    }

    @Test
    void whatever_is_wrong_the_answer_and_the_hashing_are_the_same() {
        door.user("bob", Role.PLATFORM_ADMIN);
        User carl = door.user("carl", Role.PLATFORM_ADMIN);
        door.access.change(carl.locked(true), door.now);
        for (int i = 0; i < LoginAttempts.MOST; i++) {
            door.login("bob", "wrong");
        }
        List<Runnable> logins = List.of(
                () -> assertRefused(door.login("nobody", FrontDoor.PASSWORD)),
                () -> assertRefused(door.login("ada", "wrong")),
                () -> assertRefused(door.login("bob", FrontDoor.PASSWORD)),
                () -> assertRefused(door.login("carl", FrontDoor.PASSWORD)),
                () -> assertInstanceOf(Login.Result.In.class, door.login("ada", FrontDoor.PASSWORD)));

        for (Runnable login : logins) {
            assertEquals(1, comparedBy(login));
        }
    }

    @Test
    void an_unknown_address_is_closed_like_a_known_one() {
        for (String name : new String[] {"ada", "nobody"}) {
            for (int i = 0; i < LoginAttempts.MOST + 1; i++) {
                assertRefused(door.login(name, "wrong"));
            }
        }
        assertRefused(door.login("ada", FrontDoor.PASSWORD));
        door.later(Duration.ofMinutes(15));
        assertInstanceOf(Login.Result.In.class, door.login("ada", FrontDoor.PASSWORD));
    }

    @Test
    void four_failures_do_not_close_and_success_forgets_them() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < LoginAttempts.MOST - 1; i++) {
                assertRefused(door.login("ada", "wrong"));
            }
            assertInstanceOf(Login.Result.In.class, door.login("ada", FrontDoor.PASSWORD));
        }
    }

    /** Whoever counts after looking, and not before, lets all of them look. */
    @Test
    void of_many_guesses_at_once_five_are_compared_with_the_password() {
        List<Boolean> in = AtOnce.race(number ->
                door.login("ada", number < AtOnce.CALLERS - 1 ? "wrong" + number : "wrong") instanceof Login.Result.In);

        assertTrue(in.stream().noneMatch(Boolean::booleanValue));
        assertRefused(door.login("ada", FrontDoor.PASSWORD));
        assertEquals(AtOnce.CALLERS + 1, door.compared.get(), "the others against a decoy");
    }

    @Test
    void who_has_a_second_factor_is_asked_for_it_and_a_wrong_one_counts_as_a_failure() {
        door.enrol(door.session("ada"));
        door.later(Duration.ofMinutes(1));

        assertInstanceOf(Login.Result.CodeNeeded.class, door.login("ada", FrontDoor.PASSWORD));
        assertRefused(door.login("ada", "wrong", door.codeOf(ada, 0)));
        for (int i = 0; i < LoginAttempts.MOST - 2; i++) {
            assertRefused(door.login("ada", FrontDoor.PASSWORD, "000000"));
        }
        assertRefused(door.login("ada", FrontDoor.PASSWORD, door.codeOf(ada, 0)));
    }

    @Test
    void a_code_may_be_one_step_early_or_late_and_not_two() {
        door.enrol(door.session("ada"));
        for (int steps : new int[] {-1, 0, 1}) {
            door.later(Duration.ofMinutes(5));
            LiveSession in = door.session("ada", door.codeOf(ada, steps));
            assertTrue(in.session().secondFactor());
        }
        door.later(Duration.ofMinutes(5));
        assertRefused(door.login("ada", FrontDoor.PASSWORD, door.codeOf(ada, -2)));
        assertRefused(door.login("ada", FrontDoor.PASSWORD, door.codeOf(ada, 2)));
    }

    @Test
    void a_code_opens_once_also_the_one_that_set_it_up() {
        door.enrol(door.session("ada"));
        assertRefused(door.login("ada", FrontDoor.PASSWORD, door.codeOf(ada, 0)));
        door.later(Duration.ofMinutes(1));
        String code = door.codeOf(ada, 0);

        door.session("ada", code);

        assertRefused(door.login("ada", FrontDoor.PASSWORD, code));
        assertRefused(door.login("ada", FrontDoor.PASSWORD, door.codeOf(ada, -1)));
    }

    @Test
    void a_recovery_code_opens_once_however_it_is_written() {
        OwnAccess.Confirmed.RecoveryCodes codes = door.enrol(door.session("ada"));
        assertEquals(10, codes.codes().stream().distinct().count());
        String written = codes.codes().get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");

        door.session("ada", written);

        assertRefused(door.login("ada", FrontDoor.PASSWORD, written));
        assertTrue(door.trail.events().stream().anyMatch(event -> event.action() == Action.RECOVERY_CODE_USED));
    }

    @Test
    void a_password_that_was_given_opens_for_three_days() {
        door.access.setPassword(
                ada.id(),
                "hash of " + FrontDoor.PASSWORD,
                Optional.of(door.now.plus(Duration.ofHours(72))),
                Optional.empty(),
                door.now);
        door.later(Duration.ofHours(72).minusMillis(1));
        assertTrue(door.session("ada").passwordGiven());
        door.later(Duration.ofMillis(1));

        assertRefused(door.login("ada", FrontDoor.PASSWORD));
    }

    @Test
    void failures_are_written_down_without_what_was_typed() {
        door.login("nobody", "some password");
        door.login("ada", "some password");

        assertEquals(Optional.empty(), door.trail.events().get(0).user());
        assertEquals(Optional.of(ada.id()), door.trail.events().get(1).user());
        assertTrue(door.trail.events().stream().allMatch(event -> event.result() == AccessEvent.Result.REFUSED));
        assertTrue(door.trail.events().stream()
                .noneMatch(event ->
                        event.toString().contains("some") || event.toString().contains("@")));
    }
}
