package ca.vitaravox.ports.access;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.Optional;

/**
 * One question asked in one phone call. Clinic and caller come from the telephone side, never from what was said.
 *
 * @param clinic whose number was called
 * @param call the phone call
 * @param caller the calling number; empty when withheld
 * @param language the language the answer is spoken in
 * @param deadline until when an answer counts
 */
public record CallContext(
        ClinicId clinic, CallId call, Optional<PhoneNumber> caller, Language language, Deadline deadline) {}
