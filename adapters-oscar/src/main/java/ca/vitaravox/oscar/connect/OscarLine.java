package ca.vitaravox.oscar.connect;

/** The two lines of OSCAR that answer the same calls differently. */
public enum OscarLine {
    /** Open-O and what descends from it. */
    OPEN_O,
    /** OSCAR 15 and 19. */
    CLASSIC
}
