package ca.vitaravox.ports.clinic;

import java.time.Duration;

/**
 * A clinic's rules for what callers may book.
 *
 * @param gridMinutes openings begin on multiples of this many minutes past the hour; a divisor of 60
 * @param minimumNotice how long before its start an appointment can still be booked
 * @param changeNotice how long before its start an appointment can still be cancelled or moved
 * @param horizonDays how many days ahead callers may book, today counting as day 0; 1 to 365
 * @param futureAppointmentsPerPatient how many appointments to come a patient may have; one more is refused
 */
public record BookingPolicy(
        int gridMinutes,
        Duration minimumNotice,
        Duration changeNotice,
        int horizonDays,
        int futureAppointmentsPerPatient) {
    /** A 15-minute grid, 2 hours' notice to book, 24 hours' to change, 60 days ahead, 2 appointments to come. */
    public static final BookingPolicy USUAL = new BookingPolicy(15, Duration.ofHours(2), Duration.ofHours(24), 60, 2);

    /** Refuses rules under which nothing could be booked, or without a bound. */
    public BookingPolicy {
        if (gridMinutes < 1 || 60 % gridMinutes != 0) {
            throw new IllegalArgumentException("the grid is a divisor of 60 minutes");
        }
        if (minimumNotice.isNegative() || changeNotice.isNegative()) {
            throw new IllegalArgumentException("a notice is not negative");
        }
        if (horizonDays < 1 || horizonDays > 365) {
            throw new IllegalArgumentException("callers may book 1 to 365 days ahead");
        }
        if (futureAppointmentsPerPatient < 1) {
            throw new IllegalArgumentException("a patient may have at least one appointment to come");
        }
    }
}
