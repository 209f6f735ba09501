package ca.vitaravox.ports.contract.booking;

import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.util.List;

/** Many callers who seek the same openings of one provider at once, each to hold one. */
final class OpeningRace {
    private final HoldLedger holds;
    private final ClinicId clinic;

    OpeningRace(HoldLedger holds, ClinicId clinic) {
        this.holds = holds;
        this.clinic = clinic;
    }

    /** The slots held when all callers seek one opening. */
    List<Slot> forOne(TimeRange opening) {
        return forAny(List.of(opening));
    }

    /** The slots held when each caller takes the first of these openings that is free. */
    List<Slot> forAny(List<TimeRange> openings) {
        return AtOnce.race(i -> hold(openings)).stream().flatMap(List::stream).toList();
    }

    /** The slots held when each caller seeks one of these openings after the other, all in the same order. */
    List<Slot> forEach(List<TimeRange> openings) {
        return AtOnce.race(i -> openings.stream()
                        .flatMap(each -> hold(List.of(each)).stream())
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Slot> hold(List<TimeRange> openings) {
        var call = Fresh.call();
        List<Slot> candidates = openings.stream()
                .map(time -> SlotBook.slot(call, SlotBook.NOBODY, SlotBook.DOCTOR, time))
                .toList();
        return holds.offer(clinic, SlotBook.somebody(), candidates, true, 1, SlotBook.NOW)
                .slots();
    }

    /** How many pairs of these slots overlap. */
    static long soldTwice(List<Slot> sold) {
        return sold.stream()
                .flatMap(one -> sold.stream()
                        .filter(other -> one.id().value().compareTo(other.id().value()) < 0)
                        .filter(other -> one.provider().equals(other.provider()))
                        .filter(other -> one.time().overlaps(other.time())))
                .count();
    }
}
