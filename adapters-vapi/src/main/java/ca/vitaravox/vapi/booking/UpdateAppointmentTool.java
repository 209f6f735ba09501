package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import java.util.Optional;

/** Moves an appointment to an offered slot. */
final class UpdateAppointmentTool implements Tool {
    private final Moving moving;

    UpdateAppointmentTool(Moving moving) {
        this.moving = moving;
    }

    @Override
    public String name() {
        return "update_appointment";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        Optional<AppointmentId> appointment = arguments.id("appointment_id", AppointmentId::new);
        if (appointment.isEmpty()) {
            return Draft.refusal(Code.APPOINTMENT_NOT_FOUND, input.voice()).result();
        }
        Optional<SlotId> slot = SlotShape.named(arguments);
        if (slot.isEmpty()) {
            return Draft.refusal(Code.SLOT_UNKNOWN, input.voice()).result();
        }
        Moving.Result result = moving.move(
                input.call(),
                new Moving.Command(
                        appointment.get(), slot.get(), arguments.isTrue("confirmed"), arguments.text("reason")));
        return answer(result, input);
    }

    private static ToolResult answer(Moving.Result result, ToolInput input) {
        Voice voice = input.voice();
        if (result instanceof Moving.Result.Moved moved) {
            String say = voice.say(Phrase.MOVED, AppointmentShape.say(moved.appointment(), voice));
            Draft draft = Draft.success(say)
                    .with("appointment", AppointmentShape.of(moved.appointment()))
                    .with("previous", AppointmentShape.of(moved.previous()));
            return (moved.already() ? draft.with("already", true) : draft).result();
        }
        if (result instanceof Moving.Result.NotConfirmed asked) {
            String from = AppointmentShape.say(asked.appointment(), voice);
            String say = voice.say(Phrase.MOVE_THIS, from, SlotShape.say(asked.to(), voice));
            return Draft.refusal(Code.NOT_CONFIRMED, say)
                    .with("appointment", AppointmentShape.of(asked.appointment()))
                    .with("slot", SlotShape.of(asked.to()))
                    .result();
        }
        if (result instanceof Moving.Result.SlotTaken taken) {
            return new OpeningsAnswer(input).taken(taken.alternatives());
        }
        if (result instanceof Moving.Result.NotForPatient refused) {
            return new OpeningsAnswer(input).nothing(refused.alternatives());
        }
        if (result instanceof Moving.Result.NotVerified) {
            return Draft.unverified(voice).result();
        }
        return Draft.refusal(code(result), voice).result();
    }

    private static Code code(Moving.Result result) {
        if (result instanceof Moving.Result.AppointmentNotFound) {
            return Code.APPOINTMENT_NOT_FOUND;
        }
        if (result instanceof Moving.Result.NotChangeable) {
            return Code.APPOINTMENT_NOT_CHANGEABLE;
        }
        if (result instanceof Moving.Result.SlotUnknown) {
            return Code.SLOT_UNKNOWN;
        }
        if (result instanceof Moving.Result.SlotExpired) {
            return Code.SLOT_EXPIRED;
        }
        if (result instanceof Moving.Result.Pending) {
            return Code.OUTCOME_PENDING;
        }
        if (result instanceof Moving.Result.EmrUnavailable) {
            return Code.EMR_UNAVAILABLE;
        }
        throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
    }
}
