package ca.vitaravox.ports.clinic;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Driven port: the statutory holidays of a province, those on which employers must give a day off or pay for it. Asked
 * for every day of a search. Thread-safe.
 */
@FunctionalInterface
public interface Holidays {
    /**
     * The name of the holiday that this day is, as spoken.
     *
     * @return empty for any other day; a day off in lieu of one that falls on a weekend is any other day, but for Canada
     *     Day, which by law moves from a Sunday to the Monday
     */
    Optional<String> on(Province province, LocalDate day, Language language);
}
