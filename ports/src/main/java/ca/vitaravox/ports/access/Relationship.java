package ca.vitaravox.ports.access;

/** Whom the caller speaks for, as the caller says. */
public enum Relationship {
    /** The patient is calling. */
    SELF,
    /** A parent calls for a child. */
    PARENT,
    /** A spouse or partner calls. */
    SPOUSE,
    /** A caregiver calls. */
    CAREGIVER,
    /** Somebody else calls. */
    OTHER
}
