package ca.vitaravox.ports.audit;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events of the trail of access are asked for; what is empty is not asked.
 *
 * @param user whose access they concern
 * @param by who did it
 * @param action what was done
 * @param from not before this moment
 * @param until before this moment
 */
public record AccessQuery(
        Optional<UserId> user,
        Optional<UserId> by,
        Optional<AccessEvent.Action> action,
        Optional<Instant> from,
        Optional<Instant> until) {}
