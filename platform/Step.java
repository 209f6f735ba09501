package ca.vitaravox.vapi.platform;

import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.vapi.platform.Change.Act;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing of a clinic at the voice platform, compared with what it is to be. What we sent last and what was answered
 * then are kept: so a change by hand is told from what the platform adds, drops or writes otherwise by itself.
 */
final class Step {
    private static final String SECRET = "authenticationPlan";

    private final Wanted wanted;
    private final ObjectNode body;
    private final ObjectNode made;
    private final Optional<String> id;
    private final Optional<ObjectNode> actual;
    private final Change change;
    private final List<String> dropped = new ArrayList<>();

    private Step(
            Wanted wanted,
            ObjectNode body,
            ObjectNode made,
            Optional<String> id,
            Optional<ObjectNode> actual,
            Change change) {
        this.wanted = wanted;
        this.body = body;
        this.made = made;
        this.id = id;
        this.actual = actual;
        this.change = change;
    }

    /** Looks. */
    static Step of(
            VapiRest rest, ClinicSetup setup, Wanted wanted, Optional<PlatformPart> known, Map<String, String> ids) {
        ObjectNode body = wanted.body().apply(name -> id(ids, name));
        Optional<ObjectNode> actual = known.flatMap(part -> rest.read(wanted.kind(), part.id()));
        ObjectNode made = body;
        if (wanted.kind() == Kind.NUMBER) {
            String number = wanted.name().substring(Wants.NUMBER.length());
            made = SetupShapes.newNumber(setup, number, body);
            actual = actual.or(() -> rest.list(Kind.NUMBER).stream()
                    .filter(each -> each.path("number").asText().equals(number))
                    .findFirst());
        }
        if (actual.isEmpty()) {
            Act act = wanted.kind() == Kind.NUMBER && !made.has("provider") ? Act.IMPORT : Act.CREATE;
            return new Step(
                    wanted, body, made, Optional.empty(), actual, new Change(wanted.name(), act, List.of()));
        }
        List<Difference> differences = differences(wanted.kind(), body, actual.get(), known);
        boolean adopted = known.isEmpty();
        return new Step(
                wanted,
                body,
                made,
                Optional.of(actual.get().path("id").asText()),
                actual,
                new Change(
                        wanted.name(), differences.isEmpty() && !adopted ? Act.KEEP : Act.UPDATE, differences));
    }

    private static List<Difference> differences(
            Kind kind, ObjectNode body, ObjectNode actual, Optional<PlatformPart> known) {
        boolean sentAlready = known.filter(part -> part.sent().equals(Canonical.digest(body))).isPresent();
        if (kind == Kind.CREDENTIAL) {
            List<Difference> differences = new ArrayList<>(Difference.within(withoutSecret(body), actual));
            if (!sentAlready) {
                differences.add(new Difference(SECRET, TextNode.valueOf("another"), MissingNode.getInstance()));
            }
            return differences;
        }
        if (!kind.open()) {
            return Difference.within(body, actual);
        }
        if (sentAlready) {
            return Difference.between(Canonical.parse(known.get().answered()), actual);
        }
        return Difference.between(body, actual);
    }

    /** What is to be done. */
    Change change() {
        return change;
    }

    /** What the platform did not keep of what was sent, a sentence each. */
    List<String> dropped() {
        return dropped;
    }

    /** Does it; returns what to remember, if anything new. */
    Optional<PlatformPart> take(VapiRest rest) {
        return switch (change.act()) {
            case CREATE -> Optional.of(kept(rest.create(wanted.kind(), made)));
            case UPDATE -> Optional.of(kept(rest.update(wanted.kind(), id.orElseThrow(), fields())));
            case KEEP, DELETE, IMPORT -> Optional.empty();
        };
    }

    /** Each field as a whole, and nothing in the place of those that came from somewhere else. */
    private ObjectNode fields() {
        ObjectNode fields = body.deepCopy();
        fields.remove(wanted.kind().fixed());
        ObjectNode there = actual.orElseThrow();
        body.fieldNames().forEachRemaining(name -> {
            if (body.path(name).isNull() && !there.hasNonNull(name)) {
                fields.remove(name);
            }
        });
        if (wanted.kind().open()) {
            change.differences().stream()
                    .map(Difference::path)
                    .filter(path -> path.matches("[A-Za-z]+") && !body.has(path) && there.hasNonNull(path))
                    .forEach(fields::putNull);
        }
        return fields;
    }

    private PlatformPart kept(ObjectNode answer) {
        if (wanted.kind().open()) {
            Difference.within(body, answer).stream()
                    .filter(each -> each.theirs().isMissingNode())
                    .forEach(each -> dropped.add(wanted.name() + ": Vapi did not keep " + each.path() + "."));
        }
        return new PlatformPart(
                wanted.name(),
                id.orElseGet(() -> answer.path("id").asText()),
                Canonical.digest(body),
                wanted.kind().open() ? answer.toString() : "{}");
    }

    /** The platform's id of something, or our name for it while it has none. */
    static String id(Map<String, String> ids, String name) {
        return ids.getOrDefault(name, "(" + name + ")");
    }

    static ObjectNode withoutSecret(ObjectNode credential) {
        ObjectNode shown = credential.deepCopy();
        shown.remove(SECRET);
        return shown;
    }
}
