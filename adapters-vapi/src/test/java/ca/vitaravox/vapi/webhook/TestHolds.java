package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Holds that are only ever renewed. */
final class TestHolds implements HoldLedger {
    final List<String> renewed = new CopyOnWriteArrayList<>();
    volatile boolean broken;

    @Override
    public void renew(ClinicId clinic, CallId call, Instant now) {
        renewed.add(clinic + " " + call);
        if (broken) {
            throw new IllegalStateException("no ledger");
        }
    }

    @Override
    public List<Block> blocks(ClinicId clinic, Set<ProviderId> providers, TimeRange window, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Offer offer(
            ClinicId clinic, Optional<PhoneNumber> caller, List<Slot> candidates, boolean hold, int most, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean keep(ClinicId clinic, Optional<PhoneNumber> caller, Slot slot, Instant until, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean handOver(ClinicId clinic, SlotId slot, CallId to, Optional<PhoneNumber> caller, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(ClinicId clinic, CallId call, Instant now) {
        throw new UnsupportedOperationException();
    }
}
