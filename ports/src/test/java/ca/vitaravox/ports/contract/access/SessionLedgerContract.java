package ca.vitaravox.ports.contract.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.Session.Kind;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.SessionLedger.Exchange;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code SessionLedger} promises. */
public abstract class SessionLedgerContract extends AccessRoom {
    private static final Duration TICK = Duration.ofMillis(1);

    @Test
    void a_session_is_let_in_with_its_user_and_counts_as_seen() {
        User user = someone();
        Session session = opened(user, Kind.WEB, NOW);
        Instant later = NOW.plusSeconds(60);

        assertEquals(user, sessions().seen(session.id(), later).orElseThrow().user());
        assertEquals(later, sessions().of(user.id(), later).get(0).seenAt());
        assertTrue(sessions().seen(new SessionId(Fresh.hex()), NOW).isEmpty());
    }

    @Test
    void a_session_that_is_looked_at_is_the_same_and_does_not_count_as_seen() {
        User user = someone();
        Session session = opened(user, Kind.WEB, NOW);
        Instant almost = NOW.plus(Session.LONGEST_IDLE).minus(TICK);

        assertEquals(sessions().seen(session.id(), NOW), sessions().look(session.id(), almost));
        assertTrue(sessions().look(session.id(), almost.plus(TICK)).isEmpty());
        assertFalse(isIn(session, almost.plus(TICK)));
        assertTrue(sessions().look(new SessionId(Fresh.hex()), NOW).isEmpty());
    }

    @Test
    void a_session_that_ended_is_not_looked_at() {
        User user = someone();
        Session session = opened(user, Kind.WEB, NOW);

        assertTrue(sessions().look(session.id(), NOW).isPresent());
        assertTrue(sessions().end(user.id(), session.id(), NOW));
        assertTrue(sessions().look(session.id(), NOW).isEmpty());
    }

    @Test
    void unused_for_half_an_hour_a_session_of_the_web_application_is_over_and_used_it_is_not() {
        User user = someone();
        Session session = opened(user, Kind.WEB, NOW);
        Instant almost = NOW.plus(Session.LONGEST_IDLE).minus(TICK);

        assertTrue(isIn(session, almost));
        assertTrue(isIn(session, almost.plus(Session.LONGEST_IDLE).minus(TICK)));
        assertFalse(isIn(session, almost.plus(Session.LONGEST_IDLE).minus(TICK).plus(Session.LONGEST_IDLE)));
    }

    @Test
    void a_session_of_a_program_may_rest_and_none_outlives_seven_days() {
        User user = someone();
        Session session = opened(user, Kind.API, NOW);
        Instant end = NOW.plus(Session.LONGEST);

        assertTrue(isIn(session, end.minus(TICK)));
        assertFalse(isIn(session, end));
        assertEquals(List.of(), sessions().of(user.id(), end));
    }

    @Test
    void a_token_is_exchanged_for_the_next_and_the_next_after_it() {
        Session session = opened(someone(), Kind.API, NOW, "first" + Fresh.hex());
        String second = Fresh.hex();
        String first = Fresh.hex();
        Session other = opened(someone(), Kind.API, NOW, first);

        Exchange exchange = sessions().exchange(first, second, NOW);

        assertEquals(
                other.id(),
                assertInstanceOf(Exchange.Exchanged.class, exchange)
                        .session()
                        .session()
                        .id());
        assertInstanceOf(Exchange.Exchanged.class, sessions().exchange(second, Fresh.hex(), NOW));
        assertInstanceOf(Exchange.Unknown.class, sessions().exchange(Fresh.hex(), Fresh.hex(), NOW));
        assertTrue(isIn(session, NOW));
    }

    @Test
    void a_token_that_comes_again_ends_the_session_and_the_next_token_with_it() {
        String first = Fresh.hex();
        String second = Fresh.hex();
        Session session = opened(someone(), Kind.API, NOW, first);
        sessions().exchange(first, second, NOW);

        Exchange again = sessions().exchange(first, Fresh.hex(), NOW.plus(SessionLedger.RACE));

        assertEquals(
                session.id(), assertInstanceOf(Exchange.Reused.class, again).session());
        assertFalse(isIn(session, NOW));
        assertInstanceOf(Exchange.Unknown.class, sessions().exchange(second, Fresh.hex(), NOW));
    }

