package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Hash;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows the chain through a {@link PatientExport}, without any database. */
public final class ExportCheck {
    private static final JsonMapper JSON = new JsonMapper();

    private Head here;
    private int told;

    private ExportCheck(JsonNode header) {
        here = new Head(
                new ChainName(header.path("chain").asText()),
                header.path("after").asLong(),
                new Hash(header.path("hash").asText()));
    }

    /**
     * What came of it.
     *
     * @param head where the chain ended when the file was made, if all of it holds
     * @param entries how many entries about the patient it holds
     * @param badLine the first line that does not, from 1; one after the last where the end is missing
     */
    public record Result(Optional<Head> head, int entries, int badLine) {}

    /** Checks the lines of a file. */
    public static Result of(Stream<String> lines) {
        Iterator<String> file = lines.iterator();
        int line = 1;
        try {
            ExportCheck check = new ExportCheck(JSON.readTree(file.hasNext() ? file.next() : ""));
            while (file.hasNext()) {
                line++;
                JsonNode next = JSON.readTree(file.next());
                if (next.has("head")) {
                    boolean whole = check.isAt(next) && !file.hasNext();
                    return new Result(Optional.of(check.here).filter(end -> whole), check.told, line);
                }
                if (!check.follow(next)) {
                    return new Result(Optional.empty(), check.told, line);
                }
            }
            return new Result(Optional.empty(), check.told, line + 1);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return new Result(Optional.empty(), 0, line);
        }
    }

    private boolean isAt(JsonNode footer) {
        return footer.get("head").asLong() == here.position()
                && footer.path("hash").asText().equals(here.hash().hex())
                && footer.path("entries").asInt(-1) == told
                && footer.path("anchor").asText().equals(AnchorLine.of(here));
    }

    private boolean follow(JsonNode line) {
        if (line.has("retiredTo")) {
            long last = line.get("retiredTo").asLong();
            boolean onward = last > here.position();
            here = new Head(here.chain(), last, new Hash(line.path("hash").asText()));
            return onward;
        }
        long position = line.path("position").asLong();
        if (position != here.position() + 1) {
            return false;
        }
        Hash content = line.has("content") ? new Hash(line.get("content").asText()) : Hash.of(texts(line));
        Hash hash = Link.hash(here.chain(), position, here.hash(), content);
        here = new Head(here.chain(), position, hash);
        if (line.has("content")) {
            return true;
        }
        told++;
        return hash.hex().equals(line.path("hash").asText());
    }

    private static List<Optional<String>> texts(JsonNode entry) {
        return AuditEntry.TEXTS.stream()
                .map(name -> Optional.ofNullable(entry.get(name))
                        .filter(text -> !text.isNull())
                        .map(JsonNode::asText))
                .toList();
    }
}
