package ca.vitaravox.ports.clinic;

import java.util.Optional;

/**
 * What the telephone side says was called. Each part may be missing; those that are there must name one clinic.
 *
 * @param number the number that was called
 * @param phoneNumberId the voice platform's id of that number
 * @param assistantId the voice platform's id of a saved assistant, for calls that came without a number
 */
public record CalledLine(Optional<PhoneNumber> number, Optional<String> phoneNumberId, Optional<String> assistantId) {
    /** Whether it says nothing of what was called. */
    public boolean namesNothing() {
        return number.isEmpty() && phoneNumberId.isEmpty() && assistantId.isEmpty();
    }
}
