package ca.vitaravox.server.trial;

import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.script.PlayedCall;
import ca.vitaravox.server.script.PlayedCall.Used;
import ca.vitaravox.server.script.Script;
import ca.vitaravox.server.script.Script.Step;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Takes steps in a trial: what the script says next, or a tool call that somebody made up. Not thread-safe. */
final class TrialPlay {
    /** How long many steps in one go may take: an edge waits for twice that. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String GREETING = "${greeting}";
    private static final String CALL_AGAIN = "call_again";
    private static final int MOST_REPEATS = 5;

    private final TrialState state;
    private final PlayedCall call;
    private final InstantSource clock;

    TrialPlay(TrialState state, PlayedCall call, InstantSource clock) {
        this.state = state;
        this.call = call;
        this.clock = clock;
    }

    /** Rings, and hears the greeting. */
    void ring() {
        call.ring();
        said("assistant", call.kept().get("greeting"));
        state.keep(call);
    }

    /** Plays up to the next tool call and its answer, or to the end; stops where a tool answers other than expected. */
    void script(Script script, boolean toTheEnd) {
        Instant until = clock.instant().plus(LONGEST);
        List<Step> steps = script.steps();
        boolean goesOn = true;
        boolean used = false;
        while (goesOn && state.at() < steps.size()) {
            boolean tool = steps.get(state.at()) instanceof Step.Tool;
            if (tool && used && !(toTheEnd && clock.instant().isBefore(until))) {
                break;
            }
            used |= tool;
            goesOn = take(script);
        }
        state.keep(call);
    }

    /** Takes the next step of the script; tells whether another may follow at once. */
    private boolean take(Script script) {
        Step step = script.steps().get(state.at());
        try {
            if (step instanceof Step.Tool tool) {
                return use(tool);
            }
            Step.Said said = (Step.Said) step;
            // what the assistant opens with was said when it answered
            if (!said.words().equals(GREETING)) {
                said(said.who(), call.filled(said.words()));
            }
            state.goTo(state.at() + 1);
            return true;
        } catch (Refused lost) {
            note("stopped", lost.getMessage());
            state.goTo(script.steps().size());
            return false;
        }
    }

    private boolean use(Step.Tool tool) {
        Used used = once(tool.name(), tool.arguments());
        for (int i = 0; i < MOST_REPEATS && used.result().path("next").asText().equals(CALL_AGAIN); i++) {
            used = once(tool.name(), tool.arguments());
        }
        ObjectNode result = used.result();
        if (tool.isAwaited(result)) {
            note("waiting", tool.name());
            return false;
        }
        state.goTo(state.at() + 1);
        tool.kept().forEach(each -> call.keep(each, result));
        List<String> unexpected = tool.expected().stream()
                .flatMap(each -> call.unexpected(each, result).stream())
                .toList();
        unexpected.forEach(why -> note("unexpected", tool.name() + ": " + why));
        return unexpected.isEmpty() && used.fault().isEmpty();
    }

    /** Calls a tool with what somebody made up; the assistant says what it is given to say. */
    void tool(String name, ObjectNode arguments) {
        Used used = once(name, arguments.toString());
        if (!used.say().isEmpty()) {
            said("assistant", used.say());
        }
        state.keep(call);
    }

    private Used once(String name, String arguments) {
        Instant at = clock.instant();
        Used used = call.use(name, arguments);
        ObjectNode step = state.step("tool", at)
                .put("tool", name)
                .put("millis", used.took().toMillis())
                .put("say", used.say());
        String code = used.fault().orElse(used.result().path("code").asText());
        if (!code.isEmpty()) {
            step.put("code", code);
        }
        step.set("request", used.request());
        step.set("answer", used.result());
        return used;
    }

    private void said(String who, String words) {
        state.step("said", clock.instant()).put("who", who).put("words", words);
    }

    private void note(String kind, String why) {
        state.step(kind, clock.instant()).put("why", why);
    }

    /** Hangs up. */
    void hangUp(Script script) {
        call.hangUp();
        call.report(script.summary());
        state.step("ended", clock.instant());
    }
}
