package ca.vitaravox.domain.emr;

/** What an {@link InMemoryEmr} can be asked. */
public enum Request {
    /** Charts are searched. */
    SEARCH,
    /** A chart is read. */
    CHART,
    /** A chart is made. */
    REGISTER,
    /** A day's appointments are read. */
    DAY,
    /** A patient's appointments are read. */
    PATIENT,
    /** Working times are read. */
    WORKING,
    /** An appointment is written. */
    BOOK,
    /** An appointment is cancelled. */
    CANCEL
}
