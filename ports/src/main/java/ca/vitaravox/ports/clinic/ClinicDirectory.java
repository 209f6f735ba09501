package ca.vitaravox.ports.clinic;

import java.util.List;
import java.util.Optional;

/**
 * Driven port: which clinic was called, and its settings. Both may be answered from a cache that is at most some
 * seconds old. Implementations are thread-safe.
 */
public interface ClinicDirectory {
    /**
     * The line that was called: the first one that a part of {@code called} names, in the order of its parts.
     *
     * @return empty when no part of {@code called} is known, or when its parts name more than one clinic: there is no
     *     default clinic
     */
    Optional<Line> line(CalledLine called);

    /** All clinics, whether they can be called or not, in the order of their ids. */
    List<ClinicId> clinics();

    /** The clinic's lines, in the order of their numbers; none if there is no such clinic. */
    List<Line> lines(ClinicId clinic);

    /**
     * The clinic's settings.
     *
     * @throws java.util.NoSuchElementException if there is no such clinic
     */
    Clinic clinic(ClinicId clinic);
}
