package ca.vitaravox.ports.contract.booking;

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

/** How not to do it: looks whether a time is free, and then takes it. For one provider and for ever. */
final class NaiveHoldLedger implements HoldLedger {
    private final List<Slot> held = new CopyOnWriteArrayList<>();
    private final Runnable betweenLookingAndTaking;

    NaiveHoldLedger(Runnable betweenLookingAndTaking) {
        this.betweenLookingAndTaking = betweenLookingAndTaking;
    }

    @Override
    public Offer offer(
            ClinicId clinic, Optional<PhoneNumber> caller, List<Slot> candidates, boolean hold, int most, Instant now) {
        Optional<Slot> free = candidates.stream()
                .filter(slot -> held.stream().noneMatch(other -> other.time().overlaps(slot.time())))
                .findFirst();
        betweenLookingAndTaking.run();
        free.ifPresent(held::add);
        return new Offer(free.stream().toList(), free.isPresent());
    }

    @Override
    public List<Block> blocks(ClinicId clinic, Set<ProviderId> providers, TimeRange window, Instant now) {
        return held.stream()
                .map(slot ->
                        new Block(slot.call(), slot.patient(), slot.provider(), slot.time(), slot.visitType(), true))
                .toList();
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
    public void renew(ClinicId clinic, CallId call, Instant now) {}

    @Override
    public void release(ClinicId clinic, CallId call, Instant now) {}
}
