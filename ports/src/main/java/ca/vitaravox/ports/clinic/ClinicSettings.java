package ca.vitaravox.ports.clinic;

import java.util.List;
import java.util.function.UnaryOperator;

/** Driven port: writes what {@link ClinicDirectory} reads. Each method is one transaction. Thread-safe. */
public interface ClinicSettings {
    /**
     * The clinic's settings as they are kept now, where {@link ClinicDirectory} may be some seconds behind.
     *
     * @throws java.util.NoSuchElementException if there is no such clinic
     */
    Clinic kept(ClinicId clinic);

    /** Creates the clinic, or replaces all its settings. */
    void save(Clinic clinic);

    /**
     * Creates the clinic.
     *
     * @return false if there is one of that id; nothing is changed then
     */
    boolean create(Clinic clinic);

    /**
     * Puts what {@code change} makes of the settings, as they are kept now, in their place. Others who change them at the
     * same moment wait, so that nobody overwrites what they have not seen.
     *
     * @param change gives the clinic of the same id; may be asked more than once; nothing is changed if it throws
     * @throws java.util.NoSuchElementException if there is no such clinic
     */
    void change(ClinicId clinic, UnaryOperator<Clinic> change);

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
