package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.call.ToolCall;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A log of tool calls that tests can wait for. */
final class TestCallLog {
    private final BlockingQueue<ToolCall> added = new LinkedBlockingQueue<>();
    volatile boolean broken;
    volatile Consumer<ToolCall> whenAdded = call -> {};

    ToolCall next() throws InterruptedException {
        return added.poll(20, TimeUnit.SECONDS);
    }

    boolean isEmpty() {
        return added.isEmpty();
    }

    void add(ToolCall toolCall) {
        added.add(toolCall);
        whenAdded.accept(toolCall);
        if (broken) {
            throw new IllegalStateException("the log is full, said Robin Castellan");
        }
    }
}
