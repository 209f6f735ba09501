package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The sessions of {@link InMemoryAccess}; whoever calls holds its lock. */
final class InMemorySessions implements SessionLedger {
    private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Function<UserId, Account> accounts;

    private record Token(SessionId session, Optional<Instant> usedAt, Optional<String> next) {}

    InMemorySessions(Function<UserId, Account> accounts) {
        this.accounts = accounts;
    }

    @Override
    public void open(Session session, String tokenHash) {
        sessions.put(session.id(), session);
        tokens.put(tokenHash, new Token(session.id(), Optional.empty(), Optional.empty()));
        List<Session> all = newestFirst(session.user());
        all.stream().skip(Session.MOST).forEach(old -> remove(old.id()));
    }

    private List<Session> newestFirst(UserId user) {
        return sessions.values().stream()
                .filter(each -> each.user().equals(user))
                .sorted(Comparator.comparing(Session::startedAt)
                        .thenComparing(each -> each.id().value())
                        .reversed())
                .toList();
    }

    private void remove(SessionId id) {
        sessions.remove(id);
        tokens.values().removeIf(token -> token.session().equals(id));
    }

    @Override
    public Optional<LiveSession> seen(SessionId id, Instant now) {
        return look(id, now).map(live -> {
            Session session = live.session();
            Session seen =
                    new Session(id, session.user(), session.kind(), session.secondFactor(), session.startedAt(), now);
            sessions.put(id, seen);
            return new LiveSession(seen, live.user(), live.passwordGiven());
        });
    }

    @Override
    public Optional<LiveSession> look(SessionId id, Instant now) {
        Session session = sessions.get(id);
        if (session == null
                || session.isOver(now)
                || accounts.apply(session.user()).user().locked()) {
            return Optional.empty();
        }
        Account account = accounts.apply(session.user());
        return Optional.of(
                new LiveSession(session, account.user(), account.passwordUntil().isPresent()));
    }

    @Override
    public Exchange exchange(String tokenHash, String nextHash, Instant now) {
        Token token = tokens.get(tokenHash);
        if (token == null) {
            return new Exchange.Unknown();
        }
        if (token.usedAt().isPresent()) {
            return repeated(token, now);
        }
        Optional<LiveSession> live = seen(token.session(), now);
        if (live.isEmpty()) {
            return new Exchange.Unknown();
        }
        tokens.put(tokenHash, new Token(token.session(), Optional.of(now), Optional.of(nextHash)));
        tokens.put(nextHash, new Token(token.session(), Optional.empty(), Optional.empty()));
        return new Exchange.Exchanged(live.get());
    }

    private Exchange repeated(Token token, Instant now) {
        Session session = sessions.get(token.session());
        boolean nextUnused = tokens.get(token.next().orElseThrow()).usedAt().isEmpty();
        if (nextUnused && now.isBefore(token.usedAt().orElseThrow().plus(RACE))) {
            return new Exchange.JustExchanged(session.id());
        }
        remove(session.id());
        return new Exchange.Reused(session.user(), session.id());
    }

    @Override
    public List<Session> of(UserId user, Instant now) {
        return newestFirst(user).stream().filter(each -> !each.isOver(now)).toList();
    }

    @Override
    public boolean end(UserId user, SessionId id, Instant now) {
        Session session = sessions.get(id);
        boolean there = session != null && session.user().equals(user) && !session.isOver(now);
        if (there) {
            remove(id);
        }
        return there;
    }

    /** Has a session count as proved by a second factor. */
    void prove(SessionId id) {
        sessions.computeIfPresent(
                id, (same, was) -> new Session(id, was.user(), was.kind(), true, was.startedAt(), was.seenAt()));
    }

    /** Ends a user's sessions that are not to be kept. */
    void endAll(UserId user, Predicate<SessionId> kept) {
        newestFirst(user).stream().map(Session::id).filter(kept.negate()).forEach(this::remove);
    }
}
