package ca.vitaravox.vapi.tool;

import ca.vitaravox.vapi.speech.DayParts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings arguments, as language models write them, into the form the schema wants: names in snake case, texts cleaned,
 * what stands for "not known" left out, numbers and truth values as such. What cannot be brought into form stays as it
 * is, for the schema to refuse. Static parameters and whatever else is not declared are left out.
 */
final class ArgumentForms {
    private static final Pattern WORD_ENDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[\\s-]+");
    private static final Pattern NOT_SAID = Pattern.compile(
            "\\{\\{.*}}|\\$?\\{[^{}]*}|<[^<>]*>|\\[[^\\[\\]]*]|unknown|null|undefined|none|n/a"
                    + "|not (?:provided|specified|given|known|available)|unspecified|tbd|placeholder|yyyy-mm-dd|x{3,10}"
                    + "|\\?+|-+|\\.{3,}|…|inconnue?|non (?:fournie?|précisée?)|未知|未提供|不知道",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN = Pattern.compile("[,;、，和]|\\s(?:and|or|et|ou)\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}(?:\\.0+)?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ArgumentForms() {}

    /** The declared arguments in form; where one came under several spellings, the right one counts first. */
    static ObjectNode of(ObjectNode came, Declared tool) {
        ObjectNode spelt = JSON.objectNode();
        for (boolean right : new boolean[] {true, false}) {
            for (var field : came.properties()) {
                String name = right ? field.getKey() : snake(field.getKey());
                if (tool.names().contains(name) && !spelt.has(name)) {
                    inForm(named(field.getValue(), name), tool.properties().get(name), tool.reads(name))
                            .ifPresent(value -> spelt.set(name, value));
                }
            }
        }
        tool.unless().forEach((name, other) -> {
            if (spelt.has(other)) {
                spelt.remove(name);
            }
        });
        tool.tells().forEach((name, other) -> {
            if (!spelt.has(other)) {
                DayParts.of(spelt.path(name).asText()).ifPresent(part -> spelt.put(other, part));
            }
        });
        return spelt;
    }

    /** A text in form, or nothing if it stands for nothing. */
    static Optional<String> said(String text) {
        return Optional.of(Lines.clean(text))
                .filter(clean -> !clean.isEmpty() && !NOT_SAID.matcher(clean).matches());
    }

    /** {@code firstName}, {@code first-name} as {@code first_name}. */
    static String snake(String name) {
        return name.length() > 60
                ? name
                : WORD_ENDS.matcher(name.strip()).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** What only says again what it should be ({@code first_name}: {@code "first_name"}) says nothing. */
    private static JsonNode named(JsonNode came, String name) {
        return came.isTextual() && name.contains("_") && snake(came.textValue()).equals(name) ? JSON.nullNode() : came;
    }

    private static Optional<JsonNode> inForm(JsonNode came, ObjectNode schema, Reads reads) {
        if (came.isNull()) {
            return Optional.empty();
        }
        if (schema.path("type").asText().equals("array")) {
            return list(came, (ObjectNode) schema.path("items"), reads);
        }
        if (schema.path("type").asText().equals("object") && came instanceof ObjectNode parts) {
            return object(parts, (ObjectNode) schema.path("properties"));
        }
        if (!came.isTextual()) {
            boolean digits = came.isNumber() && schema.path("type").asText().equals("string");
            return Optional.of(digits ? TextNode.valueOf(figures(came)) : came);
        }
        return said(came.textValue()).map(text -> inForm(text, schema, reads));
    }

    /** A number as it is read out, with neither an exponent nor zeros behind the point. */
    private static String figures(JsonNode number) {
        return number.isIntegralNumber() || !Double.isFinite(number.doubleValue())
                ? number.asText()
                : number.decimalValue().stripTrailingZeros().toPlainString();
    }

    /** An object of texts, those that are declared; nothing if none is left. */
    private static Optional<JsonNode> object(ObjectNode came, ObjectNode declared) {
        ObjectNode object = JSON.objectNode();
        for (var part : came.properties()) {
            JsonNode schema = declared.path(snake(part.getKey()));
            if (schema instanceof ObjectNode known) {
                inForm(part.getValue(), known, Reads.TEXT).ifPresent(value -> object.set(snake(part.getKey()), value));
            }
        }
        return object.isEmpty() ? Optional.empty() : Optional.of(object);
    }

    private static JsonNode inForm(String text, ObjectNode schema, Reads reads) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (schema.path("type").asText()) {
            case "boolean" ->
                lower.equals("true") || lower.equals("false")
                        ? BooleanNode.valueOf(lower.equals("true"))
                        : TextNode.valueOf(text);
            case "integer" ->
                WHOLE.matcher(text).matches()
                        ? JSON.numberNode((int) Double.parseDouble(text))
                        : TextNode.valueOf(text);
            default -> TextNode.valueOf(schema.has("enum") ? word(text, schema, reads) : text);
        };
    }

    private static Optional<JsonNode> list(JsonNode came, ObjectNode items, Reads reads) {
        ArrayNode list = JSON.arrayNode();
        if (came.isTextual()) {
            for (String part : BETWEEN.split(came.textValue(), -1)) {
                add(list, TextNode.valueOf(part), items, reads);
            }
        } else if (came.isArray()) {
            came.forEach(item -> add(list, item, items, reads));
        } else {
            return Optional.of(came);
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /** Adds what an entry says; that any day will do is no entry, and some words stand for several. */
    private static void add(ArrayNode list, JsonNode came, ObjectNode items, Reads reads) {
        Optional<String> said = came.isTextual() ? said(came.textValue()) : Optional.empty();
        if (said.isEmpty()) {
            inForm(came, items, reads).ifPresent(list::add);
        } else if (reads != Reads.WEEKDAYS) {
            list.add(inForm(said.get(), items, reads));
        } else if (!TimeWords.isAny(said.get())) {
            TimeWords.weekdays(said.get()).forEach(list::add);
        }
    }

    /** The word of the enumeration that this is another spelling of, or else the text. */
    private static String word(String text, ObjectNode schema, Reads reads) {
        String spelt = switch (reads) {
            case PART_OF_DAY -> TimeWords.partOfDay(text);
            case SEX -> PersonWords.sex(text);
            case RELATIONSHIP -> PersonWords.relationship(text);
            default -> NOT_A_WORD.matcher(text).replaceAll("_");
        };
        for (JsonNode word : schema.path("enum")) {
            if (word.textValue().equalsIgnoreCase(spelt)) {
                return word.textValue();
            }
        }
        return text;
    }
}