    @Test
    void the_second_of_two_tabs_gets_nothing_and_ends_nothing() {
        String first = Fresh.hex();
        String second = Fresh.hex();
        Session session = opened(someone(), Kind.WEB, NOW, first);
        sessions().exchange(first, second, NOW);

        Exchange again = sessions()
                .exchange(first, Fresh.hex(), NOW.plus(SessionLedger.RACE).minus(TICK));

        assertInstanceOf(Exchange.JustExchanged.class, again);
        assertTrue(isIn(session, NOW));
        assertInstanceOf(Exchange.Exchanged.class, sessions().exchange(second, Fresh.hex(), NOW));
    }

    @Test
    void a_repeat_is_no_second_tab_once_the_next_token_was_used() {
        String first = Fresh.hex();
        String second = Fresh.hex();
        Session session = opened(someone(), Kind.WEB, NOW, first);
        sessions().exchange(first, second, NOW);
        sessions().exchange(second, Fresh.hex(), NOW);

        assertInstanceOf(Exchange.Reused.class, sessions().exchange(first, Fresh.hex(), NOW.plus(TICK)));
        assertFalse(isIn(session, NOW));
    }

    @Test
    void of_many_who_exchange_one_token_at_once_one_gets_the_next() {
        String first = Fresh.hex();
        Session session = opened(someone(), Kind.WEB, NOW, first);

        List<Exchange> exchanges = AtOnce.race(number -> sessions().exchange(first, Fresh.hex(), NOW));

        assertEquals(
                1,
                exchanges.stream().filter(Exchange.Exchanged.class::isInstance).count());
        assertEquals(
                AtOnce.CALLERS - 1,
                exchanges.stream()
                        .filter(Exchange.JustExchanged.class::isInstance)
                        .count());
        assertTrue(isIn(session, NOW));
    }

    @Test
    void a_token_of_a_session_that_is_over_is_unknown() {
        String idle = Fresh.hex();
        opened(someone(), Kind.WEB, NOW, idle);
        String old = Fresh.hex();
        opened(someone(), Kind.API, NOW, old);
        String locked = Fresh.hex();
        User user = someone();
        opened(user, Kind.API, NOW, locked);
        users().change(user.locked(true), NOW);

        assertInstanceOf(
                Exchange.Unknown.class, sessions().exchange(idle, Fresh.hex(), NOW.plus(Session.LONGEST_IDLE)));
        assertInstanceOf(Exchange.Unknown.class, sessions().exchange(old, Fresh.hex(), NOW.plus(Session.LONGEST)));
        assertInstanceOf(Exchange.Unknown.class, sessions().exchange(locked, Fresh.hex(), NOW));
    }

    @Test
    void a_session_is_ended_by_naming_its_user_and_once() {
        User user = someone();
        Session session = opened(user, Kind.API, NOW);

        assertFalse(sessions().end(someone().id(), session.id(), NOW));
        assertTrue(sessions().end(user.id(), session.id(), NOW));
        assertFalse(sessions().end(user.id(), session.id(), NOW));
        assertFalse(isIn(session, NOW));
    }

    @Test
    void a_user_has_twenty_sessions_at_most_and_the_oldest_makes_room() {
        User user = someone();
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < Session.MOST; i++) {
            sessions.add(opened(user, Kind.API, NOW.plusSeconds(i)));
        }
        Instant then = NOW.plusSeconds(60);
        assertEquals(Session.MOST, sessions().of(user.id(), then).size());

        Session newest = opened(user, Kind.API, then);

        List<Session> left = sessions().of(user.id(), then);
        assertEquals(Session.MOST, left.size());
        assertEquals(newest, left.get(0));
        assertFalse(isIn(sessions.get(0), then));
        assertTrue(isIn(sessions.get(1), then));
    }
}
