package ca.vitaravox.vapi.call;

import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.ports.call.CallTransfer.Request;
import ca.vitaravox.ports.call.CallTransfer.Result;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hands the call to a person, or takes a message; what the caller said is not repeated. In an emergency it tells the
 * caller to hang up and dial 911: that needs neither clinic nor database, nor valid arguments.
 */
final class TransferCallTool implements Tool {
    /** Words that are enough, however a model writes them, be it in a list: nobody in danger is asked to say it better. */
    private static final List<String> EMERGENCIES = List.of("emergency", "urgence", "紧急", "911", "988", "suicid");

    private final CallTransfer transfer;

    TransferCallTool(CallTransfer transfer) {
        this.transfer = transfer;
    }

    @Override
    public String name() {
        return "transfer_call";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        if (isEmergency(arguments.needed("reason"))) {
            return emergency(input.voice());
        }
        TransferReason reason = arguments.choice(TransferReason.class, "reason").orElseThrow();
        Result result = transfer.transfer(
                input.call(), new Request(reason, arguments.text("summary"), arguments.phone("callback_number")));
        if (result instanceof Result.HandedOn handedOn) {
            return handedOn(handedOn, input.voice());
        }
        if (result instanceof Result.MessageTaken taken) {
            return taken(taken, reason, input.voice());
        }
        if (result instanceof Result.MessagesFull) {
            return Draft.refusal(Code.RATE_LIMITED, input.voice().say(Phrase.MESSAGES_FULL))
                    .next(Next.NOTHING)
                    .result();
        }
        return result instanceof Result.NumberNeeded
                ? numberNeeded(input, reason)
                : input.invalid("summary", "summary is missing: what the caller wants the staff to know");
    }

    private static ToolResult handedOn(Result.HandedOn result, Voice voice) {
        TransferDestination to = result.to();
        Draft draft = Draft.success(voice.say(Phrase.TRANSFERRING))
                .next(Next.NOTHING)
                .with(
                        "destination",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("number", to.number().e164())
                                .put("label", to.label()));
        return (result.already() ? draft.with("already", true) : draft).result();
    }

    private static ToolResult taken(Result.MessageTaken result, TransferReason reason, Voice voice) {
        boolean wantedNobody = reason == TransferReason.LEAVE_MESSAGE;
        Draft draft = Draft.success(voice.say(wantedNobody ? Phrase.MESSAGE_TAKEN : Phrase.NOBODY_BUT_MESSAGE_TAKEN))
                .next(Next.NOTHING)
                .with("message_taken", true);
        return (result.already() ? draft.with("already", true) : draft).result();
    }

    /** Who wants to leave a message is asked for the number alone; others first hear that nobody takes the call. */
    private static ToolResult numberNeeded(ToolInput input, TransferReason reason) {
        return reason == TransferReason.LEAVE_MESSAGE
                ? input.invalid("callback_number", "callback_number is missing: the call came without a number")
                : Draft.refusal(Code.NO_TRANSFER_DESTINATION, input.voice()).result();
    }

    @Override
    public Optional<ToolResult> withoutClinic(ObjectNode arguments, Voice voice) {
        return isEmergency(arguments.path("reason").toString()) ? Optional.of(emergency(voice)) : Optional.empty();
    }

    private static boolean isEmergency(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return EMERGENCIES.stream().anyMatch(lower::contains);
    }

    private static ToolResult emergency(Voice voice) {
        return Draft.success(voice.say(Phrase.EMERGENCY)).next(Next.NOTHING).result();
    }
}
