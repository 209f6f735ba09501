package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.AccessEvent.Action;
import ca.vitaravox.ports.access.AccessEvent.Result;
import ca.vitaravox.ports.access.AccessSecrets;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.OwnAccess;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.PasswordHashes;
import ca.vitaravox.ports.access.PasswordWeakness;
import ca.vitaravox.ports.access.SecondFactors;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.access.Users;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What users do to their own access; each time they type their password again. */
final class OwnAccessDesk implements OwnAccess {
    private static final int RECOVERY_CODES = 10;
    private static final Duration ENROLMENT = Duration.ofMinutes(10);

    private final Proofs proofs;
    private final Users users;
    private final SecondFactors factors;
    private final PasswordHashes hashes;
    private final Envelope envelope;
    private final AccessSecrets secrets;
    private final AccessJournal journal;
    private final InstantSource clock;

    /** How people prove who they are, and which passwords are good enough. */
    record Proofs(PasswordProof passwords, SecondFactorProof factors, PasswordRules rules) {}

    OwnAccessDesk(
            Proofs proofs,
            Users users,
            SecondFactors factors,
            PasswordHashes hashes,
            Envelope envelope,
            AccessSecrets secrets,
            AccessJournal journal,
            InstantSource clock) {
        this.proofs = proofs;
        this.users = users;
        this.factors = factors;
        this.hashes = hashes;
        this.envelope = envelope;
        this.secrets = secrets;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Change changePassword(LiveSession session, Password current, Password next) {
        if (!proves(session, current)) {
            journal.own(session, Action.PASSWORD_CHANGED, Result.REFUSED);
            return new Change.WrongPassword();
        }
        User user = session.user();
        Optional<PasswordWeakness> weakness = next.equals(current)
                ? Optional.of(PasswordWeakness.SAME)
                : proofs.rules().weakness(next.value(), user.email());
        if (weakness.isPresent()) {
            return new Change.Weak(weakness.get());
        }
        journal.own(session, Action.PASSWORD_CHANGED, Result.INTENDED);
        Optional<SessionId> kept = Optional.of(session.session().id());
        users.setPassword(user.id(), hashes.hash(next), Optional.empty(), kept, clock.instant());
        journal.own(session, Action.PASSWORD_CHANGED, Result.DONE);
        return new Change.Changed();
    }

    private boolean proves(LiveSession session, Password current) {
        boolean right = proofs.passwords()
                .of(session.user().email(), current, clock.instant())
                .open();
        if (right) {
            proofs.passwords().succeeded(session.user().email());
        }
        return right;
    }

    @Override
    public Begun beginSecondFactor(LiveSession session, Password current) {
        if (!proves(session, current)) {
            journal.own(session, Action.SECOND_FACTOR_SET, Result.REFUSED);
            return new Begun.WrongPassword();
        }
        String secret = secrets.secondFactor();
        long until = clock.instant().plus(ENROLMENT).getEpochSecond();
        return new Begun.Secret(secret, envelope.seal(pending(session), until + ":" + secret));
    }

    /** Until it is confirmed the secret is kept by whoever sets it up, sealed for this session. */
    private static SecretPlace pending(LiveSession session) {
        return new SecretPlace("session/" + session.session().id().value(), "totp-enrolment");
    }

    @Override
    public Confirmed confirmSecondFactor(LiveSession session, String enrolment, String code) {
        Instant now = clock.instant();
        Optional<String> secret = opened(session, enrolment, now);
        if (secret.isEmpty()) {
            return new Confirmed.WrongEnrolment();
        }
        OptionalLong step = proofs.factors().step(secret.get(), code.replaceAll("\\s", ""), now);
        if (step.isEmpty()) {
            return new Confirmed.WrongCode();
        }
        journal.own(session, Action.SECOND_FACTOR_SET, Result.INTENDED);
        UserId user = session.user().id();
        List<String> codes =
                Stream.generate(secrets::recoveryCode).limit(RECOVERY_CODES).toList();
        factors.set(
                user,
                envelope.seal(SecondFactorProof.place(user), secret.get()),
                step.getAsLong(),
                codes.stream()
                        .map(each -> Digest.recoveryCode(user.value(), each))
                        .collect(Collectors.toSet()),
                session.session().id(),
                now);
        journal.own(session, Action.SECOND_FACTOR_SET, Result.DONE);
        return new Confirmed.RecoveryCodes(codes);
    }

    private Optional<String> opened(LiveSession session, String enrolment, Instant now) {
        try {
            String[] parts = envelope.open(pending(session), enrolment).split(":", 2);
            return Optional.of(parts[1]).filter(there -> now.getEpochSecond() < Long.parseLong(parts[0]));
        } catch (UnsealableException strange) {
            return Optional.empty();
        }
    }
}
