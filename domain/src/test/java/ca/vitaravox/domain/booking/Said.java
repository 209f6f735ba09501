package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What callers were told, held against the EMR. */
final class Said {
    /** What somebody heard stands, less what they heard is gone. */
    private final Set<AppointmentId> told = new HashSet<>();
    /** Of what became of these, callers do not know; or staff cancelled them. */
    private final Set<AppointmentId> unsure = new HashSet<>();
    /** What was said that was not so when it was said. */
    final List<String> lies = new ArrayList<>();

    private final Reception reception;

    Said(Reception reception) {
        this.reception = reception;
    }

    /** Somebody hears that this stands. */
    void stands(AppointmentId id, PatientId patient, boolean isNew) {
        Optional<Appointment> there = live().stream()
                .filter(each -> each.id().equals(id))
                .filter(each -> each.patient().equals(Optional.of(patient)))
                .findFirst();
        if (there.isEmpty()) {
            lies.add(patient + " has no " + id);
        } else if (isNew && reception.overlapping().contains(there.get())) {
            lies.add(id + " is not alone");
        }
        told.add(id);
    }

    /** Somebody hears that this is gone. */
    void isGone(AppointmentId id) {
        if (live().stream().anyMatch(each -> each.id().equals(id))) {
            lies.add(id + " stands");
        }
        told.remove(id);
    }

    /** Of what becomes of this, callers do not know. */
    void isUnsure(AppointmentId id) {
        unsure.add(id);
    }

    Set<AppointmentId> standing() {
        return told;
    }

    List<Appointment> live() {
        return reception.emr.everything(CLINIC).stream()
                .filter(Appointment::takesTime)
                .toList();
    }

    /** What we booked, stands, and nobody heard of; unless staff have a task about it. */
    List<Appointment> forgotten() {
        Set<String> tasks = new HashSet<>();
        reception.tasks.open(CLINIC, 1000).stream().map(Task::about).forEach(tasks::add);
        return live().stream()
                .filter(each -> each.reference().isPresent())
                .filter(each -> !told.contains(each.id()))
                .filter(each -> !tasks.contains(each.reference().get().value()))
                .toList();
    }

    /** What somebody heard stands, and does not. */
    Set<AppointmentId> lost() {
        Set<AppointmentId> lost = new HashSet<>(told);
        lost.removeAll(unsure);
        live().forEach(each -> lost.remove(each.id()));
        return lost;
    }
}
