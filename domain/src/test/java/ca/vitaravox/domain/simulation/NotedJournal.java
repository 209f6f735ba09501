package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotState;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells what became of each attempt; notes how fresh what was known was when one became booked. */
record NotedJournal(BookingJournal journal, Notes notes, Scheduler scheduler, Story story) implements BookingJournal {
    @Override
    public Optional<Entry> slot(ClinicId clinic, CallId call, SlotId slot, Instant now) {
        return journal.slot(clinic, call, slot, now);
    }

    @Override
    public List<Entry> of(ClinicId clinic, CallId call, PatientId patient, Instant now) {
        return journal.of(clinic, call, patient, now);
    }

    @Override
    public boolean isBooked(ClinicId clinic, AppointmentId appointment) {
        return journal.isBooked(clinic, appointment);
    }

    @Override
    public Claim claim(
            ClinicId clinic, SlotId slot, PatientId patient, Optional<Room> room, Instant now, Instant until) {
        Claim claim = journal.claim(clinic, slot, patient, room, now, until);
        tell(slot + " is claimed for patient " + patient + ": " + claim);
        return claim;
    }

    @Override
    public boolean end(ClinicId clinic, SlotId slot, int attempt, SlotState end, Instant now) {
        boolean ended = journal.end(clinic, slot, attempt, end, now);
        tell("attempt " + attempt + " at " + slot + (ended ? " ends " : " is too late to end ") + end);
        if (ended) {
            notes.ended(slot, scheduler.instant());
        }
        if (ended && end instanceof SlotState.Booked) {
            confirmed(slot);
        }
        return ended;
    }

    @Override
    public boolean decide(ClinicId clinic, SlotId slot, int attempt, Course course) {
        boolean decided = journal.decide(clinic, slot, attempt, course);
        tell("attempt " + attempt + " at " + slot + (decided ? " is " : " is too late for ") + course);
        if (decided && course == Course.LETTING_GO) {
            confirmed(slot);
        }
        if (decided && course == Course.TAKING_BACK) {
            notes.takingBack(slot, scheduler.instant());
        }
        return decided;
    }

    @Override
    public void leave(ClinicId clinic, SlotId slot, int attempt, Instant now) {
        journal.leave(clinic, slot, attempt, now);
    }

    private void tell(String what) {
        story.tell(scheduler.instant(), scheduler.running().name(), what);
    }

    private void confirmed(SlotId slot) {
        notes.confirmed(slot, new Notes.Confirmation(scheduler.running().lookedAt(), scheduler.instant()));
    }

    @Override
    public void refused(ClinicId clinic, SlotId slot, PatientId patient) {
        journal.refused(clinic, slot, patient);
        notes.refused(slot);
    }

    @Override
    public void freed(ClinicId clinic, AppointmentId appointment, Instant now) {
        journal.freed(clinic, appointment, now);
    }

    @Override
    public List<Slot> takenBack(ClinicId clinic, PatientId patient) {
        return journal.takenBack(clinic, patient);
    }

    @Override
    public Optional<AppointmentId> letGoFor(ClinicId clinic, AppointmentId previous) {
        return journal.letGoFor(clinic, previous);
    }
}
