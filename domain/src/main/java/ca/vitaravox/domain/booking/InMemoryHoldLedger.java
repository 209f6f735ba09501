package ca.vitaravox.domain.booking;

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
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps slots, from the offer to the appointment, in memory for as long as it lives: for tests, and for a tool that is
 * one process.
 */
public final class InMemoryHoldLedger implements HoldLedger, BookingJournal, UnfinishedWrites {
    private final SlotPages book = new SlotPages();
    private final InMemoryToldAppointments told;

    /** A ledger in which nothing was offered yet, for calls that are told of nothing. */
    public InMemoryHoldLedger() {
        this(new InMemoryToldAppointments());
    }

    /** A ledger in which nothing was offered yet; what calls are told of is kept in {@code told}. */
    public InMemoryHoldLedger(InMemoryToldAppointments told) {
        this.told = told;
    }

    @Override
    public synchronized List<Block> blocks(ClinicId clinic, Set<ProviderId> providers, TimeRange window, Instant now) {
        return book.blocks(clinic, now)
                .filter(block -> providers.contains(block.provider()))
                .filter(block -> block.time().overlaps(window))
                .toList();
    }

    @Override
    public synchronized Offer offer(
            ClinicId clinic, Optional<PhoneNumber> caller, List<Slot> candidates, boolean hold, int most, Instant now) {
        if (candidates.isEmpty()) {
            return Offer.NOTHING;
        }
        CallId call = candidates.get(0).call();
        giveWay(clinic, call, candidates.get(0).patient(), now);
        List<Slot> free = candidates.stream()
                .filter(slot -> book.blocks(clinic, now).noneMatch(block -> inTheWay(block, slot)))
                .limit(most)
                .toList();
        free.forEach(slot -> book.put(clinic, SlotPage.offered(slot, now)));
        boolean held = hold && !free.isEmpty() && mayHold(clinic, call, caller, now);
        if (held) {
            book.put(clinic, SlotPage.held(free.get(0), caller, now));
        }
        return new Offer(free, held);
    }

    private boolean mayHold(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Instant now) {
        List<SlotPage> held =
                book.pages(clinic).filter(page -> page.isHeld(now)).toList();
        return held.stream().filter(page -> page.isOf(call)).count() < MOST_PER_CALL
                && held.stream().filter(page -> page.caller().equals(caller)).count()
                        < (caller.isPresent() ? MOST_PER_NUMBER : MOST_WITHHELD);
    }

    @Override
    public synchronized boolean keep(
            ClinicId clinic, Optional<PhoneNumber> caller, Slot slot, Instant until, Instant now) {
        boolean free = book.blocks(clinic, now).noneMatch(block -> inTheWay(block, slot));
        if (free) {
            book.put(clinic, SlotPage.kept(slot, caller, until, now));
        }
        return free;
    }

    @Override
    public synchronized boolean handOver(
            ClinicId clinic, SlotId slot, CallId to, Optional<PhoneNumber> caller, Instant now) {
        Optional<SlotPage> held = book.page(clinic, slot).filter(page -> page.isHeld(now));
        held.ifPresent(page ->
                book.put(clinic, page.handedTo(to, caller, ((SlotState.Held) page.state()).until(), now)));
        return held.isPresent();
    }

    @Override
    public synchronized void renew(ClinicId clinic, CallId call, Instant now) {
        book.change(clinic, page -> page.isOf(call) && page.isHeld(now), page -> page.renewed(now));
    }

    @Override
    public synchronized void release(ClinicId clinic, CallId call, Instant now) {
        book.change(clinic, page -> page.isOf(call) && page.isHeld(now), page -> released(page, now));
        Instant end = told.over(clinic, call, now);
        book.change(clinic, page -> page.isOf(call), page -> page.callOver(end));
    }

    @Override
    public synchronized Optional<Entry> slot(ClinicId clinic, CallId call, SlotId slot, Instant now) {
        return book.page(clinic, slot).filter(page -> page.isOf(call)).map(page -> page.entry(now));
    }

    @Override
    public synchronized List<Entry> of(ClinicId clinic, CallId call, PatientId patient, Instant now) {
        return book.pages(clinic)
                .filter(page -> page.isOf(call))
                .filter(page -> page.state() instanceof SlotState.Writing writing
                                && writing.patient().equals(patient)
                        || page.state() instanceof SlotState.Booked booked
                                && booked.patient().equals(patient))
                .map(page -> page.entry(now))
                .toList();
    }

    @Override
    public synchronized boolean isBooked(ClinicId clinic, AppointmentId appointment) {
        return book.pages(clinic).anyMatch(page -> page.became(appointment));
    }

    @Override
    public synchronized Claim claim(
            ClinicId clinic, SlotId slot, PatientId patient, Optional<Room> room, Instant now, Instant until) {
        SlotPage page = book.page(clinic, slot).orElseThrow(() -> new NoSuchElementException("no slot " + slot));
        boolean cutOff = page.state() instanceof SlotState.Writing writing
                && !now.isBefore(writing.until())
                && writing.patient().equals(patient);
        boolean resumed = cutOff || page.state() instanceof SlotState.Compensated;
        if (page.state() instanceof SlotState.Booked || page.state() instanceof SlotState.Writing && !cutOff) {
            return new Claim.NotYours();
        }
        if (page.state() instanceof SlotState.Compensated gone
                && gone.blocksAt(now)
                && !page.care().patient().equals(Optional.of(patient))) {
            return new Claim.Blocked();
        }
        CallId call = page.slot().call();
        boolean blocked = book.pages(clinic)
                .filter(other -> other != page)
                .flatMap(other -> other.block(now).stream())
                .anyMatch(block -> inTheWay(block, page.slot()) && !block.yieldsTo(call, Optional.of(patient)));
        if (blocked) {
            return new Claim.Blocked();
        }
        if (room.filter(left -> isTaken(left, clinic, page, patient, now)).isPresent()) {
            return new Claim.NoRoom();
        }
        giveWay(clinic, call, Optional.of(patient), now);
        SlotPage claimed = page.claimed(patient, now, until);
        book.put(clinic, claimed);
        return new Claim.Yours(claimed.attempts(), resumed, claimed.care().course());
    }

