package ca.vitaravox.ports.booking;

/** What is known after an EMR was asked to change something. */
public sealed interface WriteResult {
    /**
     * The EMR's answer shows the appointment as it was to become. Who answers so has compared the two: a cancellation is
     * not read again.
     *
     * @param appointment the appointment it was done to
     */
    record Written(AppointmentId appointment) implements WriteResult {}

    /**
     * It is certain that nothing was changed, now or later.
     *
     * @param why in words fit for a log
     */
    record NotWritten(String why) implements WriteResult {}

    /**
     * Nobody knows: the request may have arrived, or may arrive yet. To be looked up before anything is repeated.
     *
     * @param why in words fit for a log
     */
    record Unknown(String why) implements WriteResult {}
}
