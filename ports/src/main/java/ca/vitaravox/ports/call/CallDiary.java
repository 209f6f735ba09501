package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.Optional;

/**
 * Use case: keep each call's record. When a call is over its holds are released, and intent and outcome are derived
 * from what really happened in it; where they differ from what the assistant said, both are kept. Thread-safe.
 */
public interface CallDiary {
    /** Takes in news of a call; twice, late or in any order. */
    void learn(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, CallNews news);

    /** Notes down a tool call that was answered; one that comes after the end of its call is told from, too. */
    void note(ClinicId clinic, CallId call, Optional<PhoneNumber> caller, ToolCall toolCall);
}
