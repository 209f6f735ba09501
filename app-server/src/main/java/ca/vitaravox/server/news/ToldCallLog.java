package ca.vitaravox.server.news;

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
import java.util.function.Consumer;

/**
 * The records of calls, of which somebody is told when one grows. All that a tool call does is there by then, for it is
 * noted down last.
 *
 * @param log the records
 * @param changed told of the clinic
 */
public record ToldCallLog(CallLog log, Consumer<ClinicId> changed) implements CallLog {
    @Override
    public void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news, Instant now) {
        log.add(clinic, call, caller, news, now);
        changed.accept(clinic);
    }

    @Override
    public boolean add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall) {
        boolean over = log.add(clinic, call, caller, toolCall);
        changed.accept(clinic);
        return over;
    }

    @Override
    public void derived(ClinicId clinic, CallId call, Intent intent, Outcome outcome) {
        log.derived(clinic, call, intent, outcome);
        changed.accept(clinic);
    }

    @Override
    public Optional<CallRecord> call(ClinicId clinic, CallId call) {
        return log.call(clinic, call);
    }
}
