package ca.vitaravox.ports.patient;

/** A patient's sex as a chart has it, in the patient's own word for it. */
public enum Sex {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Neither (X on Canadian documents). */
    OTHER,
    /** The patient would rather not say. */
    UNDISCLOSED
}
