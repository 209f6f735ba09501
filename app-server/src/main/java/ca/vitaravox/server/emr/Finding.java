package ca.vitaravox.server.emr;

/**
 * Something that stands between a clinic and its EMR, in plain words.
 *
 * @param code a name for it that does not change
 * @param message what is wrong and what to do, for people who are no developers
 * @param who who can mend it
 * @param hinders whether calls cannot be answered from the EMR until it is mended; else something is lacking
 */
public record Finding(String code, String message, Mender who, boolean hinders) {
    /** Who can mend something. */
    public enum Mender {
        /** Whoever administers the clinic's OSCAR. */
        OSCAR_ADMINISTRATOR,
        /** Whoever runs the servers that OSCAR is on: a hosting company, most often. */
        OSCAR_HOST,
        /** Whoever manages the clinic here. */
        CLINIC_MANAGER,
        /** Whoever administers this platform. */
        PLATFORM_ADMIN
    }
}
