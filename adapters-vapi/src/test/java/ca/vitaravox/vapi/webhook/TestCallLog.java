package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A log of tool calls that tests can wait for. */
final class TestCallLog implements CallLog {
    private final BlockingQueue<ToolCall> added = new LinkedBlockingQueue<>();
    volatile boolean broken;
    volatile Consumer<ToolCall> whenAdded = call -> {};

    ToolCall next() throws InterruptedException {
        return added.poll(20, TimeUnit.SECONDS);
    }

    boolean isEmpty() {
        return added.isEmpty();
    }

    @Override
    public void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall) {
        added.add(toolCall);
        whenAdded.accept(toolCall);
        if (broken) {
            throw new IllegalStateException("the log is full, said Robin Castellan");
        }
    }

    @Override
    public void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void derived(ClinicId clinic, CallId call, Intent intent, Outcome outcome) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CallRecord> call(ClinicId clinic, CallId call) {
        throw new UnsupportedOperationException();
    }
}
