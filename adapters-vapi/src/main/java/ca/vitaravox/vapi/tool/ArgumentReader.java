package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.ports.patient.EmailAddress;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.vapi.speech.DateWords;
import ca.vitaravox.vapi.speech.SpokenDigits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads arguments in form: checks them against the schema, then turns texts into what they mean. Thread-safe. */
final class ArgumentReader {
    private static final int OLDEST_YEARS = 120;
    private static final Pattern MADE_UP = Pattern.compile("\\+1(?:[01].*|...[01].*|(\\d)\\1{9})|\\+(\\d)\\2+");
    /** What says nothing, and is as if it were not there. */
    private static final Object NOTHING = "";

    private final PhoneNumbers phoneNumbers;

    ArgumentReader(PhoneNumbers phoneNumbers) {
        this.phoneNumbers = phoneNumbers;
    }

    /**
     * The arguments, or the first thing that is wrong with them.
     *
     * @param inForm as {@link ArgumentForms} leaves them
     * @param today the day at the clinic; asked only for dates
     */
    Reading read(Declared tool, ObjectNode inForm, Supplier<LocalDate> today) {
        Optional<Problem> misfit = Misfits.first(tool, inForm);
        if (misfit.isPresent()) {
            return new Reading.Wrong(misfit.get());
        }
        Map<String, Object> values = new HashMap<>();
        for (String name : tool.names()) {
            if (inForm.has(name)) {
                Object value = value(tool.reads(name), name, inForm.get(name), today);
                if (value instanceof Problem problem) {
                    return new Reading.Wrong(problem);
                }
                if (value != NOTHING) {
                    values.put(name, value);
                } else if (tool.required().contains(name)) {
                    return new Reading.Wrong(Misfits.missing(name));
                }
            }
        }
        return new Reading.Right(new Arguments(values));
    }

    /** What an argument means, or the {@link Problem} with it, or {@link #NOTHING}. */
    private Object value(Reads reads, String name, JsonNode came, Supplier<LocalDate> today) {
        return switch (reads) {
            case TEXT, WEEKDAYS, PART_OF_DAY, SEX, RELATIONSHIP -> plain(came);
            case NOTE -> record(came, Lines.NOTE);
            case SUMMARY -> record(came, Lines.SUMMARY);
            case DAY -> day(name, came.textValue(), today.get());
            case BIRTH_DATE -> birthDate(name, came.textValue(), today.get());
            case PHONE -> phone(name, came.textValue());
            case HEALTH_NUMBER ->
                or(
                        HealthNumber.of(SpokenDigits.of(came.textValue())),
                        name,
                        " is no health card number: 4 to 20 digits or letters");
            case PROVINCE -> or(PersonWords.province(came.textValue()), name, " is one of " + PersonWords.provinces());
            case EMAIL -> or(EmailAddress.of(came.textValue()), name, " is no e-mail address, as in name@example.com");
            case ADDRESS -> Addresses.read(name, came);
        };
    }

    private static Object record(JsonNode came, int most) {
        String text = Lines.forRecord(came.textValue(), most);
        return text.isEmpty() ? NOTHING : text;
    }

    /** Words without digits ({@code anonymous}, {@code the same}, {@code this one}) are no number that was said. */
    private Object phone(String name, String said) {
        String digits = SpokenDigits.of(said);
        if (digitsIn(said) == 0 && digitsIn(digits) < 2) {
            return NOTHING;
        }
        Optional<PhoneNumber> number = phoneNumbers.parse(digits).filter(each -> !isMadeUp(each));
        return or(number, name, " is no telephone number: pass the digits the caller said, with the area code");
    }

    private static long digitsIn(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    /** What models write where they know no number: no area code or exchange begins with 0 or 1, nor is all one digit. */
    private static boolean isMadeUp(PhoneNumber number) {
        return MADE_UP.matcher(number.e164()).matches();
    }

    private static Object plain(JsonNode came) {
        if (came.isArray()) {
            List<String> words = new ArrayList<>();
            came.forEach(word -> words.add(word.textValue()));
            return List.copyOf(words);
        }
        return came.isTextual() ? came.textValue() : came.isBoolean() ? (Object) came.booleanValue() : came.intValue();
    }

    /** Yesterday is today: a model that reckons in another zone is a day behind. */
    private static Object day(String name, String said, LocalDate today) {
        if (TimeWords.isAny(said)) {
            return NOTHING;
        }
        Optional<LocalDate> day = DateWords.day(said, today);
        String hint = "; today is " + today;
        if (day.isEmpty()) {
            return new Problem(name, name + " is no day that could be told: pass YYYY-MM-DD" + hint);
        }
        if (day.get().isBefore(today.minusDays(1))) {
            return new Problem(name, name + " is past" + hint);
        }
        return day.get().isBefore(today) ? today : day.get();
    }

    private static Object birthDate(String name, String said, LocalDate today) {
        Optional<LocalDate> date = DateWords.birthDate(said, today);
        if (date.isEmpty()) {
            return new Problem(
                    name, name + " is no single date: pass YYYY-MM-DD, asking which number is the month if need be");
        }
        if (date.get().isAfter(today)) {
            return new Problem(name, name + " lies in the future");
        }
        if (date.get().isBefore(today.minusYears(OLDEST_YEARS))) {
            return new Problem(name, name + " is over " + OLDEST_YEARS + " years ago");
        }
        return date.get();
    }

    private static Object or(Optional<?> value, String name, String hint) {
        return value.isPresent() ? value.get() : new Problem(name, name + hint);
    }

    /** Arguments, or what is wrong with them. */
    sealed interface Reading {
        /** They fit. */
        record Right(Arguments arguments) implements Reading {}

        /** They do not. */
        record Wrong(Problem problem) implements Reading {}
    }
}
