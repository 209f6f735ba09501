package ca.vitaravox.vapi.patient;

import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.ToolResult;
import java.util.Locale;

/**
 * The answer to a search for the caller's chart. Nothing is in it that the caller did not say.
 *
 * @param voice says it
 * @param nobody what is said when nothing agrees
 * @param byPhone whether the answer tells how many charts the number matches
 */
record LookupAnswer(Voice voice, Phrase nobody, boolean byPhone) {
    /** The answer to this result. */
    ToolResult to(LookupResult result) {
        if (result instanceof LookupResult.Identified identified) {
            return answer(Phrase.PATIENT_FOUND, true, identified.several() ? "several" : "one")
                    .with("patient_id", identified.patient().value())
                    .with("level", identified.level().name().toLowerCase(Locale.ROOT))
                    .result();
        }
        if (result instanceof LookupResult.FirstNameNeeded needed) {
            return answer(Phrase.ASK_FIRST_NAME, true, needed.several() ? "several" : "one")
                    .next(Next.ASK_FIRST_NAME)
                    .result();
        }
        if (result instanceof LookupResult.FullNameNeeded) {
            return answer(Phrase.ASK_FULL_NAME, false, "none")
                    .next(Next.ASK_FULL_NAME)
                    .result();
        }
        if (result instanceof LookupResult.SecondFactorNeeded) {
            return answer(Phrase.ASK_DATE_OF_BIRTH, false, "none")
                    .next(Next.ASK_DATE_OF_BIRTH)
                    .result();
        }
        if (result instanceof LookupResult.NotFound) {
            return answer(nobody, false, "none").next(Next.ASK_FULL_NAME).result();
        }
        if (result instanceof LookupResult.TooManyAttempts) {
            return Draft.refusal(Code.TOO_MANY_ATTEMPTS, voice).result();
        }
        if (result instanceof LookupResult.EmrUnavailable) {
            return Draft.refusal(Code.EMR_UNAVAILABLE, voice).result();
        }
        throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
    }

    private Draft answer(Phrase say, boolean found, String matches) {
        Draft draft = Draft.success(voice.say(say)).with("found", found);
        return byPhone ? draft.with("matches", matches) : draft;
    }
}
