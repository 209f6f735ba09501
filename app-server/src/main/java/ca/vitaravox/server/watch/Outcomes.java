package ca.vitaravox.server.watch;

import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** How an operation ended, in a word: few words for each operation, and never what it was about. */
final class Outcomes {
    /** The word of a class, made once: every operation under watch asks for it. */
    private static final ClassValue<String> WORDS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return snake(type.getSimpleName());
        }
    };

    private Outcomes() {}

    static String of(Object result) {
        if (result == null) {
            return "done";
        }
        if (result instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (result instanceof Optional<?> found) {
            return found.isPresent() ? "found" : "none";
        }
        if (result instanceof Collection<?> all) {
            return all.isEmpty() ? "none" : "found";
        }
        if (result instanceof HoldLedger.Offer offer) {
            return offer.slots().isEmpty() ? "none" : offer.held() ? "held" : "offered";
        }
        if (result instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
        return WORDS.get(result.getClass());
    }

    static String of(Throwable thrown) {
        return thrown instanceof EmrUnavailableException ? "unavailable" : "broken";
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
