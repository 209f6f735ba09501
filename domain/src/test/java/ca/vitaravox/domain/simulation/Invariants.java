package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Clinic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is true at every moment. */
final class Invariants {
    private static final TimeRange ALL_THE_TIME = TimeRange.from(Instant.EPOCH, Duration.ofDays(100_000));

    private final World world;

    Invariants(World world) {
        this.world = world;
    }

    void check() {
        for (Clinic clinic : world.clinics()) {
            nothingBlockedOverlaps(clinic);
            whatIsToldIsAlone(clinic);
        }
        for (Promise promise : world.promises().all()) {
            world.truth().file(promise.kept()).ifPresent(filed -> kept(promise, filed));
        }
    }

    private void nothingBlockedOverlaps(Clinic clinic) {
        List<Block> blocks = world.ledgers()
                .slots()
                .holds()
                .blocks(
                        clinic.id(),
                        Set.copyOf(Town.PROVIDERS),
                        ALL_THE_TIME,
                        world.scheduler().instant());
        for (int i = 0; i < blocks.size(); i++) {
            for (Block other : blocks.subList(i + 1, blocks.size())) {
                Block one = blocks.get(i);
                if (one.provider().equals(other.provider()) && one.time().overlaps(other.time())) {
                    throw new AssertionError(one + " overlaps " + other + " at " + clinic.id());
                }
            }
        }
    }

    /**
     * What a caller was told is booked overlaps neither what another caller was told is, nor what staff had written
     * before it came in: that is seen when the day is read again.
     */
    private void whatIsToldIsAlone(Clinic clinic) {
        List<Appointment> live = world.truth().live(clinic.id());
        for (Appointment one : live) {
            Filed ours = filed(clinic, one);
            if (isToldBooked(ours) && !ours.isOfStaff()) {
                live.stream()
                        .filter(other -> other.provider().equals(one.provider()))
                        .filter(other -> other.time().overlaps(one.time()))
                        .map(other -> filed(clinic, other))
                        .filter(other -> other != ours)
                        .forEach(other -> mayOverlap(ours, other));
            }
        }
    }

    private void mayOverlap(Filed ours, Filed other) {
        if (other.isOfStaff() && other.since().isBefore(ours.since()) && !wasNamedBefore(ours)) {
            throw new AssertionError(ours.kept() + " was told, over " + other.kept() + " that staff had booked before");
        }
        if (!other.isOfStaff() && isToldBooked(other)) {
            throw new AssertionError(ours.kept() + " overlaps " + other.kept() + ", and both were told");
        }
    }

    /** Another call may have heard of it, as the EMR had it, before it was seen not to be alone; then staff settle it. */
    private boolean wasNamedBefore(Filed ours) {
        return ours.slot()
                .flatMap(world.notes()::confirmation)
                .filter(seen -> world.notes().wasToldBefore(ours.kept(), seen.at()))
                .isPresent();
    }

    private boolean isToldBooked(Filed filed) {
        return world.promises().find(filed.kept()).filter(Promise::isToldBooked).isPresent();
    }

    private Filed filed(Clinic clinic, Appointment appointment) {
        return world.truth().file(new Kept(clinic.id(), appointment.id())).orElseThrow();
    }

    private void kept(Promise promise, Filed filed) {
        if (promise.isToldGone() && filed.isLive()) {
            throw new AssertionError(filed.kept() + " was said to be gone, and stands");
        }
        if (filed.isLive() || filed.isChangedByStaff()) {
            return;
        }
        if (!promise.isToldBy(latest(filed)) || promise.isCancellingAsked() || hasTwin(filed)) {
            return;
        }
        if (promise.targets().isEmpty()) {
            throw new AssertionError(filed.kept() + " was confirmed to a caller, and is gone");
        }
        if (promise.targets().stream().noneMatch(this::hasSuccessor)) {
            throw new AssertionError(filed.kept() + " was let go before its new time was secured");
        }
    }

    /** Who asks whether anybody was told, and then takes it back, cannot know what is told in between. */
    private Instant latest(Filed filed) {
        Instant asked = world.notes().unheard(filed.kept()).orElse(Instant.MAX);
        Instant decided = filed.slot().flatMap(world.notes()::takingBack).orElse(Instant.MAX);
        return asked.isBefore(decided) ? asked : decided;
    }

    /** Of one that was written twice, one goes. */
    private boolean hasTwin(Filed filed) {
        return world.truth().twins(filed).anyMatch(other -> other.isLive() || other.isChangedByStaff() || mayGo(other));
    }

    private boolean hasSuccessor(SlotId target) {
        return world.truth().files().stream()
                .filter(filed -> filed.slot().filter(target::equals).isPresent())
                .anyMatch(filed -> filed.isLive() || filed.isChangedByStaff() || mayGo(filed));
    }

    private boolean mayGo(Filed filed) {
        return world.promises().find(filed.kept()).filter(Promise::mayGo).isPresent();
    }
}
