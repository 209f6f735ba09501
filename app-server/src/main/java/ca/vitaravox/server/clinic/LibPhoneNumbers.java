package ca.vitaravox.server.clinic;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Telephone numbers as Google's libphonenumber reads them, Canadian unless they say otherwise. A number need only be
 * possible, not assigned: 555 numbers are read. Thread-safe.
 */
public final class LibPhoneNumbers implements PhoneNumbers {
    private static final String HOME = "CA";
    private static final int LONGEST = 60;
    private static final int MOST_REMEMBERED = 1_000;

    /** What telephone networks put in the place of a number that the caller withholds. */
    private static final Set<String> WITHHELD_WORDS = Set.of(
            "anonymous", "restricted", "private", "unknown", "unavailable", "blocked", "withheld", "unidentified");

    /** The same words typed on a telephone's keypad, as Twilio sends them (without the plus sign). */
    private static final Set<String> WITHHELD_DIGITS =
            Set.of("266696687", "7378742833", "2562533", "8656696", "86282452253");

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    /** Every message of a call names the same two. */
    private final Cache<String, Optional<PhoneNumber>> read =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    @Override
    public Optional<PhoneNumber> parse(String written) {
        return written.length() > LONGEST ? read(written) : read.get(written, this::read);
    }

    private Optional<PhoneNumber> read(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST || isWithheld(text)) {
            return Optional.empty();
        }
        try {
            var number = library.parse(text, HOME);
            if (library.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                return Optional.empty();
            }
            return Optional.of(new PhoneNumber(library.format(number, PhoneNumberFormat.E164)));
        } catch (NumberParseException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isWithheld(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WITHHELD_WORDS.stream().anyMatch(lower::contains)
                || WITHHELD_DIGITS.contains(lower.startsWith("+") ? lower.substring(1) : lower);
    }
}
