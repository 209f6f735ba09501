package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.vapi.speech.Voice;
import java.time.LocalDate;
import java.util.function.Supplier;

/** What a tool is given to work with. Immutable. */
public final class ToolInput {
    private final String tool;
    private final CallContext call;
    private final Arguments arguments;
    private final Supplier<LocalDate> today;
    private final ClinicInfo clinics;

    ToolInput(String tool, CallContext call, Arguments arguments, Supplier<LocalDate> today, ClinicInfo clinics) {
        this.tool = tool;
        this.call = call;
        this.arguments = arguments;
        this.today = today;
        this.clinics = clinics;
    }

    /** Who asks, in which language, until when. */
    public CallContext call() {
        return call;
    }

    /** The clinic that was called. */
    public ClinicId clinic() {
        return call.clinic();
    }

    /** Whether the clinic keeps a waitlist, so that it may be offered. */
    public boolean keepsWaitlist() {
        return clinics.clinic(call.clinic()).waitlistEnabled();
    }

    /** What was passed, valid. */
    public Arguments arguments() {
        return arguments;
    }

    /** The voice of the call's language. */
    public Voice voice() {
        return Voice.of(call.language());
    }

    /** The refusal of an argument that fits its schema and yet cannot be; {@code hint} is for the model, in English. */
    public ToolResult invalid(String field, String hint) {
        return Questions.refusal(tool, new Problem(field, hint), voice(), today);
    }
}
