package ca.vitaravox.ports.contract.access;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The ports under test, and people to try them with. */
public abstract class AccessRoom {
    /** The present of these tests. */
    protected static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    /** Users under test. */
    protected abstract Users users();

    /** Second factors of the same users. */
    protected abstract SecondFactors factors();

    /** Sessions of the same users. */
    protected abstract SessionLedger sessions();

    /** Attempts under test. */
    protected abstract LoginAttempts attempts();

    /** A user nobody knows yet. */
    protected static User person(Role role, Set<ClinicId> clinics) {
        return new User(
                new UserId(Fresh.hex()),
                new EmailAddress(Fresh.hex() + "@clinic.test"),
                "Somebody",
                role,
                clinics,
                false,
                false,
                1,
                NOW);
    }

    /** A platform admin who is there. */
    protected User someone() {
        return added(person(Role.PLATFORM_ADMIN, Set.of()));
    }

    /** Adds a user with a password of their own. */
    protected User added(User user) {
        users().add(new Account(user, "hash-of-a-password", Optional.empty(), Optional.empty()));
        return user;
    }

    /** The user as kept. */
    protected User kept(User user) {
        return users().find(user.id()).orElseThrow().user();
    }

    /** A session of a user that begins then. */
    protected Session opened(User user, Session.Kind kind, Instant at) {
        return opened(user, kind, at, Fresh.hex());
    }

    /** The same with this token. */
    protected Session opened(User user, Session.Kind kind, Instant at, String token) {
        Session session = new Session(new SessionId(Fresh.hex()), user.id(), kind, false, at, at);
        sessions().open(session, token);
        return session;
    }

    /** Whether a session is let in then. */
    protected boolean isIn(Session session, Instant at) {
        return sessions().seen(session.id(), at).isPresent();
    }
}
