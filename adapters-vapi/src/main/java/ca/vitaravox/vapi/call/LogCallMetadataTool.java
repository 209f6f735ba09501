package ca.vitaravox.vapi.call;

import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.tool.Arguments;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;

/** Keeps what the assistant says a call was about. */
final class LogCallMetadataTool implements Tool {
    private final CallDiary diary;

    LogCallMetadataTool(CallDiary diary) {
        this.diary = diary;
    }

    @Override
    public String name() {
        return "log_call_metadata";
    }

    @Override
    public ToolResult run(ToolInput input) {
        Arguments arguments = input.arguments();
        diary.learn(
                input.clinic(),
                input.call().call(),
                input.call().caller(),
                new CallNews.Described(
                        arguments.choice(Intent.class, "intent").orElseThrow(),
                        arguments.choice(Outcome.class, "outcome").orElseThrow(),
                        arguments.text("summary"),
                        arguments.number("satisfaction")));
        return Draft.success(input.voice().say(Phrase.GOODBYE))
                .next(Next.NOTHING)
                .result();
    }
}
