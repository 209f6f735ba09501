package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps users, second factors and sessions in memory: for tests, and for a tool that is one process. Thread-safe. */
public final class InMemoryAccess implements Users, SecondFactors, SessionLedger {
    private final Map<UserId, Account> accounts = new HashMap<>();
    private final Map<UserId, Long> usedSteps = new HashMap<>();
    private final Map<UserId, Set<String>> recoveryCodes = new HashMap<>();
    private final InMemorySessions sessions = new InMemorySessions(accounts::get);

    /** Nobody yet. */
    public InMemoryAccess() {}

    @Override
    public synchronized Optional<Account> find(EmailAddress email) {
        return accounts.values().stream()
                .filter(each -> each.user().email().equals(email))
                .findFirst();
    }

    @Override
    public synchronized Optional<Account> find(UserId user) {
        return Optional.ofNullable(accounts.get(user));
    }

    @Override
    public synchronized Map<UserId, String> names(Set<UserId> users) {
        return users.stream()
                .map(accounts::get)
                .filter(Objects::nonNull)
                .map(Account::user)
                .collect(Collectors.toMap(User::id, User::name));
    }

    @Override
    public synchronized List<User> page(Optional<Set<ClinicId>> staffOf, Optional<UserId> after, int most) {
        return accounts.values().stream()
                .map(Account::user)
                .filter(user -> staffOf.map(own -> user.role() == Role.CLINIC_STAFF && own.containsAll(user.clinics()))
                        .orElse(true))
                .filter(user -> after.map(last -> user.id().value().compareTo(last.value()) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(user -> user.id().value()))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized boolean add(Account account) {
        if (find(account.user().email()).isPresent()) {
            return false;
        }
        accounts.put(account.user().id(), account);
        return true;
    }

    @Override
    public synchronized Optional<User> change(User changed, Instant now) {
        Account kept = accounts.get(changed.id());
        if (kept == null || kept.user().version() != changed.version()) {
            return Optional.empty();
        }
        User next = with(changed, kept.user().secondFactor(), changed.version() + 1);
        put(kept, next, kept.sealedSecret());
        if (next.locked()) {
            sessions.endAll(next.id(), none -> false);
        }
        return Optional.of(next);
    }

    private static User with(User user, boolean secondFactor, long version) {
        return new User(
                user.id(),
                user.email(),
                user.name(),
                user.role(),
                user.clinics(),
                user.locked(),
                secondFactor,
                version,
                user.createdAt());
    }

    private void put(Account kept, User user, Optional<String> sealedSecret) {
        accounts.put(user.id(), new Account(user, kept.passwordHash(), kept.passwordUntil(), sealedSecret));
    }

    @Override
    public synchronized void setPassword(
            UserId user, String passwordHash, Optional<Instant> until, Optional<SessionId> kept, Instant now) {
        Account account = accounts.get(user);
        accounts.put(user, new Account(account.user(), passwordHash, until, account.sealedSecret()));
        sessions.endAll(user, session -> kept.equals(Optional.of(session)));
    }

    @Override
    public synchronized void set(
            UserId user, String sealedSecret, long step, Set<String> recoveryHashes, SessionId session, Instant now) {
        Account kept = accounts.get(user);
        put(kept, with(kept.user(), true, kept.user().version() + 1), Optional.of(sealedSecret));
        usedSteps.put(user, step);
        recoveryCodes.put(user, new HashSet<>(recoveryHashes));
        sessions.prove(session);
        sessions.endAll(user, session::equals);
    }

    @Override
    public synchronized boolean use(UserId user, long step) {
        boolean fresh = usedSteps.getOrDefault(user, Long.MAX_VALUE) < step;
        if (fresh) {
            usedSteps.put(user, step);
        }
        return fresh;
    }

    @Override
    public synchronized boolean useRecoveryCode(UserId user, String hash, Instant now) {
        return recoveryCodes.getOrDefault(user, new HashSet<>()).remove(hash);
    }

    @Override
    public synchronized void remove(UserId user, Instant now) {
        Account kept = accounts.get(user);
        put(kept, with(kept.user(), false, kept.user().version() + 1), Optional.empty());
        usedSteps.remove(user);
        recoveryCodes.remove(user);
        sessions.endAll(user, none -> false);
    }

    @Override
    public synchronized void open(Session session, String tokenHash) {
        sessions.open(session, tokenHash);
    }

    @Override
    public synchronized Optional<LiveSession> seen(SessionId session, Instant now) {
        return sessions.seen(session, now);
    }

    @Override
    public synchronized Optional<LiveSession> look(SessionId session, Instant now) {
        return sessions.look(session, now);
    }

    @Override
    public synchronized Exchange exchange(String tokenHash, String nextHash, Instant now) {
        return sessions.exchange(tokenHash, nextHash, now);
    }

    @Override
    public synchronized List<Session> of(UserId user, Instant now) {
        return sessions.of(user, now);
    }

    @Override
    public synchronized boolean end(UserId user, SessionId session, Instant now) {
        return sessions.end(user, session, now);
    }
}
