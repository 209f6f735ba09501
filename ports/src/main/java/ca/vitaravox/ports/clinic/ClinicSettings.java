package ca.vitaravox.ports.clinic;

import java.util.List;

/** Driven port: writes what {@link ClinicDirectory} reads. Each method is one transaction. Thread-safe. */
public interface ClinicSettings {
    /** Creates the clinic, or replaces all its settings. */
    void save(Clinic clinic);

    /**
     * Makes these the clinic's lines, in place of those it had.
     *
     * @throws IllegalStateException if a number or id among them belongs to another clinic; nothing is changed then
     */
    void assign(ClinicId clinic, List<Line> lines);

    /**
     * Keeps the voice platform's ids of a line, as that line has them; nothing happens if its number is not this
     * clinic's any more.
     *
     * @throws IllegalStateException if one of them belongs to another clinic; nothing is changed then
     */
    void know(Line line);
}
