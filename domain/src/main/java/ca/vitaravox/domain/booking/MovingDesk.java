package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Moves appointments: the new time is secured, then the old let go. Thread-safe. */
final class MovingDesk implements Moving {
    private final ClinicDirectory clinics;
    private final Changing changing;
    private final BookingJournal journal;
    private final FreedOpenings freed;
    private final BookingRules rules;
    private final SlotWriter writer;
    private final Alternatives alternatives;
    private final ToldInTime told;
    private final InstantSource clock;

    MovingDesk(
            ClinicDirectory clinics,
            Changing changing,
            BookingJournal journal,
            FreedOpenings freed,
            BookingRules rules,
            SlotWriter writer,
            Alternatives alternatives,
            ToldInTime told,
            InstantSource clock) {
        this.clinics = clinics;
        this.changing = changing;
        this.journal = journal;
        this.freed = freed;
        this.rules = rules;
        this.writer = writer;
        this.alternatives = alternatives;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public Result move(CallContext call, Command command) {
        try {
            Changing.Permission permission = changing.permission(call, command.appointment());
            if (permission instanceof Changing.Permission.Granted granted) {
                return journal.slot(call.clinic(), call.call(), command.slot(), clock.instant())
                        .map(entry -> move(new Request(call, command, clinics.clinic(call.clinic()), granted), entry))
                        .orElseGet(Result.SlotUnknown::new);
            }
            return permission instanceof Changing.Permission.NotVerified
                    ? new Result.NotVerified()
                    : new Result.AppointmentNotFound();
        } catch (EmrUnavailableException e) {
            return new Result.EmrUnavailable();
        }
    }

    private record Request(CallContext call, Command command, Clinic clinic, Changing.Permission.Granted granted) {
        PatientAppointment old() {
            return Telling.to(granted.caller(), Telling.of(clinic, granted.appointment()));
        }

        Optional<AppointmentId> moved() {
            return Optional.of(command.appointment());
        }

        Visitor visitor() {
            return Visitor.of(granted.caller()).elsewhere(granted.elsewhere());
        }
    }

    private Result move(Request request, BookingJournal.Entry entry) {
        if (entry.state() instanceof SlotState.Booked booked) {
            return repeated(request, entry.slot(), booked);
        }
        boolean joining = entry.state().isUnsettled(clock.instant());
        if (!joining && !changing.inTime(request.clinic(), request.granted())) {
            return new Result.NotChangeable();
        }
        if (!request.command().confirmed()) {
            return new Result.NotConfirmed(request.old(), bookable(request.clinic(), entry.slot()));
        }
        Instant earliest = clock.instant().plus(request.clinic().policy().minimumNotice());
        if (!joining && entry.slot().time().start().isBefore(earliest)) {
            return new Result.SlotExpired();
        }
        if (!joining && !isOpenTo(request, entry.slot())) {
            return new Result.NotForPatient(alternatives.to(
                    request.call(), request.clinic(), entry.slot(), request.visitor(), request.moved()));
        }
        if (!joining && isWritingElsewhere(request, entry.slot())) {
            return new Result.Pending();
        }
        SlotWriter.Order order = new SlotWriter.Order(
                request.call(),
                request.clinic(),
                entry.slot(),
                request.granted().caller(),
                request.command().reason(),
                request.moved());
        if (SlotWriter.isAnothers(order, entry.state())) {
            return taken(request, entry.slot());
        }
        forgetUndoneMove(request);
        Written written = writer.write(order);
        if (written instanceof Written.Confirmed confirmed) {
            return moved(request, entry.slot(), confirmed.appointment(), confirmed.already());
        }
        if (written instanceof Written.Collided) {
            return taken(request, entry.slot());
        }
        return written instanceof Written.Open ? new Result.Pending() : new Result.EmrUnavailable();
    }

    /** Staff may have put it back after a move, and cancelled what it was moved to: then it may be moved like any other. */
    private void forgetUndoneMove(Request request) {
        PatientId patient = request.granted().caller().patient();
        journal.letGoFor(request.call().clinic(), request.command().appointment())
                .filter(next -> changing.find(request.call(), patient, next)
                        .filter(Appointment::takesTime)
                        .isEmpty())
                .ifPresent(gone -> journal.freed(request.call().clinic(), gone, clock.instant()));
    }

    /** An earlier request of this call for another slot has not come to its end: one move at a time. */
    private boolean isWritingElsewhere(Request request, Slot slot) {
        PatientId patient = request.granted().caller().patient();
        return journal.of(request.call().clinic(), request.call().call(), patient, clock.instant()).stream()
                .filter(entry -> !entry.slot().id().equals(slot.id()))
                .anyMatch(entry -> entry.state() instanceof SlotState.Writing);
    }

    /**
     * The slot is booked already: this is a repeat if the appointment to be moved is gone and the new one stands. Or it is
     * there already.
     */
    private Result repeated(Request request, Slot slot, SlotState.Booked booked) {
        Appointment old = request.granted().appointment();
        boolean samePatient = booked.patient().equals(request.granted().caller().patient());
        if (samePatient && old.takesTime() && booked.appointment().equals(old.id())) {
            return new Result.Moved(request.old(), request.old(), true);
        }
        if (!samePatient || old.takesTime()) {
            return taken(request, slot);
        }
        return changing.find(request.call(), booked.patient(), booked.appointment())
                .filter(Appointment::takesTime)
                .map(stands -> moved(request, slot, stands.id(), true))
                .orElseGet(Result.SlotExpired::new);
    }

    private Result moved(Request request, Slot slot, AppointmentId appointment, boolean already) {
        if (!told.keep(request.call(), request.granted().caller().patient(), appointment)) {
            return new Result.Pending();
        }
        journal.freed(request.call().clinic(), request.command().appointment(), clock.instant());
        freed.add(request.call().clinic(), opening(request, slot, appointment), clock.instant());
        PatientAppointment now =
                Telling.to(request.granted().caller(), Telling.of(request.clinic(), slot, appointment));
        return new Result.Moved(now, request.old(), already);
    }

    private static FreedOpening opening(Request request, Slot to, AppointmentId appointment) {
        Appointment old = request.granted().appointment();
        FreedOpening.MovedTo moved =
                new FreedOpening.MovedTo(appointment, to.time().start());
        return new FreedOpening(old.id(), old.provider(), old.time(), Optional.of(moved));
    }

    private Result taken(Request request, Slot slot) {
        List<BookableSlot> others =
                alternatives.toTaken(request.call(), request.clinic(), slot, request.visitor(), request.moved());
        return told.refused(request.call(), request.granted().caller().patient(), slot)
                ? new Result.SlotTaken(others)
                : new Result.Pending();
    }

    /** Whether the provider sees the patient, and the patient is not elsewhere at that time. */
    private boolean isOpenTo(Request request, Slot slot) {
        return rules.maySee(request.clinic(), slot, request.granted().caller())
                && request.visitor().isFree(slot.time());
    }

    private static BookableSlot bookable(Clinic clinic, Slot slot) {
        return new BookableSlot(
                slot.id(),
                clinic.provider(slot.provider()).orElseThrow(),
                clinic.visitType(slot.visitType()).orElseThrow(),
                slot.time().start().atZone(clinic.zone()));
    }
}
