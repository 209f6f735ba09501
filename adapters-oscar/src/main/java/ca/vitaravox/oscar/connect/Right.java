package ca.vitaravox.oscar.connect;

/** What the token has to allow, by the objects and letters of OSCAR's own privileges. */
public enum Right {
    /** Reading appointments. */
    SEE_APPOINTMENTS("_appointment", 'r'),
    /** Booking and cancelling. */
    BOOK("_appointment", 'w'),
    /** Finding charts. */
    SEE_CHARTS("_demographic", 'r'),
    /** Registering new patients. */
    MAKE_CHARTS("_demographic", 'w'),
    /** Leaving notes to staff. */
    LEAVE_NOTES("_tickler", 'w');

    private final String object;
    private final char privilege;

    Right(String object, char privilege) {
        this.object = object;
        this.privilege = privilege;
    }

    /** The object, as OSCAR's administration lists it: {@code _appointment}. */
    public String object() {
        return object;
    }

    /** The letter: {@code r} for reading, {@code w} for writing. */
    public char privilege() {
        return privilege;
    }
}
