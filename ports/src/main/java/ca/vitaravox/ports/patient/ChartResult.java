package ca.vitaravox.ports.patient;

/** What is known after an EMR was asked to make a chart. */
public sealed interface ChartResult {
    /**
     * The EMR said it is there.
     *
     * @param patient the new chart's id
     */
    record Made(PatientId patient) implements ChartResult {}

    /**
     * It is certain that no chart was made, now or later.
     *
     * @param why in words fit for a log: nothing of the patient in them
     */
    record NotMade(String why) implements ChartResult {}

    /**
     * Nobody knows: the request may have arrived, or may arrive yet; an error that the EMR answered with may come after
     * it wrote. To be looked for before anything is repeated.
     *
     * @param why in words fit for a log: nothing of the patient in them
     */
    record Unknown(String why) implements ChartResult {}
}
