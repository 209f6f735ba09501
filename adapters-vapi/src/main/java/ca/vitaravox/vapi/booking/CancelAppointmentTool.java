package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import java.util.Optional;

/** Cancels an appointment. */
final class CancelAppointmentTool implements Tool {
    private final Cancellation cancellation;

    CancelAppointmentTool(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public String name() {
        return "cancel_appointment";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        Optional<AppointmentId> appointment = arguments.id("appointment_id", AppointmentId::new);
        if (appointment.isEmpty()) {
            return Draft.refusal(Code.APPOINTMENT_NOT_FOUND, input.voice()).result();
        }
        Cancellation.Result result = cancellation.cancel(
                input.call(),
                new Cancellation.Command(appointment.get(), arguments.isTrue("confirmed"), arguments.text("reason")));
        return answer(result, input.voice());
    }

    private static ToolResult answer(Cancellation.Result result, Voice voice) {
        if (result instanceof Cancellation.Result.Cancelled cancelled) {
            String appointment = AppointmentShape.say(cancelled.appointment(), voice);
            Draft draft = Draft.success(
                            voice.say(cancelled.already() ? Phrase.ALREADY_CANCELLED : Phrase.CANCELLED, appointment))
                    .with("cancelled", true)
                    .with("appointment", AppointmentShape.of(cancelled.appointment()));
            return (cancelled.already() ? draft.with("already", true) : draft).result();
        }
        if (result instanceof Cancellation.Result.NotConfirmed asked) {
            String say = voice.say(Phrase.CANCEL_THIS, AppointmentShape.say(asked.appointment(), voice));
            return Draft.refusal(Code.NOT_CONFIRMED, say)
                    .with("appointment", AppointmentShape.of(asked.appointment()))
                    .result();
        }
        if (result instanceof Cancellation.Result.NotVerified) {
            return Draft.unverified(voice).result();
        }
        return Draft.refusal(code(result), voice).result();
    }

    private static Code code(Cancellation.Result result) {
        if (result instanceof Cancellation.Result.AppointmentNotFound) {
            return Code.APPOINTMENT_NOT_FOUND;
        }
        if (result instanceof Cancellation.Result.NotChangeable) {
            return Code.APPOINTMENT_NOT_CHANGEABLE;
        }
        if (result instanceof Cancellation.Result.Pending) {
            return Code.OUTCOME_PENDING;
        }
        if (result instanceof Cancellation.Result.EmrUnavailable) {
            return Code.EMR_UNAVAILABLE;
        }
        throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
    }
}
