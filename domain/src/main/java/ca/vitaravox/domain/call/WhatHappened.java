package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import java.util.List;
import java.util.Optional;

/**
 * What a call was about, judged by its tool calls alone: what was achieved last counts most, else what was tried last,
 * else what was asked.
 */
record WhatHappened(Intent intent, Outcome outcome) {
    private static final String EMR_UNAVAILABLE = "EMR_UNAVAILABLE";

    /** A tool that stands for an intent, and what its success makes of the call. */
    private enum Deed {
        BOOK("create_appointment", Intent.BOOK, Outcome.BOOKED),
        MOVE("update_appointment", Intent.RESCHEDULE, Outcome.RESCHEDULED),
        CANCEL("cancel_appointment", Intent.CANCEL, Outcome.CANCELLED),
        REGISTER("register_new_patient", Intent.REGISTER, Outcome.REGISTERED),
        WAIT("add_to_waitlist", Intent.WAITLIST, Outcome.WAITLISTED),
        TRANSFER("transfer_call", Intent.OTHER, Outcome.TRANSFERRED),
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

        boolean achieves() {
            return outcome != Outcome.NO_ACTION;
        }
    }

    /** Judges the tool calls, given in order. */
    static WhatHappened in(List<ToolCall> toolCalls) {
        Optional<Deed> achieved = Optional.empty();
        Optional<Deed> tried = Optional.empty();
        Optional<Deed> asked = Optional.empty();
        boolean broken = false;
        for (ToolCall toolCall : toolCalls) {
            Optional<Deed> deed = deed(toolCall.tool());
            if (deed.isPresent() && deed.get().achieves()) {
                tried = deed;
                achieved = toolCall.succeeded() ? deed : achieved;
            } else if (deed.isPresent()) {
                asked = deed;
            }
            broken = toolCall.code().filter(EMR_UNAVAILABLE::equals).isPresent();
        }
        Optional<Deed> lastAsked = asked;
        if (achieved.isPresent()) {
            return new WhatHappened(achieved.get().intent, achieved.get().outcome);
        }
        Intent intent = tried.or(() -> lastAsked).map(deed -> deed.intent).orElse(Intent.OTHER);
        Outcome outcome = toolCalls.isEmpty() ? Outcome.ABANDONED : Outcome.NO_ACTION;
        return new WhatHappened(intent, broken ? Outcome.ERROR : outcome);
    }

    private static Optional<Deed> deed(String tool) {
        for (Deed deed : Deed.values()) {
            if (deed.tool.equals(tool)) {
                return Optional.of(deed);
            }
        }
        return Optional.empty();
    }
}
