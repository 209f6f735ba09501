package ca.vitaravox.domain.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps in memory where calls are handed on to: for tests, and for a tool that is one process. */
public final class InMemoryTransferLedger implements TransferLedger {
    private final Map<Key, Choice> choices = new HashMap<>();

    /** A ledger without calls. */
    public InMemoryTransferLedger() {}

    private record Key(ClinicId clinic, CallId call) {}

    private record Choice(TransferDestination destination, Optional<Instant> ordered) {
        boolean isUnderWay(Instant now) {
            return ordered.filter(at -> now.isBefore(at.plus(PATIENCE))).isPresent();
        }
    }

    @Override
    public synchronized boolean choose(ClinicId clinic, CallId call, TransferDestination destination, Instant now) {
        Choice before = choices.get(new Key(clinic, call));
        boolean same = before != null && before.destination().number().equals(destination.number());
        Optional<Instant> ordered = same && before.isUnderWay(now) ? before.ordered() : Optional.empty();
        choices.put(new Key(clinic, call), new Choice(destination, ordered));
        return same;
    }

    @Override
    public synchronized Optional<TransferDestination> chosen(ClinicId clinic, CallId call) {
        return Optional.ofNullable(choices.get(new Key(clinic, call))).map(Choice::destination);
    }

    @Override
    public synchronized Optional<TransferDestination> order(ClinicId clinic, CallId call, Instant now) {
        Key key = new Key(clinic, call);
        Choice choice = choices.get(key);
        if (choice == null || choice.ordered().isPresent()) {
            return Optional.empty();
        }
        choices.put(key, new Choice(choice.destination(), Optional.of(now)));
        return Optional.of(choice.destination());
    }

    @Override
    public synchronized void notOrdered(ClinicId clinic, CallId call) {
        choices.computeIfPresent(
                new Key(clinic, call), (key, choice) -> new Choice(choice.destination(), Optional.empty()));
    }
}
