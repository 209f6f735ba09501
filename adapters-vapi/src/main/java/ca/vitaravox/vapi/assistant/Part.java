package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import java.util.List;

/**
 * The part of a clinic's calls that one assistant takes.
 *
 * @param language what it speaks
 * @param opens whether it answers the call, and does not take it over from another
 * @param others the languages whose callers it hands over
 */
public record Part(Language language, boolean opens, List<Language> others) {
    /** Copies the list. */
    public Part {
        others = List.copyOf(others);
    }

    /** Answering the clinic's calls that begin in a language. */
    static Part opening(Clinic clinic, Language language) {
        return new Part(language, true, others(clinic, language));
    }

    /** Going on in a language, in calls that another assistant answered. */
    static Part continuing(Clinic clinic, Language language) {
        return new Part(language, false, others(clinic, language));
    }

    private static List<Language> others(Clinic clinic, Language language) {
        return clinic.languages().stream().filter(each -> each != language).toList();
    }

    /** What it is called among the clinic's: {@code assistant/en}, {@code assistant/en/opening}. */
    public String name() {
        return "assistant/" + language.code() + (opens ? "/opening" : "");
    }
}
