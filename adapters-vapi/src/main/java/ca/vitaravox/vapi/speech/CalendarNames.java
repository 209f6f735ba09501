package ca.vitaravox.vapi.speech;

import ca.vitaravox.ports.clinic.Language;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.Month;

/**
 * The names of months and weekdays, from ICU's copy of CLDR: the JDK's differ from one version to the next. Immutable,
 * thread-safe.
 */
final class CalendarNames {
    private static final String[][] MONTHS = new String[Language.values().length][];
    private static final String[][] WEEKDAYS = new String[Language.values().length][];

    static {
        for (Language language : Language.values()) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(language.code()));
            // the abbreviated Chinese month is 9月, the wide one 九月
            int width = language == Language.CHINESE ? DateFormatSymbols.ABBREVIATED : DateFormatSymbols.WIDE;
            MONTHS[language.ordinal()] = symbols.getMonths(DateFormatSymbols.FORMAT, width);
            WEEKDAYS[language.ordinal()] = symbols.getWeekdays(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
        }
    }

    private CalendarNames() {}

    /** {@code September}, {@code septembre}, {@code 9月}. */
    static String month(Language language, Month month) {
        return MONTHS[language.ordinal()][month.ordinal()];
    }

    /** {@code Tuesday}, {@code mardi}, {@code 星期二}. */
    static String weekday(Language language, DayOfWeek day) {
        // ICU counts from Sunday, which is 1
        return WEEKDAYS[language.ordinal()][day.getValue() % 7 + 1];
    }
}
