package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Use case: who is calling. Whoever does not know a second factor learns nothing: an unknown name and a wrong date of
 * birth get the same answer. Every lookup is in the audit trail before the answer leaves. Thread-safe.
 */
public interface PatientLookup {
    /** Looks for the caller by the calling number, which is always tried, or by a number they claim. */
    LookupResult byPhone(CallContext call, ByPhone query);

    /** Looks for the caller by full name and a second factor; without one nothing is looked up. */
    LookupResult byName(CallContext call, ByName query);

    /** The details of a patient who was verified in this call, calling for themselves. */
    DetailsResult details(CallContext call, PatientId patient);

    /**
     * What was said for a lookup by phone; its text is hidden.
     *
     * @param claimed another number the chart may be under, as the caller says
     * @param firstName the patient's first name as heard
     * @param birthDate second factor
     * @param healthNumber second factor
     * @param relationship whom the caller speaks for
     */
    record ByPhone(
            Optional<PhoneNumber> claimed,
            Optional<String> firstName,
            Optional<LocalDate> birthDate,
            Optional<HealthNumber> healthNumber,
            Relationship relationship) {
        /** Whether a second factor was given. */
        public boolean hasSecondFactor() {
            return birthDate.isPresent() || healthNumber.isPresent();
        }

        @Override
        public String toString() {
            return "ByPhone[hidden]";
        }
    }

    /**
     * What was said for a lookup by name; its text is hidden.
     *
     * @param name full name as heard
     * @param birthDate second factor
     * @param healthNumber second factor
     * @param relationship whom the caller speaks for
     */
    record ByName(
            PatientName name,
            Optional<LocalDate> birthDate,
            Optional<HealthNumber> healthNumber,
            Relationship relationship) {
        /** Whether a second factor was given. */
        public boolean hasSecondFactor() {
            return birthDate.isPresent() || healthNumber.isPresent();
        }

        @Override
        public String toString() {
            return "ByName[hidden]";
        }
    }
}
