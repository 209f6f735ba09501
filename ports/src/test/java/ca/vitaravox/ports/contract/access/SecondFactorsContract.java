package ca.vitaravox.ports.contract.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.Session.Kind;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.contract.AtOnce;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code SecondFactors} promises. */
public abstract class SecondFactorsContract extends AccessRoom {
    private User withFactor() {
        User user = someone();
        Session session = opened(user, Kind.WEB, NOW);
        factors().set(user.id(), "sealed", 100, Set.of("one", "two"), session.id(), NOW);
        return user;
    }

    @Test
    void once_set_it_is_the_users_and_proves_the_session_it_was_set_in_and_ends_the_others() {
        User user = someone();
        Session here = opened(user, Kind.WEB, NOW);
        Session other = opened(user, Kind.WEB, NOW);
        assertFalse(kept(user).secondFactor());

        factors().set(user.id(), "sealed", 100, Set.of("one"), here.id(), NOW);

        assertTrue(kept(user).secondFactor());
        assertEquals(
                Optional.of("sealed"), users().find(user.id()).orElseThrow().sealedSecret());
        assertTrue(sessions().seen(here.id(), NOW).orElseThrow().session().secondFactor());
        assertFalse(isIn(other, NOW));
    }

    @Test
    void the_code_of_a_step_is_used_once_and_none_before_it_after() {
        User user = withFactor();

        assertFalse(factors().use(user.id(), 100), "the code that set it up");
        assertTrue(factors().use(user.id(), 101));
        assertFalse(factors().use(user.id(), 101));
        assertFalse(factors().use(user.id(), 99));
        assertTrue(factors().use(user.id(), 102));
        assertFalse(factors().use(someone().id(), 103), "who has no second factor uses none");
    }

    @Test
    void of_many_who_use_one_code_at_once_one_is_let_in() {
        User user = withFactor();

        assertEquals(
                1,
                AtOnce.race(number -> factors().use(user.id(), 101)).stream()
                        .filter(Boolean::booleanValue)
                        .count());
    }

    @Test
    void a_recovery_code_is_used_once_and_by_its_owner() {
        User user = withFactor();

        assertFalse(factors().useRecoveryCode(withFactor().id(), "three", NOW));
        assertFalse(factors().useRecoveryCode(someone().id(), "one", NOW));
        assertEquals(
                1,
                AtOnce.race(number -> factors().useRecoveryCode(user.id(), "one", NOW)).stream()
                        .filter(Boolean::booleanValue)
                        .count());
        assertTrue(factors().useRecoveryCode(user.id(), "two", NOW));
    }

    @Test
    void another_second_factor_takes_the_place_of_the_first_with_its_recovery_codes() {
        User user = withFactor();
        Session session = opened(user, Kind.WEB, NOW);

        factors().set(user.id(), "other", 200, Set.of("three"), session.id(), NOW);

        assertFalse(factors().useRecoveryCode(user.id(), "one", NOW));
        assertTrue(factors().useRecoveryCode(user.id(), "three", NOW));
        assertFalse(factors().use(user.id(), 150));
    }

    @Test
    void taken_away_it_leaves_no_code_and_no_session() {
        User user = withFactor();
        Session session = opened(user, Kind.WEB, NOW);

        factors().remove(user.id(), NOW);

        assertFalse(kept(user).secondFactor());
        assertFalse(isIn(session, NOW));
        assertFalse(factors().useRecoveryCode(user.id(), "one", NOW));
        assertFalse(factors().use(user.id(), 101));
    }
}
