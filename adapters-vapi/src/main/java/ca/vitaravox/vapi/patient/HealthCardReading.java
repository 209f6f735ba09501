package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.patient.HealthCard;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.HealthNumber.Issuer;
import ca.vitaravox.ports.patient.ProvinceCode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A health card as it was read out, or what is wrong with it. */
sealed interface HealthCardReading {
    /** It is right. */
    record Right(HealthCard card) implements HealthCardReading {}

    /** It is wrong: in this argument, for this reason. */
    record Wrong(String field, String hint) implements HealthCardReading {}

    /** A number, with the version letters that some read out with it. */
    Pattern WITH_VERSION = Pattern.compile("([0-9]{10})([A-Z]{1,2})");

    /** The letters of an Ontarian version. */
    Pattern VERSION = Pattern.compile("[A-Z]{1,2}");

    /** Ten digits, as only some provinces give out. */
    Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");

    /**
     * Reads a card.
     *
     * @param said the number, its digits as digits
     * @param version the version, where it was said apart
     * @param province who issued it; where that was not said, as the check digits tell
     */
    static HealthCardReading of(String said, Optional<String> version, Optional<ProvinceCode> province) {
        String compact = compact(said);
        Matcher withVersion = WITH_VERSION.matcher(compact);
        boolean both = province.filter(issuer -> issuer != ProvinceCode.ON).isEmpty() && withVersion.matches();
        String number = both ? withVersion.group(1) : compact;
        Optional<String> letters = version.map(HealthCardReading::compact)
                .or(() -> both ? Optional.of(withVersion.group(2)) : Optional.empty());
        if (province.isPresent()) {
            return of(number, letters, province.get());
        }
        Optional<HealthNumber> ontarian = issued(number, letters.filter(fits()), Issuer.ONTARIO);
        Optional<HealthNumber> british = issued(number, Optional.empty(), Issuer.BRITISH_COLUMBIA);
        if (british.isPresent() && (letters.isEmpty() || ontarian.isEmpty())) {
            return of(number, letters, ProvinceCode.BC);
        }
        if (ontarian.isPresent()) {
            return of(number, letters, ProvinceCode.ON);
        }
        return TEN_DIGITS.matcher(number).matches()
                ? wrong("is neither a British Columbian nor an Ontarian number: have it repeated, or pass province")
                : other(number, Optional.empty());
    }

    private static HealthCardReading of(String number, Optional<String> version, ProvinceCode province) {
        return switch (province) {
            case BC ->
                issued(number, Optional.empty(), Issuer.BRITISH_COLUMBIA)
                        .map(known -> right(known, province))
                        .orElseGet(() -> wrong("is no British Columbian number: 10 digits, the first a 9"));
            case ON -> ontarian(number, version);
            default -> other(number, Optional.of(province));
        };
    }

    private static HealthCardReading ontarian(String number, Optional<String> version) {
        if (issued(number, Optional.empty(), Issuer.ONTARIO).isEmpty()) {
            return wrong("is no Ontarian number: 10 digits, then the version code");
        }
        return version.filter(fits()).isEmpty()
                ? new Wrong(
                        "health_number_version",
                        "health_number_version is the one or two letters after an Ontarian number; of another"
                                + " province's card pass province")
                : right(new HealthNumber(number, version, Issuer.ONTARIO), ProvinceCode.ON);
    }

    private static HealthCardReading other(String number, Optional<ProvinceCode> province) {
        return issued(number, Optional.empty(), Issuer.OTHER)
                .<HealthCardReading>map(known -> new Right(new HealthCard(known, province)))
                .orElseGet(() -> wrong("is no health card number: 4 to 20 digits or letters"));
    }

    private static HealthCardReading right(HealthNumber number, ProvinceCode province) {
        return new Right(new HealthCard(number, Optional.of(province)));
    }

    private static HealthCardReading wrong(String hint) {
        return new Wrong("health_number", "health_number " + hint);
    }

    private static Predicate<String> fits() {
        return VERSION.asMatchPredicate();
    }

    private static Optional<HealthNumber> issued(String number, Optional<String> version, Issuer issuer) {
        try {
            return Optional.of(new HealthNumber(number, version, issuer));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static String compact(String said) {
        return said.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }
}
