package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.AccessEvent.Action;
import ca.vitaravox.ports.access.AccessSecrets;
import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.SessionLedger;
import ca.vitaravox.ports.access.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Logs people in. */
final class LoginDesk implements Login {
    private final PasswordProof passwords;
    private final SecondFactorProof factors;
    private final SessionLedger sessions;
    private final AccessJournal journal;
    private final AccessSecrets secrets;
    private final InstantSource clock;

    LoginDesk(
            PasswordProof passwords,
            SecondFactorProof factors,
            SessionLedger sessions,
            AccessJournal journal,
            AccessSecrets secrets,
            InstantSource clock) {
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.journal = journal;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Login.Result login(Request request) {
        Instant now = clock.instant();
        PasswordProof.Found found = passwords.of(request.email(), request.password(), now);
        if (!found.open()) {
            return refuse(found.account());
        }
        Account account = found.account().orElseThrow();
        boolean hasFactor = account.sealedSecret().isPresent();
        if (hasFactor && request.code().isEmpty()) {
            return new Login.Result.CodeNeeded();
        }
        SecondFactorProof.Proof proof =
                hasFactor ? factors.of(account, request.code().orElseThrow(), now) : SecondFactorProof.Proof.NONE;
        if (hasFactor && proof == SecondFactorProof.Proof.NONE) {
            return refuse(found.account());
        }
        if (proof == SecondFactorProof.Proof.RECOVERY_CODE) {
            journal.login(
                    Optional.of(account.user().id()),
                    Optional.empty(),
                    Action.RECOVERY_CODE_USED,
                    AccessEvent.Result.DONE);
        }
        passwords.succeeded(request.email());
        return open(account, request.kind(), hasFactor, now);
    }

    private Login.Result refuse(Optional<Account> account) {
        journal.login(
                account.map(there -> there.user().id()), Optional.empty(), Action.LOGIN, AccessEvent.Result.REFUSED);
        return new Login.Result.Refused();
    }

    private Login.Result open(Account account, Session.Kind kind, boolean proved, Instant now) {
        User user = account.user();
        Session session = new Session(new SessionId(secrets.id()), user.id(), kind, proved, now, now);
        journal.login(Optional.of(user.id()), Optional.of(session.id()), Action.LOGIN, AccessEvent.Result.DONE);
        String token = secrets.token();
        sessions.open(session, Digest.token(token));
        return new Login.Result.In(
                new LiveSession(session, user, account.passwordUntil().isPresent()), token);
    }
}
