package ca.vitaravox.ports.access;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Driving port: users, seen and changed by others. Platform admins do it for everybody; managers see and change the
 * {@link Role#CLINIC_STAFF} of their clinics who work in no other. Everything else is, to them, not there. Thread-safe.
 */
public interface UserAdministration {
    /** A page of the users that {@code by} may see. */
    List<User> page(Administrator by, Optional<UserId> after, int most);

    /** One of them. */
    Optional<User> user(Administrator by, UserId user);

    /** Adds a user with a password that has to be changed at the first login. */
    Added add(Administrator by, NewUser wanted);

    /** Changes name, role, clinics and lock. */
    Changed change(Administrator by, UserId user, Wish wish);

    /** Gives a user a password that has to be changed; their sessions end. Empty if there is no such user. */
    Optional<Password> givePassword(Administrator by, UserId user);

    /** Takes a user's second factor away, so that they set up another; their sessions end. */
    boolean removeSecondFactor(Administrator by, UserId user);

    /** Lets somebody try to log in again before the 15 minutes are over. */
    boolean openAddress(Administrator by, UserId user);

    /**
     * A user to be added.
     *
     * @param email what they will log in with
     * @param name as shown to other users
     * @param role what they may do
     * @param clinics where
     */
    record NewUser(EmailAddress email, String name, Role role, Set<ClinicId> clinics) {}

    /**
     * A user as they should be.
     *
     * @param version of the user this was made from
     */
    record Wish(String name, Role role, Set<ClinicId> clinics, boolean locked, long version) {}

    /** How adding ended. */
    sealed interface Added {
        /**
         * Added.
         *
         * @param password to be told to the user, once
         */
        record NewAccount(User user, Password password) implements Added {}

        /** The address is another user's. */
        record Taken() implements Added {}

        /** A role or clinic that {@code by} may not give, or that is not there. */
        record NotAllowed(String field) implements Added {}
    }

    /** How a change ended. */
    sealed interface Changed {
        /** Changed. */
        record To(User user) implements Changed {}

        /** No such user. */
        record Unknown() implements Changed {}

        /** Somebody changed the user meanwhile. */
        record Outdated() implements Changed {}

        /** A role or clinic that {@code by} may not give, or that is not there; or a change to oneself. */
        record NotAllowed(String field) implements Changed {}
    }
}
