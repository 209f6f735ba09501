package ca.vitaravox.server.doctor;

/**
 * Something a check found.
 *
 * @param well whether it is as it must be
 * @param about what it is about
 * @param sentence what is so; where it is not well, what to mend
 */
record Finding(boolean well, String about, String sentence) {
    static Finding good(String about, String sentence) {
        return new Finding(true, about, sentence);
    }

    static Finding bad(String about, String sentence) {
        return new Finding(false, about, sentence);
    }

    /** As it is printed. */
    String line() {
        return (well ? "well  " : "MEND  ") + about + ": " + sentence;
    }
}
