package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.AccessEvent.Action;
import ca.vitaravox.ports.access.AccessSecrets;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.SessionLedger.Exchange;
import ca.vitaravox.ports.access.Sessions;
import ca.vitaravox.ports.access.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Lets sessions in as they are at that very moment, refreshes and ends them. */
final class SessionDesk implements Sessions {
    private final SessionLedger sessions;
    private final AccessJournal journal;
    private final AccessSecrets secrets;
    private final InstantSource clock;
    private final boolean secondFactorNeeded;

    SessionDesk(
            SessionLedger sessions,
            AccessJournal journal,
            AccessSecrets secrets,
            InstantSource clock,
            boolean secondFactorNeeded) {
        this.sessions = sessions;
        this.journal = journal;
        this.secrets = secrets;
        this.clock = clock;
        this.secondFactorNeeded = secondFactorNeeded;
    }

    @Override
    public Optional<Admitted> admit(SessionId session) {
        return sessions.seen(session, clock.instant()).map(live -> new Admitted(live, standing(live)));
    }

    @Override
    public Optional<Admitted> look(SessionId session) {
        return sessions.look(session, clock.instant()).map(live -> new Admitted(live, standing(live)));
    }

    private Standing standing(LiveSession live) {
        if (live.passwordGiven()) {
            return Standing.MUST_CHANGE_PASSWORD;
        }
        return secondFactorNeeded && !live.session().secondFactor() ? Standing.MUST_SET_SECOND_FACTOR : Standing.FULL;
    }

    @Override
    public Refresh refresh(String token) {
        String next = secrets.token();
        Exchange exchange = sessions.exchange(Digest.token(token), Digest.token(next), clock.instant());
        if (exchange instanceof Exchange.Exchanged exchanged) {
            return new Refresh.Refreshed(exchanged.session(), next);
        }
        if (exchange instanceof Exchange.JustExchanged) {
            return new Refresh.AnotherTab();
        }
        if (exchange instanceof Exchange.Reused reused) {
            journal.session(Action.TOKEN_REUSED, Optional.empty(), reused.user(), reused.session());
        }
        return new Refresh.Refused();
    }

    @Override
    public List<Session> of(UserId user) {
        return sessions.of(user, clock.instant());
    }

    @Override
    public boolean end(LiveSession by, UserId user, SessionId session) {
        boolean ended = sessions.end(user, session, clock.instant());
        if (ended) {
            Action action = by.session().id().equals(session) ? Action.LOGOUT : Action.SESSION_ENDED;
            journal.session(action, Optional.of(by.user().id()), user, session);
        }
        return ended;
    }
}
