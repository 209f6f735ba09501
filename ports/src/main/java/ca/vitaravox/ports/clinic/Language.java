package ca.vitaravox.ports.clinic;

import java.util.Locale;
import java.util.Optional;

/** A language a call can be held in. */
public enum Language {
    /** English as spoken in Canada. */
    ENGLISH("en"),
    /** French as spoken in Canada. */
    FRENCH("fr"),
    /** Mandarin Chinese, simplified characters. */
    CHINESE("zh");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The ISO 639-1 code: {@code en}, {@code fr} or {@code zh}. */
    public String code() {
        return code;
    }

    /**
     * Reads a language tag by its first part, so that {@code fr-CA} and {@code FR} are French.
     *
     * @return empty for a language calls cannot be held in
     */
    public static Optional<Language> of(String tag) {
        String first = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        for (Language language : values()) {
            if (language.code.equals(first)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
