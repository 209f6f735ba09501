package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes which slots were offered, and which calls are known to be over. */
record NotedHolds(HoldLedger holds, Notes notes, InstantSource clock) implements HoldLedger {
    @Override
    public List<Block> blocks(ClinicId clinic, Set<ProviderId> providers, TimeRange window, Instant now) {
        return holds.blocks(clinic, providers, window, now);
    }

    @Override
    public Offer offer(
            ClinicId clinic, Optional<PhoneNumber> caller, List<Slot> candidates, boolean hold, int most, Instant now) {
        Offer offer = holds.offer(clinic, caller, candidates, hold, most, now);
        notes.offered(clinic, offer.slots());
        return offer;
    }

    @Override
    public boolean keep(ClinicId clinic, Optional<PhoneNumber> caller, Slot slot, Instant until, Instant now) {
        return holds.keep(clinic, caller, slot, until, now);
    }

    @Override
    public boolean handOver(ClinicId clinic, SlotId slot, CallId to, Optional<PhoneNumber> caller, Instant now) {
        return holds.handOver(clinic, slot, to, caller, now);
    }

    @Override
    public void renew(ClinicId clinic, CallId call, Instant now) {
        holds.renew(clinic, call, now);
    }

    @Override
    public void release(ClinicId clinic, CallId call, Instant now) {
        holds.release(clinic, call, now);
        notes.over(new Notes.Call(clinic, call), clock.instant());
    }
}
