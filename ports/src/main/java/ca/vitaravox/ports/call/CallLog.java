package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/** Driven port: the records of calls, one each. Thread-safe. */
public interface CallLog {
    /** Adds news to the call's record, making the record if there is none. */
    void add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news, Instant now);

    /**
     * Adds an answered tool call; one whose id is there already replaces it, but keeps what that one asked the
     * EMR if the new one, a repeat, asked nothing. Where a log outlives the process, arguments
     * are kept sealed.
     *
     * @return whether the call is known to be over: its end was heard of, or what came of it was told
     */
    boolean add(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall);

    /** Sets what the call was about as what happened shows. */
    void derived(ClinicId clinic, CallId call, Intent intent, Outcome outcome);

    /** The record of a call. */
    Optional<CallRecord> call(ClinicId clinic, CallId call);
}
