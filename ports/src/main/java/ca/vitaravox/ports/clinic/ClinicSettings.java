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
}
