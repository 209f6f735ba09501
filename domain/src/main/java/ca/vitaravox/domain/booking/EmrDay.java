package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;

/**
 * A provider's day in the EMR, looked at for one slot: is our appointment there, and is it alone? Ours is known by the
 * slot's reference or, where the EMR keeps none, by patient and exact time.
 *
 * @param ours appointments that were booked from the slot; more than one only if an EMR took a request twice
 * @param others appointments of anybody else that overlap the slot
 */
record EmrDay(List<Appointment> ours, List<Appointment> others) {
    static EmrDay of(List<Appointment> day, Attempt attempt) {
        Slot slot = attempt.slot();
        List<Appointment> overlapping = day.stream()
                .filter(Appointment::takesTime)
                .filter(appointment -> appointment.provider().equals(slot.provider()))
                .filter(appointment -> appointment.time().overlaps(slot.time()))
                .filter(appointment -> !attempt.moves().equals(Optional.of(appointment.id())))
                .toList();
        List<Appointment> ours = overlapping.stream()
                .filter(appointment -> isOurs(appointment, slot, attempt.patient()))
                .toList();
        return new EmrDay(
                ours,
                overlapping.stream()
                        .filter(appointment -> !ours.contains(appointment))
                        .toList());
    }

    boolean hasOurs() {
        return !ours.isEmpty();
    }

    boolean isFree() {
        return ours.isEmpty() && others.isEmpty();
    }

    private static boolean isOurs(Appointment appointment, Slot slot, PatientId patient) {
        return appointment
                .reference()
                .map(slot.id()::equals)
                .orElseGet(() -> appointment.patient().equals(Optional.of(patient))
                        && appointment.time().equals(slot.time()));
    }
}
