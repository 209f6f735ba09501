package ca.vitaravox.oscar.booking;

import ca.vitaravox.ports.booking.AppointmentStatus;

/**
 * OSCAR's statuses: the first letter counts, an S (signed) or V (verified) may follow. Clinics name some of them as they
 * like; whatever is not known here stands, and takes its time.
 */
final class StatusLetter {
    /** What a new appointment has: <i>To do</i>. Without a status it would be on no day sheet. */
    static final String NEW = "t";

    /** What a cancelled one gets. */
    static final String CANCELLED = "C";

    private StatusLetter() {}

    static AppointmentStatus status(String letters) {
        if (letters.isEmpty()) {
            return AppointmentStatus.BOOKED;
        }
        return switch (letters.charAt(0)) {
            case 'C' -> AppointmentStatus.CANCELLED;
            case 'N' -> AppointmentStatus.MISSED;
            case 'H', 'P', 'E', 'B' -> AppointmentStatus.SEEN;
            default -> AppointmentStatus.BOOKED;
        };
    }
}
