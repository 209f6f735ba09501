package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Optional;

/** What was chosen for the one call of a test, and whether it was ordered. */
final class TestTransfers implements TransferLedger {
    private Optional<TransferDestination> chosen = Optional.empty();
    private boolean ordered;

    @Override
    public synchronized boolean choose(ClinicId clinic, CallId call, TransferDestination destination, Instant now) {
        chosen = Optional.of(destination);
        ordered = false;
        return false;
    }

    @Override
    public synchronized Optional<TransferDestination> chosen(ClinicId clinic, CallId call) {
        return chosen;
    }

    @Override
    public synchronized Optional<TransferDestination> order(ClinicId clinic, CallId call, Instant now) {
        if (ordered) {
            return Optional.empty();
        }
        ordered = true;
        return chosen;
    }

    @Override
    public synchronized void notOrdered(ClinicId clinic, CallId call) {
        ordered = false;
    }
}
