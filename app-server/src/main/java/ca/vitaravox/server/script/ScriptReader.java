package ca.vitaravox.server.script;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.script.Script.Expected;
import ca.vitaravox.server.script.Script.Kept;
import ca.vitaravox.server.script.Script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads scripts. A line is a keyword and what belongs to it; indented lines belong to the tool above; blank lines and
 * lines that begin with {@code #} say nothing:
 *
 * <pre>
 * from +16045550142
 * to +16045550101 3f0d7c1a-9a44-4a57-9b9e-5a1f1c2d3e04
 * assistant ${greeting}
 * caller Hello, this is Robin.
 * tool search_patient_by_phone {"first_name":"Robin"}
 *     expect /found true
 *     keep patient /patient_id
 * assistant ${say}
 * summary Robin called.
 * </pre>
 *
 * {@code greeting} is what the assistant opens with, {@code say} what the last tool gave to say. One use, one thread.
 */
public final class ScriptReader {
    private final List<Step> steps = new ArrayList<>();
    private Optional<String> from = Optional.empty();
    private Optional<String> to = Optional.empty();
    private Optional<String> phoneNumberId = Optional.empty();
    private Optional<String> summary = Optional.empty();

    private ScriptReader() {}

    /**
     * The script in these lines.
     *
     * @throws Refused naming the line that cannot be understood
     */
    public static Script read(List<String> lines) {
        ScriptReader reader = new ScriptReader();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.take(line, i + 1);
            }
        }
        return new Script(reader.from, reader.to, reader.phoneNumberId, reader.steps, reader.summary);
    }

    private void take(String line, int number) {
        String[] parts = line.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        switch (parts[0]) {
            case "from" -> from = Optional.of(rest).filter(text -> !text.isEmpty());
            case "to" -> line(rest.split("\\s+"));
            case "summary" -> summary = Optional.of(rest);
            case "assistant", "caller" -> steps.add(new Step.Said(parts[0], rest));
            case "tool" -> steps.add(tool(rest, number));
            case "expect", "until" -> lastTool(number).expected().add(expected(rest, number, parts[0].equals("until")));
            case "keep" -> lastTool(number).kept().add(kept(rest, number));
            default ->
                throw new Refused("Line " + number + " of the script begins with " + parts[0]
                        + ": it must be from, to, assistant, caller, tool, expect, until, keep or summary.");
        }
    }

    private void line(String... numberAndId) {
        to = Optional.of(numberAndId[0]);
        phoneNumberId = numberAndId.length > 1 ? Optional.of(numberAndId[1]) : Optional.empty();
    }

    private static Step.Tool tool(String rest, int number) {
        String[] parts = rest.split("\\s+", 2);
        if (parts[0].isEmpty()) {
            throw new Refused("Line " + number + " of the script calls a tool without naming it.");
        }
        return new Step.Tool(parts[0], parts.length > 1 ? parts[1] : "{}", new ArrayList<>(), new ArrayList<>());
    }

    private Step.Tool lastTool(int number) {
        if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Tool tool) {
            return tool;
        }
        throw new Refused("Line " + number + " of the script does not stand under a tool.");
    }

    private static Expected expected(String rest, int number, boolean awaited) {
        String[] parts = rest.split("\\s+", 2);
        return new Expected(
                pointer(parts[0], number), parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(), awaited);
    }

    private static Kept kept(String rest, int number) {
        String[] parts = rest.split("\\s+");
        if (parts.length != 2) {
            throw new Refused("Line " + number + " of the script must say: keep NAME /place/in/the/result.");
        }
        return new Kept(parts[0], pointer(parts[1], number));
    }

    private static String pointer(String text, int number) {
        if (!text.startsWith("/")) {
            throw new Refused("Line " + number + " of the script names a place that does not begin with a slash.");
        }
        return text;
    }
}
