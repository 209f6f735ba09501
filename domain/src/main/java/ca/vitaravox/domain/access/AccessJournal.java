package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.AccessEvent.Action;
import ca.vitaravox.ports.access.AccessEvent.Result;
import ca.vitaravox.ports.access.AccessTrail;
import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Writes the trail of access, before anything is let in or changed. */
final class AccessJournal {
    private final AccessTrail trail;
    private final InstantSource clock;

    AccessJournal(AccessTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Records a login of a user; of nobody, where there is no such user. */
    void login(Optional<UserId> user, Optional<SessionId> session, Action action, Result result) {
        trail.append(new AccessEvent(
                clock.instant(), action, user.filter(who -> result == Result.DONE), user, session, result));
    }

    /** Records what somebody did in their session to their own access. */
    void own(LiveSession session, Action action, Result result) {
        Optional<UserId> user = Optional.of(session.session().user());
        trail.append(new AccessEvent(
                clock.instant(),
                action,
                user,
                user,
                Optional.of(session.session().id()),
                result));
    }

    /** Records the end of a session. */
    void session(Action action, Optional<UserId> by, UserId user, SessionId session) {
        trail.append(
                new AccessEvent(clock.instant(), action, by, Optional.of(user), Optional.of(session), Result.DONE));
    }

    /** Does something to a user, with a line before it and one after. */
    <T> T around(Administrator by, UserId user, Action action, Supplier<T> work, Predicate<T> done) {
        Optional<LiveSession> session =
                by instanceof Administrator.Admin admin ? Optional.of(admin.session()) : Optional.empty();
        append(session, user, action, Result.INTENDED);
        T outcome = work.get();
        append(session, user, action, done.test(outcome) ? Result.DONE : Result.REFUSED);
        return outcome;
    }

    private void append(Optional<LiveSession> by, UserId user, Action action, Result result) {
        trail.append(new AccessEvent(
                clock.instant(),
                action,
                by.map(live -> live.user().id()),
                Optional.of(user),
                by.map(live -> live.session().id()),
                result));
    }
}
