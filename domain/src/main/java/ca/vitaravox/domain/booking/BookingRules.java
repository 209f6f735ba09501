package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What forbids booking a slot that is otherwise free. Thread-safe. */
final class BookingRules {
    private final BookingJournal journal;
    private final Appointments appointments;
    private final TakenBack takenBack;
    private final RecentReads recent;
    private final EmrTime emrTime;

    BookingRules(
            BookingJournal journal,
            Appointments appointments,
            TakenBack takenBack,
            RecentReads recent,
            EmrTime emrTime) {
        this.journal = journal;
        this.appointments = appointments;
        this.takenBack = takenBack;
        this.recent = recent;
        this.emrTime = emrTime;
    }

    /** Whether the slot's provider sees this patient for its visit type: it may have been found for somebody else. */
    boolean maySee(Clinic clinic, Slot slot, Identification patient) {
        return clinic.provider(slot.provider())
                .filter(Provider::bookable)
                .filter(provider -> Visitor.of(patient).maySee(provider, slot.visitType()))
                .isPresent();
    }

    /** Whether a slot may be booked. */
    sealed interface Ruling {
        /** It may not; {@code why} is what to say. */
        record Forbidden(Booking.Result why) implements Ruling {}

        /** It may, as far as anybody has read; {@code room} is what the patient may still have. */
        record Allowed(BookingJournal.Room room) implements Ruling {}
    }

    /**
     * The first rule that forbids it. What a search remembers of the patient's appointments is enough to permit it, for
     * what came since takes from the room that is left; but nothing is said to stand that was not just read, and what this
     * call booked, another server may have written since.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the patient's appointments cannot be read
     */
    Ruling ruling(SlotWriter.Order order, Booking.Command command, Instant now) {
        if (isTooSoon(order, now)) {
            return new Ruling.Forbidden(new Booking.Result.SlotExpired());
        }
        List<BookingJournal.Entry> others = others(order, now);
        CallContext call = order.call();
        return recent.remembered(call.clinic(), order.patient().patient())
                .filter(own -> others.isEmpty())
                .map(own -> ruling(order, command, others, own, now))
                .filter(Ruling.Allowed.class::isInstance)
                .orElseGet(() -> ruling(order, command, others, read(order), now));
    }

    /** As {@link #ruling}, by what the EMR shows now. */
    Ruling rulingAfresh(SlotWriter.Order order, Booking.Command command, Instant now) {
        return isTooSoon(order, now)
                ? new Ruling.Forbidden(new Booking.Result.SlotExpired())
                : ruling(order, command, others(order, now), read(order), now);
    }

    private static boolean isTooSoon(SlotWriter.Order order, Instant now) {
        return order.slot()
                .time()
                .start()
                .isBefore(now.plus(order.clinic().policy().minimumNotice()));
    }

    private List<Appointment> read(SlotWriter.Order order) {
        CallContext call = order.call();
        PatientId patient = order.patient().patient();
        List<Appointment> shown = appointments.of(call.clinic(), patient, emrTime.request(call));
        return takenBack.without(call.clinic(), patient, shown);
    }

    /** What else this very call booked, or is booking, for the patient. */
    private List<BookingJournal.Entry> others(SlotWriter.Order order, Instant now) {
        return journal
                .of(order.call().clinic(), order.call().call(), order.patient().patient(), now)
                .stream()
                .filter(entry -> !entry.slot().id().equals(order.slot().id()))
                .toList();
    }

    private static Ruling ruling(
            SlotWriter.Order order,
            Booking.Command command,
            List<BookingJournal.Entry> others,
            List<Appointment> own,
            Instant now) {
        List<Appointment> standing = own.stream().filter(Appointment::takesTime).toList();
        List<Appointment> coming = standing.stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED)
                .filter(appointment -> appointment.time().start().isAfter(now))
                .toList();
        Optional<Booking.Result> alreadyHere =
                command.another() ? Optional.empty() : bookedHere(order, others, standing);
        return alreadyHere
                .or(() -> byAppointments(order, coming))
                .<Ruling>map(Ruling.Forbidden::new)
                .orElseGet(() -> new Ruling.Allowed(
                        new BookingJournal.Room(most(order) - coming.size(), known(others, own), !command.another())));
    }

    /** What was read, and what this call booked: if that was not read, it is gone. */
    private static Set<AppointmentId> known(List<BookingJournal.Entry> others, List<Appointment> own) {
        return Stream.concat(
                        own.stream().map(Appointment::id),
                        others.stream()
                                .flatMap(entry -> entry.state() instanceof SlotState.Booked booked
                                        ? Stream.of(booked.appointment())
                                        : Stream.empty()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a patient's appointment still stands in the EMR. */
    boolean stands(CallContext call, PatientId patient, AppointmentId appointment) {
        return appointments.of(call.clinic(), patient, emrTime.request(call)).stream()
                .anyMatch(each -> each.id().equals(appointment) && each.takesTime());
    }

    /** This call booked, or is booking, another slot for the patient: did the model ask twice? */
    private static Optional<Booking.Result> bookedHere(
            SlotWriter.Order order, List<BookingJournal.Entry> others, List<Appointment> standing) {
        Set<AppointmentId> there = standing.stream().map(Appointment::id).collect(Collectors.toUnmodifiableSet());
        for (BookingJournal.Entry entry : others) {
            if (entry.state() instanceof SlotState.Writing) {
                return Optional.of(new Booking.Result.Pending());
            }
            if (entry.state() instanceof SlotState.Booked booked && there.contains(booked.appointment())) {
                return Optional.of(new Booking.Result.AlreadyBooked(
                        Telling.of(order.clinic(), entry.slot(), booked.appointment())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Booking.Result> byAppointments(SlotWriter.Order order, List<Appointment> coming) {
        Optional<Appointment> same = coming.stream()
                .filter(appointment -> appointment.time().overlaps(order.slot().time()))
                .findFirst();
        if (same.isPresent()) {
            return Optional.of(new Booking.Result.AlreadyBooked(told(order, same.get())));
        }
        int most = most(order);
        return coming.size() >= most ? Optional.of(new Booking.Result.LimitReached(most)) : Optional.empty();
    }

    private static int most(SlotWriter.Order order) {
        return order.clinic().policy().futureAppointmentsPerPatient();
    }

    /** Who is not verified hears of another appointment when it is, but neither with whom nor what for. */
    private static PatientAppointment told(SlotWriter.Order order, Appointment existing) {
        PatientAppointment told = Telling.to(order.patient(), Telling.of(order.clinic(), existing));
        return order.patient().reaches(IdentityLevel.VERIFIED)
                ? told
                : new PatientAppointment(
                        told.id(), Optional.empty(), Optional.empty(), told.start(), told.length(), told.status());
    }
}
