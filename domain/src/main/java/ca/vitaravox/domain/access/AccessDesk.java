package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.AccessSecrets;
import ca.vitaravox.ports.access.AccessTrail;
import ca.vitaravox.ports.access.CommonPasswords;
import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.OneTimeCodes;
import ca.vitaravox.ports.access.OwnAccess;
import ca.vitaravox.ports.access.PasswordHashes;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.Sessions;
import ca.vitaravox.ports.access.UserAdministration;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.Envelope;
import java.time.InstantSource;

/**
 * Who gets into the administration, over these ports.
 *
 * @param login getting in
 * @param sessions being in
 * @param ownAccess what users do to their own access
 * @param users what others do to it
 */
public record AccessDesk(Login login, Sessions sessions, OwnAccess ownAccess, UserAdministration users) {
    /**
     * What is kept.
     *
     * @param users users and passwords
     * @param factors their second factors
     * @param sessions their sessions
     * @param attempts to log in
     * @param trail of all of it
     * @param clinics where they may work
     */
    public record Ledgers(
            Users users,
            SecondFactors factors,
            SessionLedger sessions,
            LoginAttempts attempts,
            AccessTrail trail,
            ClinicDirectory clinics) {}

    /**
     * What proves and protects.
     *
     * @param hashes of passwords
     * @param common passwords that are refused
     * @param codes of second factors
     * @param secrets what nobody may guess
     * @param envelope of secrets that are kept
     * @param clock the time
     */
    public record Means(
            PasswordHashes hashes,
            CommonPasswords common,
            OneTimeCodes codes,
            AccessSecrets secrets,
            Envelope envelope,
            InstantSource clock) {}

    /**
     * The use cases.
     *
     * @param secondFactorNeeded whether a session without a second factor can do nothing but set one up
     */
    public static AccessDesk of(Ledgers ledgers, Means means, boolean secondFactorNeeded) {
        AccessJournal journal = new AccessJournal(ledgers.trail(), means.clock());
        PasswordProof passwords = new PasswordProof(ledgers.users(), ledgers.attempts(), means.hashes());
        SecondFactorProof factors = new SecondFactorProof(ledgers.factors(), means.codes(), means.envelope());
        return new AccessDesk(
                new LoginDesk(passwords, factors, ledgers.sessions(), journal, means.secrets(), means.clock()),
                new SessionDesk(ledgers.sessions(), journal, means.secrets(), means.clock(), secondFactorNeeded),
                new OwnAccessDesk(
                        new OwnAccessDesk.Proofs(passwords, factors, new PasswordRules(means.common())),
                        ledgers.users(),
                        ledgers.factors(),
                        means.hashes(),
                        means.envelope(),
                        means.secrets(),
                        journal,
                        means.clock()),
                new UserDesk(
                        ledgers.users(),
                        ledgers.factors(),
                        ledgers.attempts(),
                        means.hashes(),
                        means.secrets(),
                        new UserRights(ledgers.clinics()),
                        journal,
                        means.clock()));
    }
}
