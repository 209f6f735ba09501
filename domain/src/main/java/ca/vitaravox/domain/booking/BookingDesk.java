package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.PatientId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Books slots: first the rules, then the writing. A repeat finds the booking that was made. Thread-safe. */
final class BookingDesk implements Booking {
    private final ClinicDirectory clinics;
    private final IdentityLedger identities;
    private final BookingJournal journal;
    private final BookingRules rules;
    private final SlotWriter writer;
    private final Alternatives alternatives;
    private final ToldInTime told;
    private final InstantSource clock;

    BookingDesk(
            ClinicDirectory clinics,
            IdentityLedger identities,
            BookingJournal journal,
            BookingRules rules,
            SlotWriter writer,
            Alternatives alternatives,
            ToldInTime told,
            InstantSource clock) {
        this.clinics = clinics;
        this.identities = identities;
        this.journal = journal;
        this.rules = rules;
        this.writer = writer;
        this.alternatives = alternatives;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public Result book(CallContext call, Command command) {
        Optional<Identification> identified = identities.identified(call.clinic(), call.call(), command.patient());
        if (identified.isEmpty()) {
            return new Result.NotIdentified();
        }
        Optional<BookingJournal.Entry> entry =
                journal.slot(call.clinic(), call.call(), command.slot(), clock.instant());
        if (entry.isEmpty()) {
            return new Result.SlotUnknown();
        }
        Clinic clinic = clinics.clinic(call.clinic());
        SlotWriter.Order order = new SlotWriter.Order(
                call, clinic, entry.get().slot(), identified.get(), command.reason(), Optional.empty());
        try {
            return entry.get().state() instanceof SlotState.Booked booked
                    ? repeated(order, booked)
                    : book(order, command, entry.get().state());
        } catch (EmrUnavailableException e) {
            return new Result.EmrUnavailable();
        }
    }

    /** A write under way is joined, or taken up; the rules were asked when it began. */
    private Result book(SlotWriter.Order order, Command command, SlotState state) {
        if (SlotWriter.isAnothers(order, state)) {
            return taken(order);
        }
        if (!state.isUnsettled(clock.instant())) {
            if (!rules.maySee(order.clinic(), order.slot(), order.patient())) {
                return new Result.NotForPatient(alternatives.to(
                        order.call(), order.clinic(), order.slot(), Visitor.of(order.patient()), Optional.empty()));
            }
            return asRuled(order, rules.ruling(order, command, clock.instant()), () -> secondTry(order, command));
        }
        return told(order, writer.write(order));
    }

    /** Another call was quicker than what was known: what it got is in the EMR by now, or on its way there. */
    private Result secondTry(SlotWriter.Order order, Command command) {
        return asRuled(order, rules.rulingAfresh(order, command, clock.instant()), Result.Pending::new);
    }

    private Result asRuled(SlotWriter.Order order, BookingRules.Ruling ruling, Supplier<Result> withoutRoom) {
        if (ruling instanceof BookingRules.Ruling.Forbidden forbidden) {
            return forbidden.why() instanceof Result.AlreadyBooked existing
                    ? alreadyBooked(order, existing)
                    : forbidden.why();
        }
        BookingJournal.Room room = ((BookingRules.Ruling.Allowed) ruling).room();
        Written written = writer.write(order, Optional.of(room));
        return written instanceof Written.NoRoom ? withoutRoom.get() : told(order, written);
    }

    private Result told(SlotWriter.Order order, Written written) {
        if (written instanceof Written.Confirmed confirmed) {
            return booked(order, confirmed.appointment(), confirmed.already());
        }
        if (written instanceof Written.Collided) {
            return taken(order);
        }
        return written instanceof Written.Open ? new Result.Pending() : new Result.EmrUnavailable();
    }

    /** The slot is booked already: for somebody else, by this request before, or cancelled again since. */
    private Result repeated(SlotWriter.Order order, SlotState.Booked booked) {
        if (!booked.patient().equals(order.patient().patient())) {
            return taken(order);
        }
        return rules.stands(order.call(), booked.patient(), booked.appointment())
                ? booked(order, booked.appointment(), true)
                : new Result.SlotExpired();
    }

    /** What is said to stand was told as well; more may be done with what this very call booked. */
    private Result alreadyBooked(SlotWriter.Order order, Result.AlreadyBooked answer) {
        CallContext call = order.call();
        PatientId patient = order.patient().patient();
        AppointmentId appointment = answer.existing().id();
        boolean here = journal.of(call.clinic(), call.call(), patient, clock.instant()).stream()
                .anyMatch(entry -> entry.state() instanceof SlotState.Booked booked
                        && booked.appointment().equals(appointment));
        return told.keep(call, patient, Set.of(appointment), here) ? answer : new Result.Pending();
    }

    /** After the deadline nobody hears the answer: then it was not told, and the repeat tells it. */
    private Result booked(SlotWriter.Order order, AppointmentId appointment, boolean already) {
        Slot slot = order.slot();
        return told.keep(order.call(), order.patient().patient(), appointment)
                ? new Result.Booked(Telling.of(order.clinic(), slot, appointment), already)
                : new Result.Pending();
    }

    private Result taken(SlotWriter.Order order) {
        List<BookableSlot> others = alternatives.toTaken(
                order.call(), order.clinic(), order.slot(), Visitor.of(order.patient()), Optional.empty());
        return told.refused(order.call(), order.patient().patient(), order.slot())
                ? new Result.SlotTaken(others)
                : new Result.Pending();
    }
}
