package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Visit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Changes what is set up for clinics: only what is still as the user read it, and never without a trace. The trail says
 * who changed which fields of what, before and after; it does not say to what. Thread-safe.
 */
public final class SettingChanges {
    private final AdminTrail trail;

    /** Changes that are noted in this trail. */
    public SettingChanges(AdminTrail trail) {
        this.trail = trail;
    }

    /** How something was shown before a change and after it; empty where it was not there. */
    private record Shown(Optional<ObjectNode> before, Optional<ObjectNode> after) {}

    /** Puts something in the place of what is there, or makes it anew; answers with it. */
    public <T> void put(Visit visit, Setting<T> setting, UnaryOperator<T> change) {
        Shown shown = change(visit, setting, before -> checkPut(visit, before), change);
        ObjectNode after = shown.after().orElseThrow();
        if (shown.before().isPresent()) {
            visit.show(after);
        } else {
            visit.made(after);
        }
    }

    /**
     * Changes something that is there, and answers with what this answer alone tells of it.
     *
     * @param told makes of how it is shown from now on what is told once
     */
    public <T> void tell(Visit visit, Setting<T> setting, UnaryOperator<T> change, UnaryOperator<ObjectNode> told) {
        ObjectNode after = change(
                        visit, setting, before -> visit.checkMatch(before.orElseThrow(Problem::notFound)), change)
                .after()
                .orElseThrow();
        visit.show(after, told.apply(after.deepCopy()));
    }

    private static void checkPut(Visit visit, Optional<ObjectNode> before) {
        if (visit.makesAnew()) {
            if (before.isPresent()) {
                throw Problem.of(412, "EXISTS", "There is one already: read it, and send its ETag as If-Match.");
            }
        } else if (before.isPresent()) {
            visit.checkMatch(before.get());
        } else {
            throw Problem.of(428, "IF_NONE_MATCH_NEEDED", "There is none yet: send If-None-Match: * to make it.");
        }
    }

    /** Takes something away. */
    public <T> void remove(Visit visit, Setting<T> setting, UnaryOperator<T> change) {
        change(visit, setting, before -> visit.checkMatch(before.orElseThrow(Problem::notFound)), change);
        visit.done();
    }

    private <T> Shown change(Visit visit, Setting<T> setting, Check check, UnaryOperator<T> change) {
        note(visit, setting.name(), AuditResult.INTENDED);
        Shown[] shown = new Shown[1];
        try {
            setting.change().accept(kept -> {
                Optional<ObjectNode> before = setting.shown().apply(kept);
                check.check(before);
                T changed = change.apply(kept);
                shown[0] = new Shown(before, setting.shown().apply(changed));
                return changed;
            });
        } catch (RuntimeException refused) {
            note(visit, setting.name(), AuditResult.REFUSED);
            throw refused instanceof IllegalArgumentException wrong ? Problem.field("", wrong.getMessage()) : refused;
        }
        note(visit, setting.name() + " " + fields(shown[0]), AuditResult.DONE);
        return shown[0];
    }

    /** Refuses to change what is there. */
    @FunctionalInterface
    private interface Check {
        void check(Optional<ObjectNode> before);
    }

    private void note(Visit visit, String subject, AuditResult result) {
        trail.note(visit, AuditAction.CHANGE_SETTINGS, Optional.of(subject), result);
    }

    /** The names of the fields that differ, or that it was made or removed. */
    private static String fields(Shown shown) {
        if (shown.before().isEmpty() || shown.after().isEmpty()) {
            return shown.after().isPresent() ? "made" : "removed";
        }
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        ObjectNode before = shown.before().orElse(none);
        ObjectNode after = shown.after().orElse(none);
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names.isEmpty() ? "unchanged" : String.join(",", names);
    }
}
