package ca.vitaravox.domain.call;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the records of calls in memory for as long as it lives: for tests, and for a tool that is one process. */
public final class InMemoryCallLog implements CallLog {
    private final Map<Key, CallPage> calls = new HashMap<>();

    /** A log without calls. */
    public InMemoryCallLog() {}

    private record Key(ClinicId clinic, CallId call) {}

    @Override
    public synchronized void add(
            ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news, Instant now) {
        CallPage page = page(clinic, call);
        page.calledBy(caller);
        page.add(news);
    }

    @Override
    public synchronized boolean add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall) {
        CallPage page = page(clinic, call);
        page.calledBy(caller);
        page.add(toolCall);
        CallRecord record = page.record(clinic, call);
        return record.endedAt().isPresent() || record.derivedOutcome().isPresent();
    }

    @Override
    public synchronized void derived(ClinicId clinic, CallId call, Intent intent, Outcome outcome) {
        page(clinic, call).derived(intent, outcome);
    }

    @Override
    public synchronized Optional<CallRecord> call(ClinicId clinic, CallId call) {
        return Optional.ofNullable(calls.get(new Key(clinic, call))).map(page -> page.record(clinic, call));
    }

    private CallPage page(ClinicId clinic, CallId call) {
        return calls.computeIfAbsent(new Key(clinic, call), key -> new CallPage());
    }
}
