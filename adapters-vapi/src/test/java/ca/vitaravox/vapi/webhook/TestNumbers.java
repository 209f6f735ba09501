package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import java.util.Optional;

/** Reads ten digits as Canadian, and whatever has a plus sign as it stands, the sentinels of Twilio too. */
final class TestNumbers implements PhoneNumbers {
    @Override
    public Optional<PhoneNumber> parse(String written) {
        String digits = written.replaceAll("[^0-9+]", "");
        if (digits.matches("[2-9][0-9]{9}")) {
            return Optional.of(new PhoneNumber("+1" + digits));
        }
        return digits.matches("\\+[1-9][0-9]{7,14}") ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }
}
