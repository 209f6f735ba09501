package ca.vitaravox.vapi.assistant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Answers the voice platform's question who shall take a call. What was answered once is remembered, so that a call is
 * answered at once whatever else is slow or down; {@link #refresh} brings it up to date. Thread-safe.
 */
public final class Assistants {
    private static final String NO_SUCH_LINE =
            "Sorry, this number is not in service. Please check the number and call again."
                    + " In an emergency, hang up and dial 9 1 1.";
    private static final String UNAVAILABLE = "Sorry, we cannot take your call right now. Please call again in a few"
            + " minutes. In an emergency, hang up and dial 9 1 1.";
    private static final int MOST_REMEMBERED = 10_000;

    private final ClinicDirectory directory;
    private final PlatformParts parts;
    private final Definition definition;
    private final Map<CalledLine, Remembered> remembered = new ConcurrentHashMap<>();
    private final Map<ClinicId, Look> looks = new ConcurrentHashMap<>();

    /**
     * Assistants for the directory's clinics.
     *
     * @param parts what is saved at the voice platform
     */
    public Assistants(ClinicDirectory directory, PlatformParts parts, Definition definition) {
        this.directory = directory;
        this.parts = parts;
        this.definition = definition;
    }

    /** What an answer is made of: while it is the same, so is the answer. */
    private record Ground(Line line, Clinic clinic, Map<String, String> saved) {}

    private record Remembered(Ground ground, ObjectNode answer) {
        private ClinicId clinic() {
            return ground.line().clinic();
        }
    }

    /** How a clinic was when it was looked at last, and whether it was so the time before as well. */
    private record Look(long change, boolean again) {}

    /** The answer for a line that was asked for before; computed from nothing but memory. */
    public Optional<ObjectNode> known(CalledLine called) {
        return Optional.ofNullable(remembered.get(called)).map(Remembered::answer);
    }

    /** The answer for a line, looked up and then remembered; one that belongs to no clinic hears a sentence. */
    public ObjectNode answer(CalledLine called) {
        Optional<Ground> ground = directory.line(called).map(this::ground);
        if (ground.isEmpty()) {
            remembered.remove(called);
            return nobody();
        }
        Remembered before = remembered.get(called);
        if (before != null && before.ground().equals(ground.get())) {
            return before.answer();
        }
        ObjectNode answer = answer(ground.get());
        if (before != null || remembered.size() < MOST_REMEMBERED) {
            remembered.put(called, new Remembered(ground.get(), answer));
        }
        return answer;
    }

    /**
     * Looks up anew what is remembered of clinics that changed, and what they could be asked for. Each change is looked at in
     * two rounds, for the directory may remember how a clinic was for some seconds: rounds are further apart than that. Stops
     * where something cannot be looked up, and goes on there the next time.
     *
     * @param changes a number for each clinic there is, another one once its settings, its lines or what is saved of it at the
     *     voice platform are not as they were
     */
    public void refresh(Map<ClinicId, Long> changes) {
        Map<ClinicId, List<CalledLine>> known = remembered.entrySet().stream()
                .collect(groupingBy(each -> each.getValue().clinic(), mapping(Map.Entry::getKey, toList())));
        changes.forEach((clinic, change) -> {
            Look before = looks.get(clinic);
            boolean changed = before == null || before.change() != change;
            if (changed || !before.again()) {
                lookAt(clinic, known.getOrDefault(clinic, List.of()));
                looks.put(clinic, new Look(change, !changed));
            }
        });
    }

    private void lookAt(ClinicId clinic, List<CalledLine> known) {
        directory
                .lines(clinic)
                .forEach(line ->
                        answer(new CalledLine(Optional.of(line.number()), line.phoneNumberId(), Optional.empty())));
        known.forEach(this::answer);
    }

    /** The sentence a caller hears whose number is no clinic's. */
    public ObjectNode nobody() {
        return spoken(NO_SUCH_LINE);
    }

    /** The sentence a caller hears while nothing can be looked up. */
    public ObjectNode unavailable() {
        return spoken(UNAVAILABLE);
    }

    private Ground ground(Line line) {
        return new Ground(
                line,
                directory.clinic(line.clinic()),
                parts.of(line.clinic()).stream().collect(Collectors.toMap(PlatformPart::name, PlatformPart::id)));
    }

    private ObjectNode answer(Ground ground) {
        Line line = ground.line();
        Clinic clinic = ground.clinic();
        String squad = ground.saved().get("squad/" + line.language().code());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (definition.parts(clinic, line.language()).size() > 1
                && line.assistantId().isEmpty()) {
            if (squad != null) {
                return answer.put("squadId", squad);
            }
            answer.set(
                    "squad",
                    definition.squad(
                            clinic,
                            line.language(),
                            (part, member) -> member.set("assistant", described(clinic, part))));
            return answer;
        }
        Part part = definition.parts(clinic, line.language()).get(0);
        line.assistantId()
                .or(() -> Optional.ofNullable(ground.saved().get(part.name())))
                .ifPresentOrElse(
                        saved -> answer.put("assistantId", saved),
                        () -> answer.set("assistant", described(clinic, part)));
        answer.putObject("assistantOverrides")
                .putObject("variableValues")
                .put("clinicName", clinic.name())
                .put("clinicTimezone", clinic.zone().getId())
                .put("clinicPhone", clinic.phone().e164())
                .put("language", line.language().code());
        return answer;
    }

    /** Described for one call, it names no server: its messages go to the server of the number, and as signed as its. */
    private ObjectNode described(Clinic clinic, Part part) {
        return definition.assistant(
                clinic, part, definition.described(part.language(), Optional.empty()), Optional.empty());
    }

    private static ObjectNode spoken(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence);
    }
}
