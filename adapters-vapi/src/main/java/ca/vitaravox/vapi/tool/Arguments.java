package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.EmailAddress;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.PostalAddress;
import ca.vitaravox.ports.patient.ProvinceCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The arguments of a tool call, valid and typed as the catalogue declares them. Whoever asks for one by a name or a
 * type that the catalogue does not declare gets a {@link ClassCastException}, or nothing. Immutable.
 */
public final class Arguments {
    private final Map<String, Object> values;

    Arguments(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** Whether it was passed. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text, on one line and not blank. */
    public Optional<String> text(String name) {
        return value(String.class, name);
    }

    /** A text that must be there. */
    public String needed(String name) {
        return text(name).orElseThrow();
    }

    /** A flag. */
    public Optional<Boolean> flag(String name) {
        return value(Boolean.class, name);
    }

    /** Whether a flag was passed and is true. */
    public boolean isTrue(String name) {
        return flag(name).orElse(false);
    }

    /** A whole number. */
    public Optional<Integer> number(String name) {
        return value(Integer.class, name);
    }

    /** A day. */
    public Optional<LocalDate> date(String name) {
        return value(LocalDate.class, name);
    }

    /** A telephone number. */
    public Optional<PhoneNumber> phone(String name) {
        return value(PhoneNumber.class, name);
    }

    /** A health number. */
    public Optional<HealthNumber> healthNumber(String name) {
        return value(HealthNumber.class, name);
    }

    /** A province or territory. */
    public Optional<ProvinceCode> province(String name) {
        return value(ProvinceCode.class, name);
    }

    /** An e-mail address. */
    public Optional<EmailAddress> email(String name) {
        return value(EmailAddress.class, name);
    }

    /** A postal address. */
    public Optional<PostalAddress> address(String name) {
        return value(PostalAddress.class, name);
    }

    /** One of a few words, which are the names of the constants in lower case. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type, String name) {
        return text(name).map(word -> constant(type, word));
    }

    /** Some of a few words; none if it was not passed. */
    public <E extends Enum<E>> Set<E> choices(Class<E> type, String name) {
        return value(List.class, name).stream()
                .flatMap(words -> Arrays.stream(words.toArray()))
                .map(word -> constant(type, (String) word))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * An id.
     *
     * @param form makes the id of its text, or refuses it with an {@link IllegalArgumentException}
     * @return empty if none was passed, or if it is not of the form, so that it cannot be one of ours
     */
    public <I> Optional<I> id(String name, Function<String, I> form) {
        try {
            return text(name).map(form);
        } catch (IllegalArgumentException invented) {
            return Optional.empty();
        }
    }

    private <V> Optional<V> value(Class<V> type, String name) {
        return Optional.ofNullable(type.cast(values.get(name)));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
