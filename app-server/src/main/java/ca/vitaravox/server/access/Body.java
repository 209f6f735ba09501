package ca.vitaravox.server.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A JSON object that was sent, read field by field; what does not fit is a {@link Problem} naming its field. */
public final class Body {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_ITEMS = 100;

    private final JsonNode fields;

    private Body(JsonNode fields) {
        this.fields = fields;
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
                return new Body(read);
            }
        } catch (JsonProcessingException malformed) {
            throw Problem.of(400, "MALFORMED", "The body is not JSON.");
        }
        throw Problem.of(400, "MALFORMED", "The body is not a JSON object.");
    }

    /** A text that must be there. */
    public String text(String field) {
        return someText(field).orElseThrow(() -> Problem.field(field, "is missing"));
    }

    /** A text that may be there; null counts as missing. */
    public Optional<String> someText(String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw Problem.field(field, "is not a text of at most " + LONGEST_TEXT + " characters");
        }
        return Optional.of(value.textValue());
    }

    /** A text that makes a value; the value's own refusal is the detail. */
    public <T> T value(String field, Function<String, T> form) {
        return formed(field, text(field), form);
    }

    private static <T> T formed(String field, String text, Function<String, T> form) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException refused) {
            throw Problem.field(field, refused.getMessage());
        }
    }

    /** One of the constants, in lower case. */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        String text = text(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        field,
                        "is none of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                                .toList())));
    }

    /** True or false. */
    public boolean flag(String field) {
        JsonNode value = fields.path(field);
        if (!value.isBoolean()) {
            throw Problem.field(field, "is neither true nor false");
        }
        return value.booleanValue();
    }

    /** A list of texts that make values; a missing one is empty. */
    public <T> List<T> values(String field, Function<String, T> form) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_ITEMS) {
            throw Problem.field(field, "is not a list of at most " + MOST_ITEMS);
        }
        List<T> values = new ArrayList<>();
        for (JsonNode each : value) {
            if (!each.isTextual()) {
                throw Problem.field(field, "has something other than texts");
            }
            values.add(formed(field, each.textValue(), form));
        }
        return values;
    }
}
