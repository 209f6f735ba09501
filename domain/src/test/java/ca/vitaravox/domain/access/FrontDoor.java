package ca.vitaravox.domain.access;

import ca.vitaravox.domain.clinic.InMemoryClinics;
import ca.vitaravox.ports.access.AccessSecrets;
import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.OneTimeCodes;
import ca.vitaravox.ports.access.OwnAccess;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.PasswordHashes;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.ports.contract.clinic.SampleClinics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The door to an administration whose clock is moved by hand, whose hashes are counted and whose secrets are plain. */
final class FrontDoor {
    static final ClinicId OURS = new ClinicId("ours");
    static final ClinicId THEIRS = new ClinicId("theirs");
    static final String PASSWORD = "seven plain kites";

    final InMemoryAccess access = new InMemoryAccess();
    final InMemoryLoginAttempts attempts = new InMemoryLoginAttempts();
    final InMemoryAccessTrail trail = new InMemoryAccessTrail();
    final AtomicInteger compared = new AtomicInteger();
    final Codes codes = new Codes();
    final AccessDesk desk;
    Instant now = Instant.parse("2026-03-02T17:00:00Z");
    private int made;

    FrontDoor(boolean secondFactorNeeded) {
        InMemoryClinics clinics = new InMemoryClinics();
        clinics.save(SampleClinics.small(OURS));
        clinics.save(SampleClinics.small(THEIRS));
        desk = AccessDesk.of(
                new AccessDesk.Ledgers(access, access, access, attempts, trail, clinics),
                new AccessDesk.Means(
                        new CountedHashes(),
                        "password"::equals,
                        codes,
                        new CountedSecrets(),
                        new OpenEnvelope(),
                        () -> now),
                secondFactorNeeded);
    }

    void later(Duration length) {
        now = now.plus(length);
    }

    /** A user with {@link #PASSWORD} as their own. */
    User user(String name, Role role, ClinicId... clinics) {
        User user = new User(
                new UserId(name),
                new EmailAddress(name + "@clinic.test"),
                name,
                role,
                Set.of(clinics),
                false,
                false,
                1,
                now);
        access.add(new Account(user, "hash of " + PASSWORD, Optional.empty(), Optional.empty()));
        return user;
    }

    Login.Result login(String name, String password, String... code) {
        return desk.login()
                .login(new Login.Request(
                        new EmailAddress(name + "@clinic.test"),
                        new Password(password),
                        Optional.of(code).filter(given -> given.length > 0).map(given -> given[0]),
                        Session.Kind.API));
    }

    LiveSession session(String name, String... code) {
        return ((Login.Result.In) login(name, PASSWORD, code)).session();
    }

    /** Sets a second factor up; returns its recovery codes. */
    OwnAccess.Confirmed.RecoveryCodes enrol(LiveSession session) {
        OwnAccess.Begun.Secret begun =
                (OwnAccess.Begun.Secret) desk.ownAccess().beginSecondFactor(session, new Password(PASSWORD));
        return (OwnAccess.Confirmed.RecoveryCodes)
                desk.ownAccess().confirmSecondFactor(session, begun.enrolment(), code(begun.secret(), 0));
    }

    /** The code so many steps from now. */
    String code(String secret, int steps) {
        return codes.code(secret, codes.step(now) + steps);
    }

    /** The code of a user's second factor so many steps from now. */
    String codeOf(User user, int steps) {
        String sealed = access.find(user.id()).orElseThrow().sealedSecret().orElseThrow();
        return code(sealed.substring(sealed.lastIndexOf('|') + 1), steps);
    }

    private final class CountedHashes implements PasswordHashes {
        @Override
        public String hash(Password password) {
            return "hash of " + password.value();
        }

        @Override
        public boolean matches(Password password, String hash) {
            compared.incrementAndGet();
            return hash.equals(hash(password));
        }

        @Override
        public String decoy() {
            return "nobody's";
        }
    }

    static final class Codes implements OneTimeCodes {
        private final Map<String, Integer> numbers = new HashMap<>();

        @Override
        public long step(Instant at) {
            return at.getEpochSecond() / 30;
        }

        @Override
        public String code(String secret, long step) {
            int number = numbers.computeIfAbsent(secret, first -> numbers.size() + 1);
            return "%06d".formatted((number * 1_000L + step) % 1_000_000);
        }
    }

    private final class CountedSecrets implements AccessSecrets {
        private String next(String what) {
            made++;
            return what + made;
        }

        @Override
        public String id() {
            return next("id");
        }

        @Override
        public String token() {
            return next("token");
        }

        @Override
        public String password() {
            return next("given-password-");
        }

        @Override
        public String secondFactor() {
            return next("SECRET");
        }

        @Override
        public String recoveryCode() {
            return next("RECOVERY-CODE-");
        }
    }

    private static final class OpenEnvelope implements Envelope {
        @Override
        public String seal(SecretPlace place, String secret) {
            return place.owner() + "|" + place.field() + "|" + secret;
        }

        @Override
        public String open(SecretPlace place, String sealed) {
            String prefix = place.owner() + "|" + place.field() + "|";
            if (!sealed.startsWith(prefix)) {
                throw new UnsealableException("sealed for another place");
            }
            return sealed.substring(prefix.length());
        }

        @Override
        public boolean isCurrent(String sealed) {
            return true;
        }
    }
}
