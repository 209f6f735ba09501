package ca.vitaravox.server.web.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a form sent, made into the document that the interface takes. A field has the name of its place there
 * ({@code policy/gridMinutes}, {@code closures/0/first}), so that a refusal finds it. What does not fit is sent on as it
 * was typed, for the interface to refuse. Not thread-safe.
 */
public final class Sent {
    private static final int MOST_ROWS = 200;

    private final Map<String, List<String>> form;
    private final String place;
    private final ObjectNode made;

    /** What this form sent; nothing is read of it yet. */
    public Sent(Map<String, List<String>> form) {
        this(form, "", JsonNodeFactory.instance.objectNode());
    }

    private Sent(Map<String, List<String>> form, String place, ObjectNode made) {
        this.form = form;
        this.place = place;
        this.made = made;
    }

    /** The document made of all that was read. */
    public ObjectNode made() {
        return made;
    }

    /** What was typed into a field; empty if it is not there. */
    public String typed(String field) {
        return form.getOrDefault(place + field, List.of("")).get(0).strip();
    }

    /** The names of the fields that were sent here. */
    public List<String> names() {
        return form.keySet().stream()
                .filter(name -> name.startsWith(place)
                        && name.indexOf('/', place.length()) < 0
                        && name.charAt(place.length()) != '_')
                .map(name -> name.substring(place.length()))
                .sorted()
                .toList();
    }

    /** Texts; none where nothing was typed. */
    public Sent texts(String... fields) {
        for (String field : fields) {
            if (!typed(field).isEmpty()) {
                made.put(field, typed(field));
            }
        }
        return this;
    }

    /** Whole numbers. */
    public Sent numbers(String... fields) {
        for (String field : fields) {
            if (typed(field).matches("-?[0-9]{1,9}")) {
                made.put(field, Integer.parseInt(typed(field)));
            } else {
                texts(field);
            }
        }
        return this;
    }

    /** Boxes that are ticked or not. */
    public Sent flags(String... fields) {
        for (String field : fields) {
            made.put(field, form.containsKey(place + field));
        }
        return this;
    }

    /** The values of those boxes of a group that are ticked. */
    public Sent ticked(String field) {
        ArrayNode values = made.putArray(field);
        form.getOrDefault(place + field, List.of()).forEach(values::add);
        return this;
    }

    /** The lines of a text, or the values of boxes that are ticked. */
    public Sent lines(String field) {
        ArrayNode values = made.putArray(field);
        form.getOrDefault(place + field, List.of()).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(values::add);
        return this;
    }

    /** An object within it. */
    public Sent object(String field, Consumer<Sent> read) {
        read.accept(new Sent(form, place + field + "/", made.putObject(field)));
        return this;
    }

    /**
     * A list of objects, in the order of their numbers; a row with nothing in these fields is none.
     *
     * @param telling the fields that make it a row
     */
    public Sent rows(String field, List<String> telling, Consumer<Sent> read) {
        ArrayNode rows = made.putArray(field);
        for (int number : numbers(field)) {
            String row = place + field + "/" + number + "/";
            boolean blank = telling.stream()
                    .allMatch(each ->
                            form.getOrDefault(row + each, List.of("")).get(0).isBlank());
            if (!blank) {
                read.accept(new Sent(form, row, rows.addObject()));
            }
        }
        return this;
    }

    private Set<Integer> numbers(String field) {
        Pattern row = Pattern.compile(Pattern.quote(place + field) + "/([0-9]{1,6})/.*");
        Set<Integer> numbers = new TreeSet<>();
        for (String name : form.keySet()) {
            Matcher matcher = row.matcher(name);
            if (matcher.matches() && numbers.size() < MOST_ROWS) {
                numbers.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return numbers;
    }
}
