package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares an answer with a recorded one: what differs, in words. */
final class Likeness {
    /** Of these only the type is compared: they say when something happened, to the millisecond. */
    private static final Set<String> WHEN = Set.of(
            "timestamp",
            "createDateTime",
            "updateDateTime",
            "updateDatetime",
            "dateCreated",
            "lastUpdateDate",
            "createDate",
            "admissionDate");
    /** Numbers of rows that depend on what else was ever written. */
    private static final Set<String> NUMBERED = Set.of("/extras/id");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> differences = new ArrayList<>();

    private final boolean shapeOnly;

    private Likeness(boolean shapeOnly) {
        this.shapeOnly = shapeOnly;
    }

    /**
     * What differs.
     *
     * @param shapeOnly whether it is enough that fields have the same names, and values, or null, of the same types
     */
    static List<String> differences(JsonNode recorded, String body, boolean shapeOnly) {
        Likeness likeness = new Likeness(shapeOnly);
        if (recorded.isTextual()) {
            likeness.compareText(recorded.asText(), body);
        } else {
            likeness.compare("", recorded, parsed(body));
        }
        return likeness.differences;
    }

    private static JsonNode parsed(String body) {
        try (JsonParser parser = JSON.createParser(body)) {
            JsonNode first = JSON.readTree(parser);
            if (parser.nextToken() != null) {
                throw new AssertionError("More than one document: " + body);
            }
            return first;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(body, unreadable);
        }
    }

    private void compareText(String recorded, String body) {
        if (recorded.startsWith("<html>")) {
            expect(body.startsWith("<html>"), "no page of HTML: " + body);
        } else if (recorded.startsWith("<?xml")) {
            expect(undated(recorded).equals(undated(body)), undated(recorded) + "\n is not \n" + undated(body));
        } else if (recorded.startsWith("{") && recorded.contains("<ns1:")) {
            int end = recorded.indexOf("<ns1:");
            int ours = body.indexOf("<ns1:");
            compare("", parsed(recorded.substring(0, end)), parsed(body.substring(0, Math.max(ours, 0))));
            expect(caused(recorded.substring(end)).equals(caused(body.substring(Math.max(ours, 0)))), "fault: " + body);
        } else {
            expect(recorded.equals(body), recorded + " is not " + body);
        }
    }

    /** Without the words for a null pointer, which differ once the JVM has compiled what throws it. */
    private static String caused(String fault) {
        return fault.replaceFirst("Exception: .*? \\(through", "Exception: (through");
    }

    /** Without the times of writing, and the numbers of extras. */
    private static String undated(String xml) {
        return xml.strip()
                .replaceAll("(<(?:lastUpdateDate|dateCreated|createDate)>)[0-9T:.+-]*", "$1")
                .replaceAll("(?s)(<extras>.*?<id>)\\d+", "$1");
    }

    private void compare(String place, JsonNode recorded, JsonNode ours) {
        String field = place.substring(place.lastIndexOf('/') + 1);
        if (shapeOnly && (recorded.isNull() || ours.isNull())) {
            return;
        }
        if (recorded.getNodeType() != ours.getNodeType()) {
            differences.add(place + ": " + recorded + " is not " + ours);
        } else if (recorded.isObject()) {
            compareFields(place, recorded, ours);
        } else if (recorded.isArray()) {
            expect(recorded.size() == ours.size(), place + ": " + recorded.size() + " rows, not " + ours.size());
            for (int at = 0; at < Math.min(recorded.size(), ours.size()); at++) {
                compare(place, recorded.get(at), ours.get(at));
            }
        } else if (!shapeOnly && !WHEN.contains(field) && NUMBERED.stream().noneMatch(place::endsWith)) {
            expect(recorded.equals(ours), place + ": " + recorded + " is not " + ours);
        }
    }

    private void compareFields(String place, JsonNode recorded, JsonNode ours) {
        List<String> theirs = names(recorded);
        expect(theirs.equals(names(ours)), place + ": fields " + theirs + ", not " + names(ours));
        for (String name : theirs) {
            if (ours.has(name) && !(WHEN.contains(name) && ours.get(name).isObject())) {
                compare(place + "/" + name, recorded.get(name), ours.get(name));
            }
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void expect(boolean same, String otherwise) {
        if (!same) {
            differences.add(otherwise);
        }
    }
}
