package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;

/** What an EMR still shows of bookings that are being taken back: nobody is to hear that it stands. Thread-safe. */
final class TakenBack {
    private final BookingJournal journal;

    TakenBack(BookingJournal journal) {
        this.journal = journal;
    }

    /** The patient's appointments without those. */
    List<Appointment> without(ClinicId clinic, PatientId patient, List<Appointment> shown) {
        if (shown.isEmpty()) {
            return shown;
        }
        List<Slot> going = journal.takenBack(clinic, patient);
        return shown.stream()
                .filter(appointment -> going.stream().noneMatch(slot -> EmrDay.isOurs(appointment, slot, patient)))
                .toList();
    }
}
