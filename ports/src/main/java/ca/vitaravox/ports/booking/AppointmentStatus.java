package ca.vitaravox.ports.booking;

/** What has become of an appointment, as far as callers need to know. */
public enum AppointmentStatus {
    /** It stands. */
    BOOKED,
    /** It was cancelled; its time is free. */
    CANCELLED,
    /** The patient did not come. */
    MISSED,
    /** The patient came, or is here. */
    SEEN
}
