package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import java.util.Optional;

/** Books an offered slot. */
final class CreateAppointmentTool implements Tool {
    private final Booking booking;

    CreateAppointmentTool(Booking booking) {
        this.booking = booking;
    }

    @Override
    public String name() {
        return "create_appointment";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        Optional<SlotId> slot = SlotShape.named(arguments);
        if (slot.isEmpty()) {
            return Draft.refusal(Code.SLOT_UNKNOWN, input.voice()).result();
        }
        Optional<PatientId> patient = arguments.id("patient_id", PatientId::new);
        if (patient.isEmpty()) {
            return Draft.refusal(Code.IDENTITY_NOT_VERIFIED, input.voice()).result();
        }
        Booking.Result result = booking.book(
                input.call(),
                new Booking.Command(slot.get(), patient.get(), arguments.text("reason"), arguments.isTrue("another")));
        return answer(result, input);
    }

    private static ToolResult answer(Booking.Result result, ToolInput input) {
        Voice voice = input.voice();
        if (result instanceof Booking.Result.Booked booked) {
            String say = voice.say(Phrase.BOOKED, AppointmentShape.say(booked.appointment(), voice));
            Draft draft = Draft.success(say).with("appointment", AppointmentShape.of(booked.appointment()));
            return (booked.already() ? draft.with("already", true) : draft).result();
        }
        if (result instanceof Booking.Result.SlotTaken taken) {
            return new OpeningsAnswer(input).taken(taken.alternatives());
        }
        if (result instanceof Booking.Result.NotForPatient refused) {
            return new OpeningsAnswer(input).nothing(refused.alternatives());
        }
        if (result instanceof Booking.Result.AlreadyBooked already) {
            String say = voice.say(Phrase.BOOKED_ANOTHER, AppointmentShape.say(already.existing(), voice));
            return Draft.refusal(Code.ALREADY_BOOKED, say)
                    .with("appointment", AppointmentShape.of(already.existing()))
                    .result();
        }
        if (result instanceof Booking.Result.LimitReached limit) {
            return Draft.refusal(Code.LIMIT_REACHED, voice.say(Phrase.LIMIT_IS, limit.most()))
                    .with("limit", limit.most())
                    .result();
        }
        return Draft.refusal(code(result), voice).result();
    }

    private static Code code(Booking.Result result) {
        if (result instanceof Booking.Result.SlotUnknown) {
            return Code.SLOT_UNKNOWN;
        }
        if (result instanceof Booking.Result.SlotExpired) {
            return Code.SLOT_EXPIRED;
        }
        if (result instanceof Booking.Result.NotIdentified) {
            return Code.IDENTITY_NOT_VERIFIED;
        }
        if (result instanceof Booking.Result.Pending) {
            return Code.OUTCOME_PENDING;
        }
        if (result instanceof Booking.Result.EmrUnavailable) {
            return Code.EMR_UNAVAILABLE;
        }
        throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
    }
}
