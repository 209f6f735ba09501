package ca.vitaravox.ports.patient;

/** How sure we are that the caller may act for a patient; each level includes those before it. */
public enum IdentityLevel {
    /** The calling number is on the chart and the patient's first name was given: opens booking. */
    CALLER_ID,
    /** A date of birth or health number agreed as well: opens the chart and its appointments. */
    VERIFIED
}
