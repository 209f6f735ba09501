package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who is to have a chart. Its text is hidden.
 *
 * @param name full name, each part at most {@link #LONGEST_NAME} characters
 * @param birthDate date of birth
 * @param sex sex
 * @param phone the number to call them on
 * @param healthCard the health card, if they have one
 * @param email the e-mail address, if they gave one
 * @param address where they live, if they said so
 */
public record NewPatient(
        PatientName name,
        LocalDate birthDate,
        Sex sex,
        PhoneNumber phone,
        Optional<HealthCard> healthCard,
        Optional<EmailAddress> email,
        Optional<PostalAddress> address) {
    /** As much as every EMR we know has room for; some cut a longer name without a word. */
    public static final int LONGEST_NAME = 30;

    /** Refuses a name that is too long. */
    public NewPatient {
        if (name.first().length() > LONGEST_NAME || name.last().length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a new patient's names have at most 30 characters each");
        }
    }

    /** The number on the health card. */
    public Optional<HealthNumber> healthNumber() {
        return healthCard.map(HealthCard::number);
    }

    @Override
    public String toString() {
        return "NewPatient[hidden]";
    }
}
