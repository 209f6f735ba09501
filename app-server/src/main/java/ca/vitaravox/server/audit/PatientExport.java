package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.audit.Seal;
import ca.vitaravox.ports.clinic.ClinicId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was done with one patient's information, as JSON lines, with the proof that it is part of the clinic's chain:
 *
 * <ol>
 *   <li>a line that says whose export it is, and after which hash it begins;
 *   <li>each entry about the patient, in words; of each entry about others its position and the hash of its content, which
 *       says nothing of them; of entries that left for their age the run and its last hash;
 *   <li>a line with the head of the chain, to be compared with an anchor. A file without it is not whole.
 * </ol>
 *
 * {@link ExportCheck} follows the chain through such a file. Thread-safe.
 */
public final class PatientExport {
    private static final int PAGE = 1_000;
    private static final int ACTION = AuditEntry.TEXTS.indexOf("action");
    private static final int PATIENT = AuditEntry.TEXTS.indexOf("patient");
    private static final int EMR = AuditEntry.TEXTS.indexOf("emr");

    private final AuditPages pages;
    private final Chains chains;

    /** Exports from this trail. */
    public PatientExport(AuditPages pages, Chains chains) {
        this.pages = pages;
        this.chains = chains;
    }

    /**
     * Whom it is about.
     *
     * @param clinic whose trail
     * @param chart the patient's id
     * @param emr in which EMR that is their id
     */
    public record Subject(ClinicId clinic, String chart, String emr) {
        boolean isOf(Link link) {
            return link.texts().get(PATIENT).equals(Optional.of(chart))
                    && link.texts().get(EMR).equals(Optional.of(emr));
        }
    }

    /** Writes the lines, from the patient's first entry to the head the chain has now. */
    public void write(Subject subject, Appendable out) throws IOException {
        ChainName chain = ChainName.of(subject.clinic());
        Head end = chains.head(chain);
        OptionalLong first = pages.first(subject.clinic(), subject.chart(), subject.emr());
        List<Link> start = first.isPresent() ? chains.links(chain, first.getAsLong(), 1) : List.of();
        Head here = start.isEmpty() ? end : before(start.get(0));
        line(out, header(subject, here));
        long told = 0;
        while (here.position() < end.position()) {
            List<Link> page = chains.links(chain, here.position() + 1, PAGE);
            if (page.isEmpty()) {
                break;
            }
            for (Link link : page) {
                here = bridged(here, link, out);
                boolean theirs = subject.isOf(link);
                told += theirs ? 1 : 0;
                line(out, theirs ? told(link) : untold(link));
                here = link.head();
                if (here.position() == end.position()) {
                    break;
                }
            }
        }
        line(out, footer(here, told));
    }

    private static Head before(Link link) {
        return new Head(link.chain(), link.position() - 1, link.previous());
    }

    /** Goes past what left for its age, as far as seals say; what is missing otherwise breaks the proof. */
    private Head bridged(Head from, Link to, Appendable out) throws IOException {
        Head here = from;
        while (here.position() + 1 < to.position()) {
            Optional<Seal> seal = chains.sealedFrom(here.chain(), here.position() + 1);
            if (seal.isEmpty()) {
                break;
            }
            here = new Head(here.chain(), seal.get().last(), seal.get().hash());
            ObjectNode gap = object().put("retiredTo", here.position());
            line(out, gap.put("hash", here.hash().hex()));
        }
        return here;
    }

    private static ObjectNode header(Subject subject, Head after) {
        ObjectNode header = object().put("export", "vitaravox audit")
                .put("form", Link.FORM)
                .put("chain", after.chain().value())
                .put("patient", subject.chart())
                .put("emr", subject.emr());
        return header.put("after", after.position()).put("hash", after.hash().hex());
    }

    private static ObjectNode told(Link link) {
        ObjectNode told = object().put("position", link.position());
        for (int i = 0; i < link.texts().size(); i++) {
            told.put(AuditEntry.TEXTS.get(i), link.texts().get(i).orElse(null));
        }
        link.texts().get(ACTION).flatMap(PatientExport::information).ifPresent(kind -> told.put("information", kind));
        return told.put("hash", link.hash().hex());
    }

    private static Optional<String> information(String action) {
        try {
            AuditAction known = AuditAction.valueOf(action.toUpperCase(Locale.ROOT));
            return Optional.of(known.information().name().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static ObjectNode untold(Link link) {
        return object().put("position", link.position())
                .put("content", link.content().hex());
    }

    private static ObjectNode footer(Head head, long told) {
        ObjectNode footer = object().put("entries", told).put("anchor", AnchorLine.of(head));
        return footer.put("head", head.position()).put("hash", head.hash().hex());
    }

    private static void line(Appendable out, ObjectNode line) throws IOException {
        out.append(line.toString()).append('\n');
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
