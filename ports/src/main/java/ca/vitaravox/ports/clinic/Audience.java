package ca.vitaravox.ports.clinic;

/** Which patients may be booked with a provider for a visit type; each is part of the one before. */
public enum Audience {
    /** Everyone, known to the clinic or not yet. */
    EVERYONE,
    /** Patients of the clinic. */
    EXISTING_PATIENTS,
    /** Patients whom this provider usually sees, as their charts say. */
    OWN_PATIENTS
}
