package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a call was about, judged by its tool calls alone: what was achieved last counts most, else what was tried last,
 * else what was asked. A call in which nothing was achieved was no less complete if its caller was told something, or
 * the assistant said good-bye; otherwise the caller hung up on it.
 */
record WhatHappened(Intent intent, Outcome outcome) {
    /** The codes of a call that broke where it stood: here, or in the EMR. */
    private static final Set<String> BROKEN =
            Set.of("EMR_UNAVAILABLE", "OUTCOME_PENDING", "RATE_LIMITED", "TOO_MANY_CALLS", "INTERNAL_ERROR");
    /** The tool that says good-bye; it does nothing itself. */
    private static final String GOODBYE = "log_call_metadata";

    /** A tool that stands for an intent, and what its success makes of the call. */
    private enum Deed {
        BOOK("create_appointment", Intent.BOOK, Outcome.BOOKED),
        MOVE("update_appointment", Intent.RESCHEDULE, Outcome.RESCHEDULED),
        CANCEL("cancel_appointment", Intent.CANCEL, Outcome.CANCELLED),
        REGISTER("register_new_patient", Intent.REGISTER, Outcome.REGISTERED),
        WAIT("add_to_waitlist", Intent.WAITLIST, Outcome.WAITLISTED),
        TRANSFER("transfer_call", Intent.OTHER, Outcome.NO_ACTION),
        SEARCH("find_earliest_appointment", Intent.BOOK, Outcome.NO_ACTION),
        LIST("check_appointments", Intent.CHECK, Outcome.NO_ACTION),
        ASK("get_clinic_info", Intent.INQUIRY, Outcome.NO_ACTION),
        ASK_PROVIDERS("get_providers", Intent.INQUIRY, Outcome.NO_ACTION);

        private final String tool;
        private final Intent intent;
        private final Outcome outcome;

        Deed(String tool, Intent intent, Outcome outcome) {
            this.tool = tool;
            this.intent = intent;
            this.outcome = outcome;
        }

        /** Whether callers use it to get something done, and not to hear something. */
        boolean isWanted() {
            return outcome != Outcome.NO_ACTION || this == TRANSFER;
        }

        /** Whether its success is all that some callers want; an opening found is not. */
        boolean answers() {
            return this != SEARCH;
        }
    }

    /** A tool call that means something, by itself. */
    private record Step(Deed deed, ToolCall toolCall) {
        static Stream<Step> of(ToolCall toolCall) {
            return Stream.of(Deed.values())
                    .filter(deed -> deed.tool.equals(toolCall.tool()))
                    .map(deed -> new Step(deed, toolCall));
        }

        Outcome outcome() {
            return toolCall.succeeded() ? toolCall.outcome().orElse(deed.outcome) : Outcome.NO_ACTION;
        }

        boolean achieved() {
            return outcome() != Outcome.NO_ACTION;
        }

        Intent intent() {
            return outcome() == Outcome.MESSAGE_TAKEN ? Intent.MESSAGE : deed.intent;
        }
    }

    /** Judges the tool calls, given in order. */
    static WhatHappened in(List<ToolCall> toolCalls) {
        List<Step> steps = toolCalls.stream().flatMap(Step::of).toList();
        Optional<Step> achieved = last(steps.stream().filter(Step::achieved));
        if (achieved.isPresent()) {
            return new WhatHappened(
                    wanted(steps, achieved.get()), achieved.get().outcome());
        }
        Optional<Step> tried =
                last(steps.stream().filter(step -> step.deed().isWanted())).or(() -> last(steps.stream()));
        return new WhatHappened(tried.map(Step::intent).orElse(Intent.OTHER), unachieved(toolCalls, steps));
    }

    /** Who was handed on wanted what they had tried before, if anything. */
    private static Intent wanted(List<Step> steps, Step achieved) {
        if (achieved.outcome() != Outcome.TRANSFERRED) {
            return achieved.intent();
        }
        return last(steps.stream()
                        .filter(step ->
                                step.deed() != Deed.TRANSFER && step.deed().isWanted()))
                .map(Step::intent)
                .orElse(achieved.intent());
    }

    private static Outcome unachieved(List<ToolCall> toolCalls, List<Step> steps) {
        boolean broken = last(toolCalls.stream()
                        .filter(toolCall -> !toolCall.tool().equals(GOODBYE)))
                .flatMap(ToolCall::code)
                .filter(BROKEN::contains)
                .isPresent();
        if (broken) {
            return Outcome.ERROR;
        }
        boolean saidGoodbye =
                toolCalls.stream().anyMatch(toolCall -> toolCall.tool().equals(GOODBYE));
        boolean answered = steps.stream()
                .anyMatch(step -> step.toolCall().succeeded() && step.deed().answers());
        return saidGoodbye || answered ? Outcome.NO_ACTION : Outcome.ABANDONED;
    }

    private static <T> Optional<T> last(Stream<T> all) {
        return all.reduce((before, later) -> later);
    }
}
