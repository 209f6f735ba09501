package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What forbids booking a slot that is otherwise free. Thread-safe. */
final class BookingRules {
    private final BookingJournal journal;
    private final Appointments appointments;
    private final EmrTime emrTime;

    BookingRules(BookingJournal journal, Appointments appointments, EmrTime emrTime) {
        this.journal = journal;
        this.appointments = appointments;
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
     * The first rule that forbids it.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if the patient's appointments cannot be read
     */
    Optional<Booking.Result> refusal(CallContext call, Clinic clinic, Slot slot, Booking.Command command, Instant now) {
        if (slot.time().start().isBefore(now.plus(clinic.policy().minimumNotice()))) {
            return Optional.of(new Booking.Result.SlotExpired());
        }
        Optional<Booking.Result> alreadyHere =
                command.another() ? Optional.empty() : bookedHere(call, clinic, command, now);
        return alreadyHere.isPresent() ? alreadyHere : byAppointments(call, clinic, slot, command, now);
    }

    /** Whether a patient's appointment still stands in the EMR. */
    boolean stands(CallContext call, PatientId patient, AppointmentId appointment) {
        return appointments.of(call.clinic(), patient, emrTime.request(call)).stream()
                .anyMatch(each -> each.id().equals(appointment) && each.takesTime());
    }

    /** This very call booked, or is booking, another slot for the patient: did the model ask twice? */
    private Optional<Booking.Result> bookedHere(CallContext call, Clinic clinic, Booking.Command command, Instant now) {
        return journal.of(call.clinic(), call.call(), command.patient(), now).stream()
                .filter(entry -> !entry.slot().id().equals(command.slot()))
                .<Booking.Result>map(entry -> entry.state() instanceof SlotState.Booked booked
                        ? new Booking.Result.AlreadyBooked(Telling.of(clinic, entry.slot(), booked.appointment()))
                        : new Booking.Result.Pending())
                .findFirst();
    }

    private Optional<Booking.Result> byAppointments(
            CallContext call, Clinic clinic, Slot slot, Booking.Command command, Instant now) {
        List<Appointment> coming = appointments.of(call.clinic(), command.patient(), emrTime.request(call)).stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED)
                .filter(appointment -> appointment.time().start().isAfter(now))
                .toList();
        Optional<Appointment> same = coming.stream()
                .filter(appointment -> appointment.time().overlaps(slot.time()))
                .findFirst();
        if (same.isPresent()) {
            return Optional.of(new Booking.Result.AlreadyBooked(Telling.of(clinic, same.get())));
        }
        int most = clinic.policy().futureAppointmentsPerPatient();
        return coming.size() >= most ? Optional.of(new Booking.Result.LimitReached(most)) : Optional.empty();
    }
}
