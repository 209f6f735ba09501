package ca.vitaravox.ports.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A user with what proves it is them. Its text is hidden.
 *
 * @param user the user
 * @param passwordHash of their password
 * @param passwordUntil until when a password somebody else gave them opens; empty for one of their own
 * @param sealedSecret the second factor's secret, sealed; empty before it is set up
 */
public record Account(User user, String passwordHash, Optional<Instant> passwordUntil, Optional<String> sealedSecret) {
    @Override
    public String toString() {
        return "Account[" + user.id() + "]";
    }
}
