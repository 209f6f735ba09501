package ca.vitaravox.vapi.tool;

import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What to ask the caller when an argument is missing or wrong. */
final class Questions {
    /** By field, or by tool and field where the tool makes a difference. */
    private static final Map<String, Question> BY_FIELD = Map.ofEntries(
            ask("transfer_call.reason", Phrase.ASK_WHAT_ABOUT, Next.CONFIRM_WITH_CALLER),
            ask("transfer_call.summary", Phrase.ASK_MESSAGE, Next.TAKE_MESSAGE),
            ask("callback_number", Phrase.ASK_CALLBACK_NUMBER, Next.TAKE_MESSAGE),
            ask("first_name", Phrase.ASK_FIRST_NAME, Next.ASK_FIRST_NAME),
            ask("last_name", Phrase.ASK_FULL_NAME, Next.ASK_FULL_NAME),
            ask("patient_id", Phrase.IDENTITY_NOT_VERIFIED, Next.ASK_FULL_NAME),
            ask("date_of_birth", Phrase.ASK_DATE_OF_BIRTH, Next.ASK_DATE_OF_BIRTH),
            ask("health_number", Phrase.ASK_HEALTH_NUMBER, Next.CONFIRM_WITH_CALLER),
            ask("health_number_version", Phrase.ASK_HEALTH_NUMBER, Next.CONFIRM_WITH_CALLER),
            ask("province", Phrase.ASK_PROVINCE, Next.CONFIRM_WITH_CALLER),
            ask("sex", Phrase.ASK_SEX, Next.CONFIRM_WITH_CALLER),
            ask("email", Phrase.ASK_EMAIL, Next.CONFIRM_WITH_CALLER),
            ask("address", Phrase.ASK_ADDRESS, Next.CONFIRM_WITH_CALLER),
            ask("consent", Phrase.ASK_YES_OR_NO, Next.CONFIRM_WITH_CALLER),
            ask("phone", Phrase.ASK_PHONE, Next.CONFIRM_WITH_CALLER),
            ask("relationship", Phrase.ASK_RELATIONSHIP, Next.CONFIRM_WITH_CALLER),
            ask("slot_id", Phrase.SLOT_UNKNOWN, Next.OFFER_SLOTS),
            ask("appointment_id", Phrase.ASK_APPOINTMENT, Next.CONFIRM_WITH_CALLER),
            ask("earliest_date", Phrase.ASK_DAY, Next.CONFIRM_WITH_CALLER),
            ask("latest_date", Phrase.ASK_DAY, Next.CONFIRM_WITH_CALLER),
            ask("date", Phrase.ASK_DAY, Next.CONFIRM_WITH_CALLER),
            ask("part_of_day", Phrase.ASK_TIME_OF_DAY, Next.CONFIRM_WITH_CALLER),
            ask("weekdays", Phrase.ASK_TIME_OF_DAY, Next.CONFIRM_WITH_CALLER),
            ask("visit_type", Phrase.ASK_VISIT_TYPE, Next.CONFIRM_WITH_CALLER),
            ask("provider_id", Phrase.ASK_PROVIDER, Next.CONFIRM_WITH_CALLER),
            ask("provider_name", Phrase.ASK_PROVIDER, Next.CONFIRM_WITH_CALLER),
            ask("name", Phrase.ASK_PROVIDER, Next.CONFIRM_WITH_CALLER),
            ask("confirmed", Phrase.ASK_YES_OR_NO, Next.CONFIRM_WITH_CALLER),
            ask("another", Phrase.ASK_YES_OR_NO, Next.CONFIRM_WITH_CALLER));
    /** What the caller knows nothing of: the model corrects itself. */
    private static final Question OF_THE_MODEL = new Question(Phrase.ONE_MOMENT, Next.CALL_AGAIN);

    private Questions() {}

    /** The refusal: it names the field and says what to ask. */
    static ToolResult refusal(String tool, Problem problem, Voice voice, Supplier<LocalDate> today) {
        Question question = Optional.ofNullable(BY_FIELD.get(tool + "." + problem.field()))
                .orElse(BY_FIELD.getOrDefault(problem.field(), OF_THE_MODEL));
        String say = question.phrase == Phrase.ASK_DAY
                ? voice.say(Phrase.ASK_DAY, voice.day(today.get()))
                : voice.say(question.phrase);
        return Draft.refusal(Code.INVALID_ARGUMENT, say)
                .next(question.next)
                .with("field", problem.field())
                .with("hint", problem.hint())
                .result();
    }

    private static Map.Entry<String, Question> ask(String field, Phrase phrase, Next next) {
        return Map.entry(field, new Question(phrase, next));
    }

    private record Question(Phrase phrase, Next next) {}
}
