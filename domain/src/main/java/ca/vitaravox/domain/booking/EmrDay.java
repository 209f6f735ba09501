package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.patient.PatientId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A provider's day in the EMR, looked at for one slot: is our appointment there, and is it alone? Ours is known by the
 * slot's reference or, where the EMR keeps none, by patient and exact time.
 *
 * @param ours appointments that were booked from the slot, the one that stands first: everybody who looks agrees which
 *     that is. More than one only if an EMR took a request twice
 * @param others appointments of anybody else that overlap the slot
 * @param roomAround whether none of anybody else's comes closer to the slot than the visit types allow
 */
record EmrDay(List<Appointment> ours, List<Appointment> others, boolean roomAround) {
    /** EMRs count up. */
    private static final Comparator<Appointment> FIRST_COME = Comparator.comparing(
            appointment -> appointment.id().value(),
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    static EmrDay of(List<Appointment> day, Attempt attempt) {
        Slot slot = attempt.slot();
        Spacing spacing = new Spacing(attempt.clinic(), slot.visitType());
        List<Appointment> near = day.stream()
                .filter(Appointment::takesTime)
                .filter(appointment -> appointment.provider().equals(slot.provider()))
                .filter(appointment -> spacing.taken(appointment).overlaps(slot.time()))
                .filter(appointment -> !attempt.moves().equals(Optional.of(appointment.id())))
                .toList();
        List<Appointment> overlapping = near.stream()
                .filter(appointment -> appointment.time().overlaps(slot.time()))
                .toList();
        List<Appointment> ours = overlapping.stream()
                .filter(appointment -> isOurs(appointment, slot, attempt.patient()))
                .sorted(FIRST_COME)
                .toList();
        List<Appointment> others = overlapping.stream()
                .filter(appointment -> !ours.contains(appointment))
                .toList();
        return new EmrDay(ours, others, near.size() == ours.size());
    }

    /** The one of ours that stands. */
    AppointmentId first() {
        return ours.get(0).id();
    }

    /** The others of ours. */
    List<Appointment> surplus() {
        return ours.subList(1, ours.size());
    }

    boolean hasOurs() {
        return !ours.isEmpty();
    }

    /** Whether the slot can be written. */
    boolean isFree() {
        return ours.isEmpty() && roomAround;
    }

    /** Whether an appointment was booked from the slot. */
    static boolean isOurs(Appointment appointment, Slot slot, PatientId patient) {
        return appointment
                .reference()
                .map(slot.id()::equals)
                .orElseGet(() -> appointment.patient().equals(Optional.of(patient))
                        && appointment.provider().equals(slot.provider())
                        && appointment.time().equals(slot.time()));
    }
}
