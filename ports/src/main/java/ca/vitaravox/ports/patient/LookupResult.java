package ca.vitaravox.ports.patient;

/** How looking for the caller's chart ended. */
public sealed interface LookupResult {
    /**
     * The caller is identified for a patient.
     *
     * @param patient who
     * @param level how surely
     * @param several whether the number is on several charts
     */
    record Identified(PatientId patient, IdentityLevel level, boolean several) implements LookupResult {}

    /** The calling number is on a chart, or on several; nothing more is told until a first name is given. */
    record FirstNameNeeded(boolean several) implements LookupResult {}

    /** There is no calling number to go by. */
    record FullNameNeeded() implements LookupResult {}

    /** A date of birth (or health number) is needed before anything is looked up or told apart. */
    record SecondFactorNeeded() implements LookupResult {}

    /** No chart agrees with all that was said. Which part is wrong is not told. */
    record NotFound() implements LookupResult {}

    /** Identification is closed. */
    record TooManyAttempts() implements LookupResult {}

    /** The EMR did not answer. */
    record EmrUnavailable() implements LookupResult {}
}
