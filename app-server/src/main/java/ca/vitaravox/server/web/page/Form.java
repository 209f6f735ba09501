package ca.vitaravox.server.web.page;

import ca.vitaravox.server.access.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A form as it is shown: what is in its fields, by their place in the document ({@code policy/gridMinutes}), and what is
 * wrong with them. Texts of a form begin with its name: {@code hours.open} is the label of every field {@code open} of the
 * form {@code hours}. Immutable.
 */
public final class Form {
    private final String name;
    private final Texts texts;
    private final ObjectNode values;
    private final Standing standing;

    /** How it stands. */
    sealed interface Standing {
        /** As it is kept; {@code saved} if it was saved a moment ago. */
        record Kept(String tag, boolean editable, boolean saved) implements Standing {}

        /** Refused; about one field, or about none. */
        record Refused(String tag, Optional<String> field, String sentence) implements Standing {}

        /** Somebody changed it meanwhile: to this, which has the tag. */
        record Outdated(String tag, ObjectNode theirs) implements Standing {}
    }

    Form(String name, Texts texts, ObjectNode values, Standing standing) {
        this.name = name;
        this.texts = texts;
        this.values = values;
        this.standing = standing;
    }

    /** An empty one, for something new. */
    public static Form fresh(String name, Texts texts) {
        return fresh(name, texts, JsonNodeFactory.instance.objectNode());
    }

    /** One for something new that begins with these values. */
    public static Form fresh(String name, Texts texts, ObjectNode values) {
        return new Form(name, texts, values, new Standing.Kept("", true, false));
    }

    /** One that was refused, without what was typed. */
    public static Form refused(String name, Texts texts, Problem problem) {
        return refused(name, texts, JsonNodeFactory.instance.objectNode(), problem);
    }

    /** One that was refused, with what was typed. */
    public static Form refused(String name, Texts texts, ObjectNode values, Problem problem) {
        Refusals.rethrowIfNotLoggedIn(problem);
        return new Form(name, texts, values, new Standing.Refused("", problem.field(), Refusals.say(texts, problem)));
    }

    /** What its texts begin with. */
    public String name() {
        return name;
    }

    /** What to say. */
    public Texts texts() {
        return texts;
    }

    private JsonNode at(String field) {
        return values.at("/" + field);
    }

