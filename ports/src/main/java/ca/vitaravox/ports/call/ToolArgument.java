package ca.vitaravox.ports.call;

/**
 * One argument of a tool call, as it was understood.
 *
 * @param name its name in the catalogue
 * @param value its value as text, cut to {@value #LONGEST} characters; personal, unless {@code harmless}
 * @param harmless whether the value is one of a few that say nothing of anybody
 */
public record ToolArgument(String name, String value, boolean harmless) {
    /** How long a value may be. */
    public static final int LONGEST = 300;

    /** Cuts a value that is too long, never within a character. */
    public ToolArgument {
        if (value.length() > LONGEST) {
            int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            value = value.substring(0, end);
        }
    }

    /** Its name alone. */
    @Override
    public String toString() {
        return name;
    }
}
