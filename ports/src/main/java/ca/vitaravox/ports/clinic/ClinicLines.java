package ca.vitaravox.ports.clinic;

import java.util.List;
import java.util.function.UnaryOperator;

/** Driven port: changes the telephone lines of a clinic. Thread-safe. */
@FunctionalInterface
public interface ClinicLines {
    /** The most lines a clinic has. */
    int MOST = 50;

    /**
     * Puts what {@code change} makes of the clinic's lines in their place. Others who change them at the same moment wait.
     *
     * @param change may be asked more than once; nothing is changed if it throws
     * @throws IllegalStateException if a number or id among them belongs to another clinic; nothing is changed then
     */
    void changeLines(ClinicId clinic, UnaryOperator<List<Line>> change);
}
