package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.Optional;

/**
 * Where a message comes from, as the envelope says.
 *
 * @param called what was called
 * @param callId the name of the phone call as written, usable or not
 * @param caller who calls; empty when withheld or not told
 * @param telephone whether it is a telephone call, so that a missing caller is a withheld one
 * @param language what the call is held in, as far as told
 */
record Origin(
        CalledLine called,
        Optional<String> callId,
        Optional<PhoneNumber> caller,
        boolean telephone,
        Optional<Language> language) {
    /** The phone call; empty if it has no name, or one that no call has. */
    Optional<CallId> call() {
        try {
            return callId.map(CallId::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