    /** What is in a field; empty if nothing is. */
    public String value(String field) {
        JsonNode value = at(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    /** Whether there is anything at a place. */
    public boolean has(String field) {
        return !at(field).isMissingNode() && !at(field).isNull();
    }

    /** Whether it is said that there is nothing at a place. */
    public boolean isNull(String field) {
        return at(field).isNull();
    }

    /** Whether it is about something that is not there yet. */
    public boolean isNew() {
        return tag().isEmpty();
    }

    /** What can be ticked, the ticked ones first, in their order. */
    public Map<String, String> inOrder(String field, Map<String, String> options) {
        Map<String, String> ordered = new LinkedHashMap<>();
        values(field).stream().filter(options::containsKey).forEach(each -> ordered.put(each, options.get(each)));
        options.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** Whether a box is ticked. */
    public boolean ticked(String field) {
        return at(field).asBoolean();
    }

    /** Whether a value is among those of a list. */
    public boolean ticked(String field, String value) {
        return values(field).contains(value);
    }

    /** The values of a list of texts. */
    public List<String> values(String field) {
        List<String> all = new ArrayList<>();
        at(field).forEach(each -> all.add(each.asText()));
        return all;
    }

    /** The places of a list's rows: {@code closures/0}, {@code closures/1}, …. */
    public List<String> rows(String field) {
        return IntStream.range(0, at(field).size())
                .mapToObj(i -> field + "/" + i)
                .toList();
    }

    /** The names of the fields of an object. */
    public List<String> names(String field) {
        List<String> names = new ArrayList<>();
        at(field).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The id of a field in the page. */
    public static String id(String field) {
        return "f-" + field.replace('/', '-');
    }

    /** What a field is called. */
    public String label(String field) {
        return texts.text(name + "." + field.substring(field.lastIndexOf('/') + 1));
    }

    /** What helps with a field, if anything is said. */
    public Optional<String> hint(String field) {
        String key = name + "." + field.substring(field.lastIndexOf('/') + 1) + ".hint";
        return texts.has(key) ? Optional.of(texts.text(key)) : Optional.empty();
    }

    /** The ids of what is said about a field; null if nothing is. */
    public String describedBy(String field) {
        String ids = (hint(field).isPresent() ? id(field) + "-hint " : "")
                + (error(field).isPresent() ? id(field) + "-error" : "");
        return ids.isBlank() ? null : ids.strip();
    }

    /** What is wrong with a field. */
    public Optional<String> error(String field) {
        return standing instanceof Standing.Refused refused && refused.field().equals(Optional.of(field))
                ? Optional.of(refused.sentence())
                : Optional.empty();
    }

    /** The field that is wrong, if one is. */
    public Optional<String> wrongField() {
        return standing instanceof Standing.Refused refused ? refused.field() : Optional.empty();
    }

    /** What is wrong, be it a field or not. */
    public Optional<String> wrong() {
        return standing instanceof Standing.Refused refused ? Optional.of(refused.sentence()) : Optional.empty();
    }

    /** A place in words: <i>Monday 2: closes</i>. */
    public String inWords(String place) {
        return Arrays.stream(place.split("/"))
                .map(part -> part.matches("[0-9]+")
                        ? Integer.toString(Integer.parseInt(part) + 1)
                        : texts.has(name + "." + part) ? texts.text(name + "." + part) : part)
                .collect(Collectors.joining(" › "));
    }

    /** Names the version that is changed. */
    public String tag() {
        if (standing instanceof Standing.Kept kept) {
            return kept.tag();
        }
        return standing instanceof Standing.Refused refused ? refused.tag() : ((Standing.Outdated) standing).tag();
    }

    /** Whether whoever looks may change it. */
    public boolean editable() {
        return !(standing instanceof Standing.Kept kept) || kept.editable();
    }

    /** Whether it was saved a moment ago. */
    public boolean saved() {
        return standing instanceof Standing.Kept kept && kept.saved();
    }

    /** Whether somebody changed it meanwhile. */
    public boolean outdated() {
        return standing instanceof Standing.Outdated;
    }

    /**
     * A place that two people changed.
     *
     * @param place in words
     * @param mine what is in the form
     * @param theirs what is kept now
     */
    public record Difference(String place, String mine, String theirs) {}

    /** Where what is typed is not what is kept by now. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        if (standing instanceof Standing.Outdated outdated) {
            compare("", values, outdated.theirs(), differences);
        }
        return differences;
    }

    private void compare(String place, JsonNode mine, JsonNode theirs, List<Difference> into) {
        if (mine.equals(theirs)) {
            return;
        }
        boolean objects = mine.isObject() && theirs.isObject();
        boolean rows = mine.isArray()
                && theirs.isArray()
                && (mine.path(0).isObject() || theirs.path(0).isObject());
        if (objects) {
            TreeSet<String> names = new TreeSet<>();
            mine.fieldNames().forEachRemaining(names::add);
            theirs.fieldNames().forEachRemaining(names::add);
            names.forEach(each -> compare(within(place, each), mine.path(each), theirs.path(each), into));
        } else if (rows) {
            for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
                compare(within(place, Integer.toString(i)), mine.path(i), theirs.path(i), into);
            }
        } else {
            into.add(new Difference(inWords(place), shown(mine), shown(theirs)));
        }
    }

    private static String within(String place, String part) {
        return place.isEmpty() ? part : place + "/" + part;
    }

    private String shown(JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.isEmpty() && value.isContainerNode()) {
            return texts.text("form.nothing");
        }
        if (value.isBoolean()) {
            return texts.text(value.booleanValue() ? "form.yes" : "form.no");
        }
        if (value.isContainerNode()) {
            List<String> parts = new ArrayList<>();
            value.forEach(each -> parts.add(shown(each)));
            return String.join(", ", parts);
        }
        return value.asText();
    }
}
