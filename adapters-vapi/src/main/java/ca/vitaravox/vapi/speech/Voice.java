package ca.vitaravox.vapi.speech;

import ca.vitaravox.ports.clinic.Language;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Speaks one language: sentences, days, times and lists, ready to be read aloud. Immutable, thread-safe. */
public final class Voice {
    private static final Map<Language, Voice> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Voice(language));
        }
    }

    private final Language language;
    private final Sentences sentences;
    private final ListFormatter either;

    private Voice(Language language) {
        this.language = language;
        this.sentences = Sentences.of(language);
        this.either = ListFormatter.getInstance(
                ULocale.forLanguageTag(language.code()), ListFormatter.Type.OR, ListFormatter.Width.WIDE);
    }

    /** The voice of that language. */
    public static Voice of(Language language) {
        return ALL.get(language);
    }

    /** The language it speaks. */
    public Language language() {
        return language;
    }

    /**
     * A sentence.
     *
     * @param values what it is about, in the order of {@link Phrase#about()}; text is taken as it is
     * @throws IllegalArgumentException if there are more or fewer of them than that
     */
    public String say(Phrase phrase, Object... values) {
        return sentences.say(phrase, values);
    }

    /** {@code Tuesday, September 15}, {@code mardi 15 septembre}, {@code 九月十五日星期二}. */
    public String day(LocalDate day) {
        return SpokenTime.day(language, day, false);
    }

    /**
     * {@code Tuesday, September 15 at 9:30 AM}, {@code mardi 15 septembre à 9 h 30}, {@code 九月十五日星期二上午九点半}: by
     * the clocks of the time's own zone.
     */
    public String moment(ZonedDateTime when) {
        return moment(when, false);
    }

    /** The same with its year, for what is long ago or far off. */
    public String momentWithYear(ZonedDateTime when) {
        return moment(when, true);
    }

    private String moment(ZonedDateTime when, boolean withYear) {
        String day = SpokenTime.day(language, when.toLocalDate(), withYear);
        return SpokenTime.moment(language, day, SpokenTime.time(language, when.toLocalTime()));
    }

    /** {@code one, another, or a third}. */
    public String either(List<String> names) {
        return either.format(names);
    }
}
