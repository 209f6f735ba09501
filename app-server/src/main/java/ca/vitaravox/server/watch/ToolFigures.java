package ca.vitaravox.server.watch;

import ca.vitaravox.vapi.webhook.ToolWatch;
import java.time.Duration;
import java.util.Optional;

/**
 * Times tool calls, and has each be a trace.
 *
 * @param watch where
 */
public record ToolFigures(Watch watch) implements ToolWatch {
    /** What figures call an answer without a code. */
    private static final String SUCCESS = "success";

    @Override
    public void answered(String tool, Optional<String> code, Duration took) {
        watch.metrics().time(Timed.TOOL, took, tool, code.orElse(SUCCESS));
    }

    @Override
    public void execute(String tool, String call, Runnable work) {
        try (Traces.Open span = watch.traces().begin(tool, call)) {
            work.run();
            span.ended("done");
        }
    }
}
