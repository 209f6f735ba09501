package ca.vitaravox.server.web.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody wants pages to be in this browser: their choice, kept in a cookie for a year; else, for the language, what
 * the browser asks for, and for the theme what the system has.
 *
 * @param texts in which language
 * @param theme {@code light}, {@code dark}, or {@code auto} as the system has it
 */
public record Preferences(Texts texts, String theme) {
    private static final String LANGUAGE = "vitaravox_language";
    private static final String THEME = "vitaravox_theme";
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");
    private static final int YEAR = 365 * 24 * 60 * 60;

    /** Those of a request. */
    public static Preferences of(Context context) {
        Texts texts = chosen(context.cookie(LANGUAGE)).orElseGet(() -> asked(context.header("Accept-Language")));
        String theme = Optional.ofNullable(context.cookie(THEME))
                .filter(THEMES::contains)
                .orElse("auto");
        return new Preferences(texts, theme);
    }

    private static Optional<Texts> chosen(String language) {
        return "fr".equals(language)
                ? Optional.of(Texts.FRENCH)
                : "en".equals(language) ? Optional.of(Texts.ENGLISH) : Optional.empty();
    }

    private static Texts asked(String header) {
        try {
            List<Locale.LanguageRange> ranges = header == null ? List.of() : Locale.LanguageRange.parse(header);
            String best = Locale.lookupTag(ranges, List.of("en", "fr"));
            return "fr".equals(best) ? Texts.FRENCH : Texts.ENGLISH;
        } catch (IllegalArgumentException strange) {
            return Texts.ENGLISH;
        }
    }

    /** Keeps what the form of a request chose. */
    public static void choose(Context context) {
        chosen(context.formParam("language")).ifPresent(texts -> keep(context, LANGUAGE, texts.language()));
        Optional.ofNullable(context.formParam("theme"))
                .filter(THEMES::contains)
                .ifPresent(theme -> keep(context, THEME, theme));
    }

    private static void keep(Context context, String name, String value) {
        context.cookie(new Cookie(name, value, "/", YEAR, false, true, null, SameSite.STRICT));
    }
}
