package ca.vitaravox.ports.task;

import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller left for staff. Its text is hidden: it is personal.
 *
 * @param caller the calling number; empty when withheld
 * @param callBack the number to call back, where one is known
 * @param reason what it is about, in a word ({@code billing}), 1 to 40 lower-case letters and underscores
 * @param text in the caller's or the assistant's words, on one line, 1 to {@link #LONGEST} characters
 */
public record Message(
        Optional<PhoneNumber> caller, Optional<PhoneNumber> callBack, String reason, Optional<String> text) {
    /** The longest text, in characters. */
    public static final int LONGEST = 2_000;

    private static final Pattern REASON = Pattern.compile("[a-z_]{1,40}");

    /** Refuses a reason or a text that is not of the form above. */
    public Message {
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("a message's reason is 1 to 40 lower-case letters and underscores");
        }
        if (text.filter(words -> words.isBlank() || words.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("a message's text is not blank and at most 2,000 characters long");
        }
    }

    @Override
    public String toString() {
        return "Message[" + reason + "]";
    }
}
