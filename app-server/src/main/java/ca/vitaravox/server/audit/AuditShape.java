package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Verification.Verdict;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Entries of the trail, and what was found in it, as JSON. */
final class AuditShape {
    private AuditShape() {}

    /** An entry: what it says by the names that exports use too, and its link. */
    static ObjectNode line(AuditLine line) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("position", line.position());
        List<Optional<String>> texts = line.entry().texts(line.emr());
        for (int i = 0; i < texts.size(); i++) {
            String name = AuditEntry.TEXTS.get(i);
            texts.get(i).ifPresent(text -> shape.put(name, text));
        }
        return shape.put("information", word(line.entry().action().information()))
                .put("hash", line.hash().hex());
    }

    static ObjectNode verdict(Verdict verdict) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        if (verdict instanceof Verdict.Intact intact) {
            Head head = intact.head();
            return shape.put("whole", true)
                    .put("entries", intact.entries())
                    .put("retired", intact.retired())
                    .put("head", head.position())
                    .put("hash", head.hash().hex())
                    .put("anchor", AnchorLine.of(head));
        }
        Verdict.Broken broken = (Verdict.Broken) verdict;
        return shape.put("whole", false)
                .put("position", broken.position())
                .put("fault", word(broken.fault()))
                .put("detail", FaultText.of(broken.fault()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
