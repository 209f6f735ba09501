package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallStart;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrWatch;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.vapi.assistant.Assistants;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What the webhook itself needs, beside the tools.
 *
 * @param directory whose line was called
 * @param assistants who takes calls
 * @param replies the one answer of each tool call that writes
 * @param holds renewed by every tool call
 * @param emrs watches what EMRs are asked for tool calls
 * @param diary takes in the news of calls, and notes down tool calls
 * @param starts reads ahead for calls that begin
 * @param transfers where calls are handed on to
 * @param control tells the voice platform to hand them on
 * @param numbers reads phone numbers
 * @param executor runs tool calls, on threads of its own: never on that of its caller
 * @param clock what time it is
 * @param pause how to wait
 * @param trust whom to believe, and how much of it
 * @param watch watches tool calls
 */
public record WebhookPorts(
        ClinicDirectory directory,
        Assistants assistants,
        ToolReplies replies,
        HoldLedger holds,
        EmrWatch emrs,
        CallDiary diary,
        CallStart starts,
        TransferLedger transfers,
        CallControl control,
        PhoneNumbers numbers,
        Executor executor,
        InstantSource clock,
        Pause pause,
        WebhookTrust trust,
        ToolWatch watch) {}
