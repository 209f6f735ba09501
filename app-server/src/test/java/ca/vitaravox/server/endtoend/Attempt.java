package ca.vitaravox.server.endtoend;

/** How an attempt at booking ended, as its caller saw it. */
sealed interface Attempt {
    /**
     * The caller was told that they are booked.
     *
     * @param patient for whom
     * @param appointment the appointment's id
     * @param place provider, day and time, as {@code 101 2026-06-01 09:00}
     */
    record Acknowledged(int patient, String appointment, String place) implements Attempt {}

    /**
     * The caller was told that it cannot be.
     *
     * @param code why
     */
    record Refused(String code) implements Attempt {}

    /**
     * The caller does not know.
     *
     * @param patient for whom it was tried
     * @param why the server died, or said that something went wrong
     */
    record Uncertain(int patient, String why) implements Attempt {}
}
