package ca.vitaravox.ports.clinic;

import java.util.Optional;

/**
 * A telephone line of a clinic.
 *
 * @param clinic whose line it is
 * @param number the number callers dial
 * @param phoneNumberId the voice platform's id of the number
 * @param assistantId the voice platform's id of the assistant saved for this line, if one is
 * @param language the language its calls begin in
 */
public record Line(
        ClinicId clinic,
        PhoneNumber number,
        Optional<String> phoneNumberId,
        Optional<String> assistantId,
        Language language) {}
