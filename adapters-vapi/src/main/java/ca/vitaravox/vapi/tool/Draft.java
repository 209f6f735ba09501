package ca.vitaravox.vapi.tool;

import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer being written: what is said first, then what is to be done next, then the tool's own fields. It cannot
 * become a {@link ToolResult} that is too long. For one thread.
 */
public final class Draft {
    /** A result has fewer characters than this. */
    public static final int TOO_LONG = 1_000;

    private final Optional<Code> code;
    private final String say;
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private Optional<Next> next;

    private Draft(Optional<Code> code, String say, Optional<Next> next) {
        this.code = code;
        this.say = say;
        this.next = next;
    }

    /** A success that says this. */
    public static Draft success(String say) {
        return new Draft(Optional.empty(), say, Optional.empty());
    }

    /** A refusal that says this; the model does about it what it usually does about such. */
    public static Draft refusal(Code code, String say) {
        return new Draft(Optional.of(code), say, Optional.of(code.next()));
    }

    /** A refusal about which there is nothing more to say. */
    public static Draft refusal(Code code, Voice voice) {
        return refusal(code, voice.say(code.phrase()));
    }

    /** The refusal of what is for verified patients only. */
    public static Draft unverified(Voice voice) {
        return refusal(Code.IDENTITY_NOT_VERIFIED, voice.say(Phrase.VERIFY_FIRST))
                .next(Next.ASK_DATE_OF_BIRTH);
    }

    /** What the model is to do next. */
    public Draft next(Next todo) {
        next = Optional.of(todo);
        return this;
    }

    /** Adds a field. */
    public Draft with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a field. */
    public Draft with(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a field. */
    public Draft with(String name, int value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a field. */
    public Draft with(String name, JsonNode value) {
        fields.set(name, value);
        return this;
    }

    /**
     * The answer.
     *
     * @throws IllegalStateException if it is too long: whoever drafts lists must cut them
     */
    public ToolResult result() {
        ToolResult result = compose();
        if (!isShort(result)) {
            throw new IllegalStateException("an answer of " + result.json().length() + " characters");
        }
        return result;
    }

    /** The answer, if it is not too long. */
    public Optional<ToolResult> ifShort() {
        return Optional.of(compose()).filter(Draft::isShort);
    }

    /**
     * The answer that tells most of a list.
     *
     * @param items what could be told, the most important first
     * @param limit how many of them at most
     * @param more whether there is more than these, so that even all of them are not everything
     * @param draft drafts the answer that tells some first part of the list
     * @return the answer for the longest part that is short enough, with {@code "more":true} if it is not everything
     */
    public static <T> ToolResult most(List<T> items, int limit, boolean more, Function<List<T>, Draft> draft) {
        for (int told = Math.min(items.size(), limit); told > 0; told--) {
            Optional<ToolResult> result = part(items, told, more, draft).ifShort();
            if (result.isPresent()) {
                return result.get();
            }
        }
        return part(items, 0, more, draft).result();
    }

    private static <T> Draft part(List<T> items, int told, boolean more, Function<List<T>, Draft> draft) {
        Draft some = draft.apply(items.subList(0, told));
        return more || told < items.size() ? some.with("more", true) : some;
    }

    private ToolResult compose() {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("say", say);
        next.ifPresent(todo -> all.put("next", todo.wireName()));
        all.setAll(fields);
        return code.map(refused -> ToolResult.refused(refused, all)).orElseGet(() -> ToolResult.success(all));
    }

    private static boolean isShort(ToolResult result) {
        return result.json().length() < TOO_LONG;
    }
}