    private boolean isTaken(Room room, ClinicId clinic, SlotPage page, PatientId patient, Instant now) {
        List<SlotPage> others = book.pages(clinic)
                .filter(other -> other != page)
                .filter(other -> other.takesRoom(patient, room.known(), now))
                .toList();
        return others.size() >= room.more()
                || others.stream()
                        .anyMatch(other -> room.alone()
                                        && other.isOf(page.slot().call())
                                || other.slot().time().overlaps(page.slot().time()));
    }

    @Override
    public synchronized boolean end(ClinicId clinic, SlotId slot, int attempt, SlotState end, Instant now) {
        if (!(end instanceof SlotState.Booked
                || end instanceof SlotState.Released
                || end instanceof SlotState.Compensated)) {
            throw new IllegalArgumentException("an attempt ends booked, released or compensated");
        }
        Optional<SlotPage> latest = book.page(clinic, slot).filter(page -> page.isAttempt(attempt));
        latest.ifPresent(page -> book.put(clinic, page.ended(end, now)));
        return latest.isPresent();
    }

    @Override
    public synchronized boolean decide(ClinicId clinic, SlotId slot, int attempt, Course course) {
        if (course == Course.UNDECIDED) {
            throw new IllegalArgumentException("that decides nothing");
        }
        Optional<SlotPage> latest = book.page(clinic, slot)
                .filter(page -> page.isAttempt(attempt))
                .filter(page -> mayBe(clinic, page, course));
        latest.ifPresent(page -> book.put(clinic, page.with(page.care().on(course))));
        return latest.isPresent();
    }

    private boolean mayBe(ClinicId clinic, SlotPage page, Course course) {
        Course decided = page.care().course();
        return decided == course
                || decided == Course.UNDECIDED
                        && (course != Course.LETTING_GO
                                || page.care().moves().stream().noneMatch(moved -> book.isLetGo(clinic, moved)));
    }

    @Override
    public synchronized void leave(ClinicId clinic, SlotId slot, int attempt, Instant now) {
        book.page(clinic, slot)
                .filter(page -> page.isAttempt(attempt))
                .ifPresent(page -> book.put(clinic, page.left(now)));
    }

    @Override
    public synchronized void refused(ClinicId clinic, SlotId slot, PatientId patient) {
        book.change(
                clinic,
                page -> page.slot().id().equals(slot) && page.care().patient().equals(Optional.of(patient)),
                page -> page.with(page.care().told()));
    }

    @Override
    public synchronized void freed(ClinicId clinic, AppointmentId appointment, Instant now) {
        book.change(clinic, page -> page.became(appointment), SlotPage::freed);
    }

    @Override
    public synchronized List<Slot> takenBack(ClinicId clinic, PatientId patient) {
        return book.pages(clinic)
                .filter(page -> page.isTakenBackFrom(patient))
                .map(SlotPage::slot)
                .toList();
    }

    @Override
    public synchronized Optional<AppointmentId> letGoFor(ClinicId clinic, AppointmentId previous) {
        return book.pages(clinic)
                .filter(page -> page.letsGo(previous))
                .flatMap(page -> page.state() instanceof SlotState.Booked booked
                        ? Stream.of(booked.appointment())
                        : Stream.empty())
                .findFirst();
    }

    @Override
    public synchronized void moves(ClinicId clinic, SlotId slot, AppointmentId previous) {
        book.change(
                clinic,
                page -> page.slot().id().equals(slot),
                page -> page.with(page.care().moving(previous)));
    }

    @Override
    public synchronized List<Unfinished> take(int most, Instant now, Instant until) {
        List<Unfinished> due = book.due(now, until).limit(most).toList();
        due.forEach(each -> book.change(
                each.clinic(),
                page -> page.slot().id().equals(each.slot().id()),
                page -> page.with(page.care().due(Optional.of(until)))));
        return due;
    }

    @Override
    public synchronized void later(Unfinished taken, Instant due) {
        dueFrom(taken, Optional.of(due));
    }

    @Override
    public synchronized void done(Unfinished taken) {
        dueFrom(taken, Optional.empty());
    }

    private void dueFrom(Unfinished taken, Optional<Instant> due) {
        book.change(
                taken.clinic(),
                page -> page.isAsTaken(taken),
                page -> page.with(page.care().due(due)));
    }

    /** Releases the call's holds that give way to this search or claim. */
    private void giveWay(ClinicId clinic, CallId call, Optional<PatientId> patient, Instant now) {
        book.change(
                clinic,
                page -> page.block(now)
                        .filter(block -> block.yieldsTo(call, patient))
                        .isPresent(),
                page -> released(page, now));
    }

    private static SlotPage released(SlotPage page, Instant now) {
        return page.ended(new SlotState.Released(), now);
    }

    private static boolean inTheWay(Block block, Slot slot) {
        return block.provider().equals(slot.provider()) && block.time().overlaps(slot.time());
    }
}
