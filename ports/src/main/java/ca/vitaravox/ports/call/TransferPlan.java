package ca.vitaravox.ports.call;

import java.util.Map;
import java.util.Optional;

/**
 * Where a clinic wants calls handed on to. Immutable.
 *
 * @param byReason where to for a reason; empty for one that nobody takes calls for, so that a message is taken
 * @param usual where to for all other reasons, if anywhere
 */
public record TransferPlan(
        Map<TransferReason, Optional<TransferDestination>> byReason, Optional<TransferDestination> usual) {
    /** That of a clinic that takes no calls in person: everybody leaves a message. */
    public static final TransferPlan MESSAGES_ONLY = new TransferPlan(Map.of(), Optional.empty());

    /** Refuses a destination for those who want to leave a message. */
    public TransferPlan {
        byReason = Map.copyOf(byReason);
        if (byReason.containsKey(TransferReason.LEAVE_MESSAGE)) {
            throw new IllegalArgumentException("who wants to leave a message is not transferred");
        }
    }

    /** Where calls go for this reason, whatever the hour. */
    public Optional<TransferDestination> destination(TransferReason reason) {
        return reason == TransferReason.LEAVE_MESSAGE ? Optional.empty() : byReason.getOrDefault(reason, usual);
    }
}
