package ca.vitaravox.server.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What pages say, in one language. Immutable. */
public final class Texts {
    /** The bundles there are: one for each part of the application, all of them in both languages. */
    static final List<String> BUNDLES =
            List.of("common", "access", "clinic", "setup", "day", "trial", "emr", "connection", "told", "audit");

    /** In English, as it is written in Canada. */
    public static final Texts ENGLISH = new Texts(Locale.CANADA);

    /** In French, as it is written in Canada. */
    public static final Texts FRENCH = new Texts(Locale.CANADA_FRENCH);

    private final Locale locale;
    private final Map<String, String> texts = new HashMap<>();

    private Texts(Locale locale) {
        this.locale = locale;
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "ca.vitaravox.server.web.texts." + name,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> {
                if (texts.put(key, bundle.getString(key)) != null) {
                    throw new IllegalStateException("two bundles say " + key);
                }
            });
        }
    }

    /** {@code en} or {@code fr}. */
    public String language() {
        return locale.getLanguage();
    }

    /** All keys. */
    public java.util.Set<String> keys() {
        return java.util.Set.copyOf(texts.keySet());
    }

    /** Whether there is something to say. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * A text, with each {@code {0}}, {@code {1}}, … replaced.
     *
     * @throws MissingResourceException if there is none
     */
    public String text(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("nothing is said for " + key, Texts.class.getName(), key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** A text about so many: {@code key.one} or {@code key.many}, as the language counts. */
    public String count(String key, long number) {
        boolean one = number == 1 || number == 0 && language().equals("fr");
        return text(key + (one ? ".one" : ".many"), number);
    }

    /** A day, such as <i>Mar 2, 2026</i>. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    /** A day of a week, such as <i>Mon, Mar 2</i>. */
    public String weekday(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(language().equals("fr") ? "EEE d MMM" : "EEE, MMM d", locale));
    }

    /** A moment as the clocks there show it. */
    public String moment(Instant moment, ZoneId zone) {
        return moment.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale));
    }
}
