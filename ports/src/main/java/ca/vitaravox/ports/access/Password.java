package ca.vitaravox.ports.access;

/**
 * A password as somebody typed it. Its text is hidden.
 *
 * @param value 1 to 256 characters
 */
public record Password(String value) {
    /** The longest that is looked at. */
    public static final int LONGEST = 256;

    /** Refuses an empty password and one that is too long. */
    public Password {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a password has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
