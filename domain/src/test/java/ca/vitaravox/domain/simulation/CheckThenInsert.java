package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.booking.InMemoryHoldLedger;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A book of slots whose rows know nothing of each other: it looks whether a time is free, and a moment later takes it. */
final class CheckThenInsert implements HoldLedger, BookingJournal, UnfinishedWrites {
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final Map<SlotId, Row> rows = new LinkedHashMap<>();
    private final Scheduler scheduler;

    CheckThenInsert(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    private record Row(ClinicId clinic, Slot slot, InMemoryHoldLedger ledger) {
        static Row of(ClinicId clinic, Slot slot, Optional<PhoneNumber> caller, boolean hold, Instant now) {
            InMemoryHoldLedger ledger = new InMemoryHoldLedger();
            ledger.offer(clinic, caller, List.of(slot), hold, 1, now);
            return new Row(clinic, slot, ledger);
        }

        Stream<Block> blocks(Slot wanted, Instant now) {
            return ledger.blocks(clinic, Set.of(wanted.provider()), wanted.time(), now).stream();
        }

        boolean isHeldBy(CallId call, Optional<PatientId> patient, Instant now) {
            return blocks(slot, now).anyMatch(block -> block.yieldsTo(call, patient));
        }
    }

    @Override
    public List<Block> blocks(ClinicId clinic, Set<ProviderId> providers, TimeRange window, Instant now) {
        return of(clinic)
                .flatMap(row -> row.ledger().blocks(clinic, providers, window, now).stream())
                .toList();
    }

    @Override
    public Offer offer(
            ClinicId clinic, Optional<PhoneNumber> caller, List<Slot> candidates, boolean hold, int most, Instant now) {
        List<Slot> free = candidates.stream()
                .filter(slot -> isFree(clinic, slot, slot.patient(), now))
                .limit(most)
                .toList();
        scheduler.pause(A_MOMENT);
        if (free.isEmpty()) {
            return Offer.NOTHING;
        }
        giveWay(clinic, free.get(0), free.get(0).patient(), now);
        free.forEach(slot -> put(Row.of(clinic, slot, caller, hold && slot == free.get(0), now)));
        return new Offer(free, hold);
    }

    @Override
    public boolean keep(ClinicId clinic, Optional<PhoneNumber> caller, Slot slot, Instant until, Instant now) {
        throw new UnsupportedOperationException("nobody waits in this town");
    }

    @Override
    public boolean handOver(ClinicId clinic, SlotId slot, CallId to, Optional<PhoneNumber> caller, Instant now) {
        throw new UnsupportedOperationException("nobody waits in this town");
    }

    @Override
    public Claim claim(
            ClinicId clinic, SlotId slot, PatientId patient, Optional<Room> room, Instant now, Instant until) {
        Row row = rows.get(slot);
        boolean free = isFree(clinic, row.slot(), Optional.of(patient), now);
        scheduler.pause(A_MOMENT);
        if (!free) {
            return new Claim.Blocked();
        }
        Claim claim = row.ledger().claim(clinic, slot, patient, now, until);
        if (claim instanceof Claim.Yours) {
            giveWay(clinic, row.slot(), Optional.of(patient), now);
        }
        return claim;
    }

    private boolean isFree(ClinicId clinic, Slot wanted, Optional<PatientId> patient, Instant now) {
        return of(clinic)
                .filter(row -> !row.slot().id().equals(wanted.id()))
                .flatMap(row -> row.blocks(wanted, now))
                .allMatch(block -> block.yieldsTo(wanted.call(), patient));
    }

    private void giveWay(ClinicId clinic, Slot taken, Optional<PatientId> patient, Instant now) {
        of(clinic)
                .filter(row -> !row.slot().id().equals(taken.id()))
                .filter(row -> row.isHeldBy(taken.call(), patient, now))
                .toList()
                .forEach(row -> put(Row.of(clinic, row.slot(), Optional.empty(), false, now)));
    }

    @Override
    public void renew(ClinicId clinic, CallId call, Instant now) {
        each(clinic, ledger -> ledger.renew(clinic, call, now));
    }

    @Override
    public void release(ClinicId clinic, CallId call, Instant now) {
        each(clinic, ledger -> ledger.release(clinic, call, now));
    }

    @Override
    public Optional<Entry> slot(ClinicId clinic, CallId call, SlotId slot, Instant now) {
        return Optional.ofNullable(rows.get(slot)).flatMap(row -> row.ledger().slot(clinic, call, slot, now));
    }

    @Override
    public List<Entry> of(ClinicId clinic, CallId call, PatientId patient, Instant now) {
        return of(clinic)
                .flatMap(row -> row.ledger().of(clinic, call, patient, now).stream())
                .toList();
    }

    @Override
    public boolean isBooked(ClinicId clinic, AppointmentId appointment) {
        return of(clinic).anyMatch(row -> row.ledger().isBooked(clinic, appointment));
    }

    @Override
    public List<Slot> takenBack(ClinicId clinic, PatientId patient) {
        return of(clinic)
                .flatMap(row -> row.ledger().takenBack(clinic, patient).stream())
                .toList();
    }

    @Override
    public Optional<AppointmentId> letGoFor(ClinicId clinic, AppointmentId previous) {
        return of(clinic)
                .flatMap(row -> row.ledger().letGoFor(clinic, previous).stream())
                .findFirst();
    }

    @Override
    public boolean end(ClinicId clinic, SlotId slot, int attempt, SlotState end, Instant now) {
        return ledger(slot).end(clinic, slot, attempt, end, now);
    }

    @Override
    public boolean decide(ClinicId clinic, SlotId slot, int attempt, Course course) {
        return ledger(slot).decide(clinic, slot, attempt, course);
    }

    @Override
    public void leave(ClinicId clinic, SlotId slot, int attempt, Instant now) {
        ledger(slot).leave(clinic, slot, attempt, now);
    }

    @Override
    public void refused(ClinicId clinic, SlotId slot, PatientId patient) {
        ledger(slot).refused(clinic, slot, patient);
    }

    @Override
    public void freed(ClinicId clinic, AppointmentId appointment, Instant now) {
        each(clinic, ledger -> ledger.freed(clinic, appointment, now));
    }

    @Override
    public void moves(ClinicId clinic, SlotId slot, AppointmentId previous) {
        ledger(slot).moves(clinic, slot, previous);
    }

    @Override
    public List<Unfinished> take(int most, Instant now, Instant until) {
        return List.copyOf(rows.values()).stream()
                .flatMap(row -> row.ledger().take(1, now, until).stream())
                .limit(most)
                .toList();
    }

    @Override
    public void later(Unfinished taken, Instant due) {
        ledger(taken.slot().id()).later(taken, due);
    }

    @Override
    public void done(Unfinished taken) {
        ledger(taken.slot().id()).done(taken);
    }

    private InMemoryHoldLedger ledger(SlotId slot) {
        return rows.get(slot).ledger();
    }

    private Stream<Row> of(ClinicId clinic) {
        return rows.values().stream().filter(row -> row.clinic().equals(clinic));
    }

    private void each(ClinicId clinic, Consumer<InMemoryHoldLedger> change) {
        of(clinic).map(Row::ledger).forEach(change);
    }

    private void put(Row row) {
        rows.put(row.slot().id(), row);
    }
}
