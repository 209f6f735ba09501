package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What the model is told of its work. Its date and time are the platform's to fill in, in the clinic's zone. */
final class Prompt {
    /** What the model is told when a tool gave no answer at all. */
    static final String TOOL_FAILED = "The clinic's system gave no answer. Apologise, do not say that anything was"
            + " booked, changed or cancelled, and offer to try once more.";

    private static final String TEXT = read();

    private Prompt() {}

    /** The prompt for a clinic's call that begins in a language. */
    static String of(Clinic clinic, Language language) {
        String languages = clinic.languages().stream()
                .map(each -> Manner.of(each).name() + " (" + each.code() + ")")
                .collect(Collectors.joining(", "));
        return TEXT.replace("$clinic", plain(clinic.name(), 200))
                .replace("$phone", clinic.phone().e164())
                .replace("$zone", clinic.zone().getId())
                .replace("$languages", languages)
                .replace("$language", Manner.of(language).name());
    }

    /** A clinic's own words, without what the platform's templates would take for a command. */
    static String plain(String words, int longest) {
        String plain = words.replaceAll("[{}%\\p{Cc}]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest)).strip();
    }

    private static String read() {
        try (InputStream in = Prompt.class.getResourceAsStream("prompt.txt")) {
            if (in == null) {
                throw new IllegalStateException("prompt.txt is missing beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
