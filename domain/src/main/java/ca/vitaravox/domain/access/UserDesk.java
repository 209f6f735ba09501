package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.AccessEvent.Action;
import ca.vitaravox.ports.access.AccessSecrets;
import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.PasswordHashes;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserAdministration;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.access.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Users, seen and changed by others. */
final class UserDesk implements UserAdministration {
    /** A password somebody else made, and sent on some way, opens no longer than that. */
    private static final Duration GIVEN_PASSWORD = Duration.ofHours(72);

    private final Users users;
    private final SecondFactors factors;
    private final LoginAttempts attempts;
    private final PasswordHashes hashes;
    private final AccessSecrets secrets;
    private final UserRights rights;
    private final AccessJournal journal;
    private final InstantSource clock;

    UserDesk(
            Users users,
            SecondFactors factors,
            LoginAttempts attempts,
            PasswordHashes hashes,
            AccessSecrets secrets,
            UserRights rights,
            AccessJournal journal,
            InstantSource clock) {
        this.users = users;
        this.factors = factors;
        this.attempts = attempts;
        this.hashes = hashes;
        this.secrets = secrets;
        this.rights = rights;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<User> page(Administrator by, Optional<UserId> after, int most) {
        return users.page(rights.staffOf(by), after, most);
    }

    @Override
    public Optional<User> user(Administrator by, UserId user) {
        return users.find(user).map(Account::user).filter(there -> rights.manages(by, there));
    }

    @Override
    public Added add(Administrator by, NewUser wanted) {
        Optional<String> wrong = rights.wrongField(by, wanted.role(), wanted.clinics());
        if (wrong.isPresent()) {
            return new Added.NotAllowed(wrong.get());
        }
        Instant now = clock.instant();
        Password password = new Password(secrets.password());
        User user = new User(
                new UserId(secrets.id()),
                wanted.email(),
                wanted.name(),
                wanted.role(),
                wanted.clinics(),
                false,
                false,
                1,
                now);
        Account account =
                new Account(user, hashes.hash(password), Optional.of(now.plus(GIVEN_PASSWORD)), Optional.empty());
        boolean added =
                journal.around(by, user.id(), Action.USER_ADDED, () -> users.add(account), Boolean::booleanValue);
        return added ? new Added.NewAccount(user, password) : new Added.Taken();
    }

    @Override
    public Changed change(Administrator by, UserId user, Wish wish) {
        Optional<User> there = user(by, user);
        if (there.isEmpty()) {
            return new Changed.Unknown();
        }
        Optional<String> wrong = rights.wrongField(by, wish.role(), wish.clinics())
                .or(() -> rights.wrongAboutOneself(by, there.get(), wish));
        if (wrong.isPresent()) {
            return new Changed.NotAllowed(wrong.get());
        }
        User kept = there.get();
        if (kept.version() != wish.version()) {
            return new Changed.Outdated();
        }
        User wished = kept.as(wish.role(), wish.clinics()).named(wish.name()).locked(wish.locked());
        Optional<User> changed = journal.around(
                by, user, Action.USER_CHANGED, () -> users.change(wished, clock.instant()), Optional::isPresent);
        return changed.<Changed>map(Changed.To::new).orElseGet(Changed.Outdated::new);
    }

    @Override
    public Optional<Password> givePassword(Administrator by, UserId user) {
        return user(by, user)
                .map(there -> journal.around(
                        by,
                        user,
                        Action.PASSWORD_GIVEN,
                        () -> {
                            Instant now = clock.instant();
                            Password password = new Password(secrets.password());
                            Optional<Instant> until = Optional.of(now.plus(GIVEN_PASSWORD));
                            users.setPassword(user, hashes.hash(password), until, Optional.empty(), now);
                            return password;
                        },
                        given -> true));
    }

    @Override
    public boolean removeSecondFactor(Administrator by, UserId user) {
        return done(by, user, Action.SECOND_FACTOR_REMOVED, there -> factors.remove(user, clock.instant()));
    }

    @Override
    public boolean openAddress(Administrator by, UserId user) {
        return done(
                by,
                user,
                Action.ADDRESS_OPENED,
                there -> attempts.forget(Digest.address(there.email().value())));
    }

    private boolean done(Administrator by, UserId user, Action action, java.util.function.Consumer<User> work) {
        Optional<User> there = user(by, user);
        there.ifPresent(known -> journal.around(
                by,
                user,
                action,
                () -> {
                    work.accept(known);
                    return true;
                },
                Boolean::booleanValue));
        return there.isPresent();
    }
}
