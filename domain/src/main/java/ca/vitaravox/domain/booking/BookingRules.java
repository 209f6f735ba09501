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

/** What forbids booking a slot that is otherwise free. Thread-safe. */
final class BookingRules {
    private final BookingJournal journal;
    private final Appointments appointments;
    private final RecentReads recent;
    private final EmrTime emrTime;

    BookingRules(BookingJournal journal, Appointments appointments, RecentReads recent, EmrTime emrTime) {
        this.journal = journal;
        this.appointments = appointments;
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

    /**
     * The first rule that forbids it. What a search remembers of the patient's appointments is enough to permit it, but
     * nothing is said to stand that was not just read; and what this call booked, another server may have written since.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the patient's appointments cannot be read
     */
    Optional<Booking.Result> refusal(SlotWriter.Order order, Booking.Command command, Instant now) {
        if (order.slot()
                .time()
                .start()
                .isBefore(now.plus(order.clinic().policy().minimumNotice()))) {
            return Optional.of(new Booking.Result.SlotExpired());
        }
        List<BookingJournal.Entry> others = others(order, now);
        CallContext call = order.call();
        PatientId patient = order.patient().patient();
        boolean permitted = others.isEmpty()
                && recent.remembered(call.clinic(), patient)
                        .filter(own -> refusal(order, command, others, own, now).isEmpty())
                        .isPresent();
        return permitted
                ? Optional.empty()
                : refusal(order, command, others, appointments.of(call.clinic(), patient, emrTime.request(call)), now);
    }

    /** What else this very call booked, or is booking, for the patient. */
    private List<BookingJournal.Entry> others(SlotWriter.Order order, Instant now) {
        return journal
                .of(order.call().clinic(), order.call().call(), order.patient().patient(), now)
                .stream()
                .filter(entry -> !entry.slot().id().equals(order.slot().id()))
                .toList();
    }

    private static Optional<Booking.Result> refusal(
            SlotWriter.Order order,
            Booking.Command command,
            List<BookingJournal.Entry> others,
            List<Appointment> own,
            Instant now) {
        List<Appointment> standing = own.stream().filter(Appointment::takesTime).toList();
        Optional<Booking.Result> alreadyHere =
                command.another() ? Optional.empty() : bookedHere(order, others, standing);
        return alreadyHere.isPresent() ? alreadyHere : byAppointments(order, standing, now);
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

    private static Optional<Booking.Result> byAppointments(
            SlotWriter.Order order, List<Appointment> standing, Instant now) {
        List<Appointment> coming = standing.stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED)
                .filter(appointment -> appointment.time().start().isAfter(now))
                .toList();
        Optional<Appointment> same = coming.stream()
                .filter(appointment -> appointment.time().overlaps(order.slot().time()))
                .findFirst();
        if (same.isPresent()) {
            return Optional.of(new Booking.Result.AlreadyBooked(told(order, same.get())));
        }
        int most = order.clinic().policy().futureAppointmentsPerPatient();
        return coming.size() >= most ? Optional.of(new Booking.Result.LimitReached(most)) : Optional.empty();
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
