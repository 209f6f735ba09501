package ca.vitaravox.vapi.platform;

import ca.vitaravox.vapi.platform.Change.Act;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is, or was, to be done about a clinic at the voice platform.
 *
 * @param changes one for each thing
 * @param dropped what was sent and the platform did not keep, a sentence each
 */
public record Report(List<Change> changes, List<String> dropped) {
    private static final int DIGITS = 15;

    /** Copies the lists. */
    public Report {
        changes = List.copyOf(changes);
        dropped = List.copyOf(dropped);
    }

    /** What is not as it is to be. */
    public List<Change> open() {
        return changes.stream().filter(change -> change.act() != Act.KEEP).toList();
    }

    /** Whether everything is as it is to be. */
    public boolean inStep() {
        return open().isEmpty();
    }

    /** A number that another report has too only if it says the same. */
    public long version() {
        ArrayNode said = JsonNodeFactory.instance.arrayNode();
        lines().forEach(said::add);
        changes.forEach(change -> change.differences()
                .forEach(each -> said.add(each.path() + each.ours() + each.theirs())));
        String digest = Canonical.digest(JsonNodeFactory.instance.objectNode().set("said", said));
        return Long.parseLong(digest.substring(0, DIGITS), 16) % 1_000_000_000_000_000L;
    }

    /** What is open, a line each: {@code ~ assistant/en: model.temperature is 0.9, to be 0.2}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Change change : open()) {
            switch (change.act()) {
                case CREATE -> lines.add("+ " + change.name());
                case DELETE -> lines.add("- " + change.name());
                case IMPORT ->
                    lines.add("! " + change.name() + ": Vapi does not have this number. Import it there, or give"
                            + " VITARAVOX_VAPI_CARRIER.");
                default ->
                    change.differences().forEach(each -> lines.add("~ " + change.name() + ": " + each.sentence()));
            }
        }
        return lines;
    }
}
