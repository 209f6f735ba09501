package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.patient.ConsentRequests;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.Fingerprints;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.patient.RegistrationJournal;
import java.time.InstantSource;

/**
 * The use cases of this room.
 *
 * @param lookup who is calling
 * @param registration new patients
 */
public record PatientUseCases(PatientLookup lookup, Registration registration) {
    /**
     * What they need.
     *
     * @param clinics clinics and their settings
     * @param charts the EMR's charts, those of callers read ahead
     * @param names how names are compared
     * @param identities who was identified in which call
     * @param failures failed attempts to be taken for a patient
     * @param registrations charts on their way into the EMR
     * @param consents the words of consent that were given out
     * @param known who was verified in calls from which numbers
     * @param fingerprints digests under our key
     * @param trail the audit trail
     * @param clock the time
     * @param pause waiting
     */
    public record Needs(
            ClinicDirectory clinics,
            CallerCharts charts,
            HeardNames names,
            IdentityLedger identities,
            FailedAttempts failures,
            RegistrationJournal registrations,
            ConsentRequests consents,
            KnownCallers known,
            Fingerprints fingerprints,
            CallTrail trail,
            InstantSource clock,
            Pause pause) {}

    /** Builds them. */
    public static PatientUseCases of(Needs needs) {
        AttemptLimits limits = new AttemptLimits(needs.failures, needs.clock);
        Familiar familiar = new Familiar(needs.known, needs.fingerprints, needs.charts, needs.clock);
        SamePerson people = new SamePerson(needs.charts, needs.names, new EmrTime(needs.clock));
        MakingCharts making = new MakingCharts(
                needs.charts,
                people,
                limits,
                needs.registrations,
                needs.identities,
                familiar,
                needs.trail,
                needs.clock);
        return new PatientUseCases(
                new PatientLookupDesk(
                        needs.charts,
                        needs.names,
                        needs.identities,
                        limits,
                        familiar,
                        needs.trail,
                        needs.clinics,
                        needs.clock,
                        needs.pause),
                new RegistrationDesk(
                        needs.clinics,
                        needs.registrations,
                        needs.consents,
                        making,
                        new UnfinishedCharts(needs.registrations, people, needs.trail, needs.clock),
                        needs.fingerprints,
                        needs.clock,
                        needs.pause));
    }
}
