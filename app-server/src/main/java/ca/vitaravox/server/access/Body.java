package ca.vitaravox.server.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A JSON object that was sent, read field by field; what does not fit is a {@link Problem} that points at it (RFC 6901).
 * What the values of the house refuse is refused in their words. Not thread-safe.
 */
public final class Body {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_ITEMS = 100;

    private final JsonNode fields;
    private final String pointer;
    private final Set<String> asked = new HashSet<>();
    private final List<Body> within = new ArrayList<>();

    private Body(JsonNode fields, String pointer) {
        this.fields = fields;
        this.pointer = pointer;
    }

    /** The body of a request. */
    static Body of(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        if (!type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            throw Problem.of(415, "NOT_JSON", "The body is sent as application/json.");
        }
        try {
            JsonNode read = JSON.readTree(context.body());
            if (read != null && read.isObject()) {
                return new Body(read, "");
            }
        } catch (JsonProcessingException malformed) {
            throw Problem.of(400, "MALFORMED", "The body is not JSON.");
        }
        throw Problem.of(400, "MALFORMED", "The body is not a JSON object.");
    }

    /** One that a page made of a form. */
    static Body of(ObjectNode made) {
        return new Body(made, "");
    }

    /** The whole of it; a field that nobody asked for is refused, so that a misspelt one is not lost. */
    <T> T whole(Function<Body, T> form) {
        T made = form.apply(this);
        refuseUnasked();
        return made;
    }

    private void refuseUnasked() {
        fields.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw Problem.field(place(name.matches("\\w{1,40}") ? name : ""), "is no field of this");
            }
        });
        within.forEach(Body::refuseUnasked);
    }

    private String place(String field) {
        return (pointer + "/" + field).substring(1);
    }

    private JsonNode field(String field) {
        asked.add(field);
        return fields.path(field);
    }

    private static boolean isMissing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** A refusal of a field. */
    public Problem refusal(String field, String detail) {
        return Problem.field(place(field), detail);
    }

    /** Makes something of several fields; if that is refused, it is for {@code field}. */
    public <T> T made(String field, Supplier<T> form) {
        try {
            return form.get();
        } catch (IllegalArgumentException refused) {
            throw refusal(field, refused.getMessage());
        }
    }

    /** A text that must be there. */
    public String text(String field) {
        return someText(field).orElseThrow(() -> refusal(field, "is missing"));
    }

    /** A text that may be there; null counts as missing. */
    public Optional<String> someText(String field) {
        JsonNode value = field(field);
        if (isMissing(value)) {
            return Optional.empty();
        }
        return Optional.of(text(field, value));
    }

    private String text(String field, JsonNode value) {
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw refusal(field, "is not a text of at most " + LONGEST_TEXT + " characters");
        }
        return value.textValue();
    }

    /** A line that must be there: 1 to {@code longest} printable characters, stripped. */
    public String line(String field, int longest) {
        return someLine(field, longest).orElseThrow(() -> refusal(field, "is missing"));
    }

    /** Such a line that may be there. */
    public Optional<String> someLine(String field, int longest) {
        return someText(field).map(String::strip).map(line -> {
            if (line.isEmpty() || line.length() > longest || line.chars().anyMatch(Character::isISOControl)) {
                throw refusal(field, "has 1 to " + longest + " printable characters");
            }
            return line;
        });
    }

    /** A text that makes a value; the value's own refusal is the detail. */
    public <T> T value(String field, Function<String, T> form) {
        return formed(field, text(field), form);
    }

    /** A text that may be there, and makes a value then. */
    public <T> Optional<T> someValue(String field, Function<String, T> form) {
        return someText(field).map(text -> formed(field, text, form));
    }

    private <T> T formed(String field, String text, Function<String, T> form) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException refused) {
            throw refusal(field, refused.getMessage());
        } catch (DateTimeException noTime) {
            throw refusal(field, "is not a date (2026-12-25), time of day (17:30) or zone (America/Vancouver)");
        }
    }

    /** One of the constants, in lower case. */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        return constant(field, text(field), type);
    }

    /** One of the constants, in lower case, that may be there. */
    public <E extends Enum<E>> Optional<E> someConstant(String field, Class<E> type) {
        return someText(field).map(text -> constant(field, text, type));
    }

    private <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
        return Words.constant(type, text).orElseThrow(() -> refusal(field, Words.none(type)));
    }

    /** True or false. */
    public boolean flag(String field) {
        JsonNode value = field(field);
        if (!value.isBoolean()) {
            throw refusal(field, "is neither true nor false");
        }
        return value.booleanValue();
    }

    /** True or false, if it is there. */
    public Optional<Boolean> someFlag(String field) {
        return isMissing(field(field)) ? Optional.empty() : Optional.of(flag(field));
    }

    /** A whole number within bounds, both included. */
    public int number(String field, int least, int most) {
        return someNumber(field, least, most).orElseThrow(() -> refusal(field, "is missing"));
    }

    /** Such a number that may be there. */
    public Optional<Integer> someNumber(String field, int least, int most) {
        JsonNode value = field(field);
        if (isMissing(value)) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw refusal(field, "is not a whole number from " + least + " to " + most);
        }
        return Optional.of(value.intValue());
    }

    /** A list of texts that make values; a missing one is empty. */
    public <T> List<T> values(String field, Function<String, T> form) {
        List<T> values = new ArrayList<>();
        for (JsonNode each : items(field, MOST_ITEMS)) {
            String place = field + "/" + values.size();
            if (!each.isTextual()) {
                throw refusal(place, "is not a text");
            }
            values.add(formed(place, text(place, each), form));
        }
        return values;
    }

    /** A list of constants, in lower case. */
    public <E extends Enum<E>> List<E> constants(String field, Class<E> type) {
        return values(
                field,
                text -> Words.constant(type, text).orElseThrow(() -> new IllegalArgumentException(Words.none(type))));
    }

    /** An object within it, that must be there. */
    public Body object(String field) {
        return someObject(field).orElseThrow(() -> refusal(field, "is missing"));
    }

    /** An object within it, that may be there. */
    public Optional<Body> someObject(String field) {
        JsonNode value = field(field);
        return isMissing(value) ? Optional.empty() : Optional.of(child(field, value));
    }

    private Body child(String place, JsonNode value) {
        if (!value.isObject()) {
            throw refusal(place, "is not an object");
        }
        Body child = new Body(value, pointer + "/" + place);
        within.add(child);
        return child;
    }

    /** A list of at most so many objects, that make values; a missing one is empty. */
    public <T> List<T> objects(String field, int most, Function<Body, T> form) {
        List<T> made = new ArrayList<>();
        for (JsonNode each : items(field, most)) {
            made.add(form.apply(child(field + "/" + made.size(), each)));
        }
        return made;
    }

    private List<JsonNode> items(String field, int most) {
        JsonNode value = field(field);
        if (isMissing(value)) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            throw refusal(field, "is not a list of at most " + most);
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    /** Whether a field was sent, be it null. */
    public boolean has(String field) {
        asked.add(field);
        return fields.has(field);
    }

    /** The names of its fields, which are all taken to be asked for. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        asked.addAll(names);
        return names;
    }
}
