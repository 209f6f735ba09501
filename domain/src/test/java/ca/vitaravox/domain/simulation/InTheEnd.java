package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is true once everybody has hung up, everything works, and the servers had time to finish. */
final class InTheEnd {
    private final World world;

    InTheEnd(World world) {
        this.world = world;
    }

    void check() {
        nothingIsBeingWritten();
        for (Filed filed : world.truth().files()) {
            if (filed.slot().isPresent() && !filed.isChangedByStaff()) {
                filed.slot().ifPresent(slot -> wasToldOrIsGone(filed, slot));
            }
        }
        world.promises().all().forEach(this::movedOnce);
        for (Clinic clinic : world.clinics()) {
            oursYielded(clinic.id());
            tasksAreOfThisClinic(clinic.id());
        }
    }

    private void nothingIsBeingWritten() {
        for (Notes.Offer offer : world.notes().offers()) {
            world.ledgers()
                    .slots()
                    .journal()
                    .slot(
                            offer.clinic(),
                            offer.slot().call(),
                            offer.slot().id(),
                            world.scheduler().instant())
                    .filter(entry -> entry.state() instanceof SlotState.Writing)
                    .ifPresent(entry -> fail(entry + " is still being written"));
        }
    }

    private void wasToldOrIsGone(Filed filed, SlotId slot) {
        Optional<Promise> promise = world.promises().find(filed.kept());
        if (filed.isLive()) {
            if (!wasTold(filed) && movedTo(slot).findAny().isEmpty()) {
                fail(filed.kept() + " stands, and nobody was told");
            }
        } else if (promise.filter(Promise::mayGo).isEmpty() && !isExplained(filed, slot)) {
            fail(filed.kept() + " was undone, and nobody knows");
        }
    }

    /** Whether somebody was told of it, or would have been had they not just hung up. */
    private boolean wasTold(Filed filed) {
        return world.promises().find(filed.kept()).filter(Promise::isTold).isPresent()
                || world.notes().wasToldInGoodFaith(filed.kept());
    }

    private boolean isExplained(Filed filed, SlotId slot) {
        ClinicId clinic = filed.kept().clinic();
        return world.promises().isSettled(slot)
                || world.notes().isRefused(slot)
                || tasks(clinic).stream().anyMatch(task -> task.about().equals(slot.value()))
                || world.truth().files().stream()
                        .anyMatch(other -> other.slot().equals(Optional.of(slot)) && wasTold(other));
    }

    private Stream<Promise> movedTo(SlotId slot) {
        return world.promises().all().stream()
                .filter(promise -> promise.targets().contains(slot));
    }

    /** Of an old appointment and its new ones exactly one stands, or staff have to see to it. */
    private void movedOnce(Promise promise) {
        Optional<Filed> old = world.truth().file(promise.kept());
        if (promise.targets().isEmpty() || old.isEmpty()) {
            return;
        }
        List<Filed> all = Stream.concat(
                        old.stream(),
                        world.truth().files().stream()
                                .filter(filed -> filed.slot()
                                        .filter(promise.targets()::contains)
                                        .isPresent()))
                .toList();
        boolean othersHadAHand = promise.isCancellingAsked()
                || all.stream().anyMatch(Filed::isChangedByStaff)
                || world.truth().twins(old.get()).findAny().isPresent()
                || all.stream()
                        .skip(1)
                        .anyMatch(filed -> world.promises()
                                .find(filed.kept())
                                .filter(Promise::mayGo)
                                .isPresent());
        long standing = all.stream().filter(Filed::isLive).count();
        if (standing != 1
                && !othersHadAHand
                && !hasTask(promise.kept().clinic(), TaskKind.HALF_MOVED, promise.targets())) {
            fail(standing + " stand of " + all.stream().map(Filed::kept).toList() + " after moving");
        }
    }

    private void oursYielded(ClinicId clinic) {
        List<Appointment> live = world.truth().live(clinic);
        for (Appointment one : live) {
            for (Appointment other : live) {
                Filed ours = filed(clinic, one);
                Filed theirs = filed(clinic, other);
                if (!one.id().equals(other.id())
                        && one.provider().equals(other.provider())
                        && one.time().overlaps(other.time())
                        && !ours.isOfStaff()
                        && !mayOverlap(ours, theirs)) {
                    fail(ours.kept() + " of ours overlaps " + theirs.kept());
                }
            }
        }
    }

    private boolean mayOverlap(Filed ours, Filed other) {
        ClinicId clinic = ours.kept().clinic();
        SlotId slot = ours.slot().orElseThrow();
        boolean staffKnow = hasTask(clinic, TaskKind.DOUBLE_BOOKED, Set.of(slot));
        return other.isOfStaff()
                        && world.notes()
                                .confirmation(slot)
                                .map(seen -> cameAfter(other, seen, staffKnow)
                                        || staffKnow && world.notes().wasToldBefore(ours.kept(), seen.at()))
                                .orElse(wasTold(ours) && (staffKnow || cameAfterTheLastLook(other, slot)))
                || hasTask(clinic, TaskKind.HALF_MOVED, Set.of(slot))
                || other.slot()
                        .filter(its -> hasTask(clinic, TaskKind.HALF_MOVED, Set.of(its)))
                        .isPresent();
    }

    /** Staff may book over what we had seen alone, but if they do so soon after, they are told. */
    private static boolean cameAfter(Filed staffs, Notes.Confirmation seen, boolean staffKnow) {
        return !staffs.since().isBefore(seen.asOf())
                && (staffKnow || staffs.since().isAfter(seen.at().plus(UnfinishedWrites.LATE_ARRIVAL)));
    }

    /** What came late, and was told of then, is looked back at as long after its attempt ended; and after that no more. */
    private boolean cameAfterTheLastLook(Filed staffs, SlotId slot) {
        return world.notes()
                .ended(slot)
                .filter(at -> staffs.since().isAfter(at.plus(UnfinishedWrites.LATE_ARRIVAL)))
                .isPresent();
    }

    private Filed filed(ClinicId clinic, Appointment appointment) {
        return world.truth().file(new Kept(clinic, appointment.id())).orElseThrow();
    }

    private boolean hasTask(ClinicId clinic, TaskKind kind, Set<SlotId> slots) {
        return tasks(clinic).stream()
                .filter(task -> task.kind() == kind)
                .anyMatch(task -> slots.contains(new SlotId(task.about())));
    }

    private void tasksAreOfThisClinic(ClinicId clinic) {
        for (Task task : tasks(clinic)) {
            Notes.Offer offer = world.notes().offer(new SlotId(task.about())).orElseThrow();
            if (!offer.clinic().equals(clinic)
                    || !task.call().equals(Optional.of(offer.slot().call()))) {
                fail(task + " of " + clinic + " is about a slot of " + offer.call());
            }
        }
    }

    private List<Task> tasks(ClinicId clinic) {
        return world.ledgers().tasks().open(clinic, Integer.MAX_VALUE);
    }

    private static void fail(String what) {
        throw new AssertionError(what);
    }
}
