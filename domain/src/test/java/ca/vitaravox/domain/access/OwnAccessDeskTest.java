package ca.vitaravox.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.OwnAccess;
import ca.vitaravox.ports.access.OwnAccess.Begun;
import ca.vitaravox.ports.access.OwnAccess.Change;
import ca.vitaravox.ports.access.OwnAccess.Confirmed;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.PasswordWeakness;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.Sessions.Refresh;
import ca.vitaravox.ports.access.Sessions.Standing;
import ca.vitaravox.ports.access.User;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnAccessDeskTest {
    private static final Password CURRENT = new Password(FrontDoor.PASSWORD);
    private static final Password NEXT = new Password("eight green lamps");

    private final FrontDoor door = new FrontDoor(true);
    private final User ada = door.user("ada", Role.PLATFORM_ADMIN);
    private final LiveSession session = door.session("ada");
    private final OwnAccess own = door.desk.ownAccess();

    private Standing standing(LiveSession of) {
        return door.desk.sessions().admit(of.session().id()).orElseThrow().standing();
    }

    @Test
    void a_changed_password_opens_the_old_does_not_and_the_other_sessions_end() {
        LiveSession other = door.session("ada");

        assertInstanceOf(Change.Changed.class, own.changePassword(session, CURRENT, NEXT));

        assertInstanceOf(Login.Result.In.class, door.login("ada", NEXT.value()));
        assertInstanceOf(Login.Result.Refused.class, door.login("ada", CURRENT.value()));
        assertTrue(door.desk.sessions().admit(session.session().id()).isPresent());
        assertTrue(door.desk.sessions().admit(other.session().id()).isEmpty());
    }

    @Test
    void whoever_found_a_session_open_cannot_guess_the_password_in_it() {
        for (int i = 0; i < LoginAttempts.MOST; i++) {
            assertInstanceOf(Change.WrongPassword.class, own.changePassword(session, new Password("wrong" + i), NEXT));
        }
        assertInstanceOf(Change.WrongPassword.class, own.changePassword(session, CURRENT, NEXT));
        assertInstanceOf(Begun.WrongPassword.class, own.beginSecondFactor(session, CURRENT));
    }

    @Test
    void a_weak_password_and_the_same_again_are_refused() {
        assertEquals(new Change.Weak(PasswordWeakness.SAME), own.changePassword(session, CURRENT, CURRENT));
        assertEquals(
                new Change.Weak(PasswordWeakness.SHORT),
                own.changePassword(session, CURRENT, new Password("x".repeat(11))));
    }

    @Test
    void a_session_can_set_up_a_second_factor_and_then_do_everything() {
        assertEquals(Standing.MUST_SET_SECOND_FACTOR, standing(session));

        assertEquals(10, door.enrol(session).codes().size());

        assertEquals(Standing.FULL, standing(session));
    }

    @Test
    void a_password_that_was_given_is_changed_before_anything_else() {
        door.access.setPassword(
                ada.id(),
                "hash of " + FrontDoor.PASSWORD,
                Optional.of(door.now.plusSeconds(60)),
                Optional.of(session.session().id()),
                door.now);
        assertEquals(Standing.MUST_CHANGE_PASSWORD, standing(session));

        own.changePassword(session, CURRENT, NEXT);

        assertEquals(Standing.MUST_SET_SECOND_FACTOR, standing(session));
    }

    @Test
    void where_no_second_factor_is_needed_a_session_can_do_everything_at_once() {
        FrontDoor demo = new FrontDoor(false);
        demo.user("ada", Role.PLATFORM_ADMIN);

        assertEquals(
                Standing.FULL,
                demo.desk
                        .sessions()
                        .admit(demo.session("ada").session().id())
                        .orElseThrow()
                        .standing());
    }

    @Test
    void an_enrolment_belongs_to_its_session_and_lasts_ten_minutes() {
        Begun.Secret begun = (Begun.Secret) own.beginSecondFactor(session, CURRENT);
        LiveSession other = door.session("ada");

        assertInstanceOf(
                Confirmed.WrongEnrolment.class,
                own.confirmSecondFactor(other, begun.enrolment(), door.code(begun.secret(), 0)));
        assertInstanceOf(Confirmed.WrongCode.class, own.confirmSecondFactor(session, begun.enrolment(), "999999"));
        door.later(Duration.ofMinutes(10));
        assertInstanceOf(
                Confirmed.WrongEnrolment.class,
                own.confirmSecondFactor(session, begun.enrolment(), door.code(begun.secret(), 0)));
        assertInstanceOf(Confirmed.WrongEnrolment.class, own.confirmSecondFactor(session, "SECRET1", "000000"));
    }

    @Test
    void until_the_last_moment_an_enrolment_counts() {
        Begun.Secret begun = (Begun.Secret) own.beginSecondFactor(session, CURRENT);
        door.later(Duration.ofMinutes(10).minusSeconds(1));

        assertInstanceOf(
                Confirmed.RecoveryCodes.class,
                own.confirmSecondFactor(session, begun.enrolment(), door.code(begun.secret(), 0)));
    }

    @Test
    void a_refresh_token_is_exchanged_and_its_repeat_ends_everything_and_is_written_down() {
        Login.Result.In in = (Login.Result.In) door.login("ada", FrontDoor.PASSWORD);
        Refresh.Refreshed next = (Refresh.Refreshed) door.desk.sessions().refresh(in.token());
        assertInstanceOf(Refresh.AnotherTab.class, door.desk.sessions().refresh(in.token()));
        door.later(Duration.ofSeconds(10));

        assertInstanceOf(Refresh.Refused.class, door.desk.sessions().refresh(in.token()));

        assertInstanceOf(Refresh.Refused.class, door.desk.sessions().refresh(next.token()));
        assertTrue(door.desk.sessions().admit(in.session().session().id()).isEmpty());
        assertTrue(door.trail.events().stream()
                .anyMatch(event -> event.action() == ca.vitaravox.ports.access.AccessEvent.Action.TOKEN_REUSED));
    }
}
