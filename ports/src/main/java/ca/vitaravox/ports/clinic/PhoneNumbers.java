package ca.vitaravox.ports.clinic;

import java.util.Optional;

/** Reads telephone numbers as people and telephone networks write them. Implementations are thread-safe. */
@FunctionalInterface
public interface PhoneNumbers {
    /**
     * Reads a number; without a country code it is taken as Canadian ({@code 604-555-0142}).
     *
     * @return empty for what is no possible number, blank, or one of the signs of a withheld caller id
     */
    Optional<PhoneNumber> parse(String written);
}
