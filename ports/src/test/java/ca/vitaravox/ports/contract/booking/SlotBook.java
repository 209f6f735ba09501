package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.BookingJournal.Claim;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of {@link HoldLedger} and {@link BookingJournal}, two sides of one book, share. */
public abstract class SlotBook {
    static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    static final Duration MOMENT = Duration.ofMillis(1);
    static final ProviderId DOCTOR = new ProviderId("101");
    static final ProviderId OTHER_DOCTOR = new ProviderId("102");
    static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");
    static final Optional<PatientId> ROBIN = Optional.of(new PatientId("1"));
    static final Optional<PatientId> NOA = Optional.of(new PatientId("2"));
    static final Optional<PatientId> NOBODY = Optional.empty();

    HoldLedger holds;
    BookingJournal journal;
    ClinicId clinic;
    CallId call;
    CallId otherCall;

    /** The ledger; it shares its slots with {@link #bookingJournal()}. */
    protected abstract HoldLedger holdLedger();

    /** The journal; it shares its slots with {@link #holdLedger()}. */
    protected abstract BookingJournal bookingJournal();

    /** A clinic that no other test knows. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    @BeforeEach
    void openTheBook() {
        holds = holdLedger();
        journal = bookingJournal();
        clinic = newClinic();
        call = Fresh.call();
        otherCall = Fresh.call();
    }

    /** A quarter of an hour with the doctor on the day after, from this time of day (UTC) on. */
    static TimeRange time(String start) {
        return TimeRange.from(Instant.parse("2026-03-03T" + start + ":00Z"), Duration.ofMinutes(15));
    }

    /** Twenty quarters of an hour with the doctor, one after the other. */
    static List<TimeRange> longDay() {
        Instant first = time("09:00").start();
        return IntStream.range(0, 20)
                .mapToObj(i -> TimeRange.from(first.plusSeconds(900L * i), Duration.ofMinutes(15)))
                .toList();
    }

    /** A new slot for this call, at a time of {@link #time}. */
    static Slot slot(CallId call, Optional<PatientId> patient, String start) {
        return slot(call, patient, DOCTOR, time(start));
    }

    static Slot slot(CallId call, Optional<PatientId> patient, ProviderId provider, TimeRange time) {
        return new Slot(Fresh.slot(), call, patient, provider, time, CHECKUP);
    }

    /** A number that nobody else calls from. */
    static Optional<PhoneNumber> somebody() {
        return Optional.of(Fresh.phone());
    }

    /** What is offered, the first held, now. */
    List<Slot> hold(Slot... candidates) {
        HoldLedger.Offer offer = holds.offer(clinic, somebody(), List.of(candidates), true, 3, NOW);
        assertEquals(!offer.slots().isEmpty(), offer.held());
        return offer.slots();
    }

    /** What is offered, nothing held, now. */
    List<Slot> offer(Slot... candidates) {
        HoldLedger.Offer offer = holds.offer(clinic, somebody(), List.of(candidates), false, 3, NOW);
        assertFalse(offer.held());
        return offer.slots();
    }

    /** The slot, held now. */
    Slot held(Slot slot) {
        assertEquals(List.of(slot), hold(slot));
        return slot;
    }

    /** The slot, offered now and not held. */
    Slot offered(Slot slot) {
        assertEquals(List.of(slot), offer(slot));
        return slot;
    }

    /** The slot, being written since now, for half a minute. */
    Slot writing(Slot slot) {
        assertEquals(new Claim.Yours(1, false), claim(offered(slot), NOW));
        return slot;
    }

    /** The slot, booked now. */
    Slot booked(Slot slot, AppointmentId appointment) {
        writing(slot);
        PatientId patient = slot.patient().orElseThrow();
        assertTrue(journal.end(clinic, slot.id(), 1, new SlotState.Booked(patient, appointment), NOW));
        return slot;
    }

    /** Claims a slot for the patient it was searched for, or Robin, for half a minute. */
    Claim claim(Slot slot, Instant now) {
        return journal.claim(clinic, slot.id(), slot.patient().or(() -> ROBIN).orElseThrow(), now, until(now));
    }

    static Instant until(Instant now) {
        return now.plusSeconds(30);
    }

    /** The attempt at writing that a claim gave. */
    static int attempt(Claim claim) {
        return assertInstanceOf(Claim.Yours.class, claim).attempt();
    }

    SlotState state(Slot slot, Instant now) {
        return journal.slot(clinic, slot.call(), slot.id(), now).orElseThrow().state();
    }

    /** What blocks the doctor's day. */
    List<Block> blocks(Instant now) {
        TimeRange day = TimeRange.from(Instant.parse("2026-03-03T00:00:00Z"), Duration.ofDays(1));
        return holds.blocks(clinic, Set.of(DOCTOR), day, now);
    }

    /** Whether somebody else who asks for this time could get it; asking takes nothing. */
    boolean free(String start, Instant now) {
        Slot asked = slot(Fresh.call(), NOBODY, start);
        return !holds.offer(clinic, somebody(), List.of(asked), false, 1, now)
                .slots()
                .isEmpty();
    }
}
