package ca.vitaravox.oscar;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import java.util.Optional;

/** Ten digits, however written, are a Canadian number. */
public final class TestNumbers implements PhoneNumbers {
    @Override
    public Optional<PhoneNumber> parse(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        return digits.length() == 10 ? Optional.of(new PhoneNumber("+1" + digits)) : Optional.empty();
    }
}
