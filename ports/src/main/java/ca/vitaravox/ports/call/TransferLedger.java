package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Driven port: where each call is to be handed on to, and whether the voice platform was told so, among all servers.
 * Thread-safe.
 */
public interface TransferLedger {
    /** How long an ordered transfer is given to come about before the same one may be ordered anew. */
    Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * Chooses where the call is handed on to, in place of what was chosen before. It may then be ordered, unless the
     * same number was ordered less than {@link #PATIENCE} ago.
     *
     * @return whether the same number was chosen before in this call
     */
    boolean choose(ClinicId clinic, CallId call, TransferDestination destination, Instant now);

    /** Where the call is to be handed on to, if that was chosen. */
    Optional<TransferDestination> chosen(ClinicId clinic, CallId call);

    /**
     * Claims the ordering of what was chosen: one of all who ask gets it.
     *
     * @return empty if nothing was chosen, or if it was ordered since
     */
    Optional<TransferDestination> order(ClinicId clinic, CallId call, Instant now);

    /** Says that the order did not reach the voice platform: what was chosen may be ordered again. */
    void notOrdered(ClinicId clinic, CallId call);
}
