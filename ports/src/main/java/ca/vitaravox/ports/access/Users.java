package ca.vitaravox.ports.access;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Driven port: the users of the administration and their passwords. Each method is one transaction. Thread-safe. */
public interface Users {
    /** The account of that address. */
    Optional<Account> find(EmailAddress email);

    /** The account of that user. */
    Optional<Account> find(UserId user);

    /** What these users are called; those there are not are missing. */
    Map<UserId, String> names(Set<UserId> users);

    /**
     * A page of users, by id.
     *
     * @param staffOf only clinic staff who work in these clinics, and in none beside them; empty for all users
     * @param after the last user of the page before; empty for the first page
     * @param most how many at most
     */
    List<User> page(Optional<Set<ClinicId>> staffOf, Optional<UserId> after, int most);

    /** Adds an account; tells false, and changes nothing, if its address is taken. */
    boolean add(Account account);

    /**
     * Changes name, role, clinics and lock, if {@code changed} still has the version that is kept. Who is locked loses
     * their sessions.
     *
     * @return the user with the next version; empty if somebody changed the user meanwhile
     */
    Optional<User> change(User changed, Instant now);

    /**
     * Gives a user another password and ends their sessions.
     *
     * @param until until when it opens; empty for one they chose themselves
     * @param kept the session that does not end
     */
    void setPassword(UserId user, String passwordHash, Optional<Instant> until, Optional<SessionId> kept, Instant now);
}
