package ca.vitaravox.server.access;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of a query, each of which may be missing; what does not fit is a {@link Problem} naming it. */
public final class Query {
    private static final int LONGEST = 600;

    private final Exchange exchange;

    Query(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A text that makes a value. */
    public <T> Optional<T> value(String name, Function<String, T> form) {
        Optional<String> asked = exchange.query(name);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String text = asked.get();
        if (text.length() > LONGEST) {
            throw Problem.parameter(name, "is too long");
        }
        try {
            return Optional.of(form.apply(text));
        } catch (IllegalArgumentException refused) {
            throw Problem.parameter(name, refused.getMessage());
        } catch (DateTimeException noTime) {
            throw Problem.parameter(name, "is not a date (2026-12-25) or a moment (2026-12-25T17:30:00Z)");
        }
    }

    /** One of the constants, in lower case. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return value(
                name,
                word -> Words.constant(type, word).orElseThrow(() -> new IllegalArgumentException(Words.none(type))));
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> number(String name, int least, int most) {
        return value(name, text -> {
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException("is a number from " + least + " to " + most);
            }
            return Integer.parseInt(text);
        });
    }
}
