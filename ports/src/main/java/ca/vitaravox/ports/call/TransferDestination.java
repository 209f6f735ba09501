package ca.vitaravox.ports.call;

import ca.vitaravox.ports.clinic.PhoneNumber;

/**
 * Where a clinic takes calls in person.
 *
 * @param number the number calls are handed on to
 * @param label what the clinic calls it ({@code Front desk}), 1 to 60 characters
 * @param always whether calls are handed on at any time, and not in opening hours alone
 */
public record TransferDestination(PhoneNumber number, String label, boolean always) {
    /** The longest label, in characters. */
    public static final int LONGEST_LABEL = 60;

    /** Refuses a label that is not of the form above. */
    public TransferDestination {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("a destination's label is 1 to 60 characters long");
        }
    }
}
