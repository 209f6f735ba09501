package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Driven port: charts on their way into the EMR, one at a time for each person of a clinic, and what their patients
 * agreed to. A person is known by a {@linkplain Fingerprints fingerprint} of name and date of birth. Thread-safe, among
 * all servers.
 */
public interface RegistrationJournal {
    /** Claims the right to register somebody until {@code until}; from then on another may take over. */
    Claim claim(ClinicId clinic, Registrant registrant, Instant now, Instant until);

    /**
     * The EMR is asked for the chart next: from now on, until this ends, it may be there.
     *
     * @return false if another has taken over; nothing is changed then
     */
    boolean sending(ClinicId clinic, String person, int attempt);

    /**
     * The chart is there. What its patient agreed to is kept for good; the name and date of birth are forgotten.
     *
     * @return false if the attempt is not the latest, or has ended; nothing is changed then
     */
    boolean made(ClinicId clinic, String person, int attempt, PatientId patient, Instant now);

    /**
     * There is no chart and will be none; nothing is kept of it.
     *
     * @return false if the attempt is not the latest, or has ended; nothing is changed then
     */
    boolean dropped(ClinicId clinic, String person, int attempt);

    /** The charts that this call had made. */
    Set<PatientId> madeIn(ClinicId clinic, CallId call);

    /** Takes over requests that were sent and never ended, of all clinics, as one more attempt until {@code until}. */
    List<CutOff> take(int most, Instant now, Instant until);

    /**
     * Somebody to be registered; its text is hidden.
     *
     * @param person the fingerprint of name and date of birth
     * @param call the phone call that asks
     * @param name as it will be on the chart
     * @param birthDate as it will be on the chart
     * @param consent what the caller agreed to
     */
    record Registrant(String person, CallId call, PatientName name, LocalDate birthDate, Consent consent) {
        @Override
        public String toString() {
            return "Registrant[hidden]";
        }
    }

    /**
     * A request that was sent, and whose end nobody saw.
     *
     * @param clinic whose EMR
     * @param registrant for whom it was sent, by which call
     * @param since when it was first claimed
     * @param attempt to be named when it ends
     */
    record CutOff(ClinicId clinic, Registrant registrant, Instant since, int attempt) {}

    /** What came of claiming somebody. */
    sealed interface Claim {
        /**
         * Nobody has asked the EMR for this chart.
         *
         * @param attempt to be named when it ends
         */
        record Yours(int attempt) implements Claim {}

        /**
         * Somebody has, and the end was never seen: to be looked for before anything is sent again.
         *
         * @param request what was sent; taken over
         */
        record TakenOver(CutOff request) implements Claim {}

        /** It is being registered at this moment. */
        record Running() implements Claim {}

        /**
         * This very call had it made.
         *
         * @param patient the chart
         */
        record Made(PatientId patient) implements Claim {}
    }
}
