package ca.vitaravox.bench.micro;

import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.RequestSigner;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.server.access.BcryptPasswords;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.clinic.EncryptionKeys;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What secrets cost: kept sealed, signed with, and logged in by. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CryptoBench {
    private static final String ARGUMENTS =
            "{\"first_name\":\"Casey\",\"last_name\":\"Tester\",\"date_of_birth\":\"1985-03-15\",\"reason\":\"checkup\"}";
    private static final URI CHARTS =
            URI.create("https://emr.example/oscar/ws/services/demographics/quickSearch?query=5550142&limit=20");

    private final AesGcmEnvelope envelope = new AesGcmEnvelope(EncryptionKeys.of(Contenders.ENCRYPTION_KEYS));
    private final SecretPlace place = SecretPlace.of(new ClinicId("harbourview"), "arguments");
    private final RequestSigner signer = new RequestSigner(
            new OAuthCredentials("a-client", "its-secret", "a-token", "the-token-secret"),
            InstantSource.system(),
            () -> UUID.randomUUID().toString().replace("-", ""));
    private final BcryptPasswords passwords = new BcryptPasswords();
    private final Password password = new Password("a harbour full of herons");
    private final String hash = passwords.hash(password);
    private final String kept = envelope.seal(place, ARGUMENTS);

    /** What is measured does what it should. */
    @Setup
    public void agree() {
        if (!opened().equals(ARGUMENTS) || !password()) {
            throw new IllegalStateException("secrets do not open as they should");
        }
    }

    /** What a tool call was told, as the record of its phone call keeps it: AES-256-GCM. */
    @Benchmark
    public String sealed() {
        return envelope.seal(place, ARGUMENTS);
    }

    /** The same, read again. */
    @Benchmark
    public String opened() {
        return envelope.open(place, kept);
    }

    /** The header of one request to an OSCAR: OAuth 1.0a, HMAC-SHA1. */
    @Benchmark
    public String signed() {
        return signer.authorization("GET", CHARTS);
    }

    /** Somebody of the clinic logs in: bcrypt, which is slow on purpose. */
    @Benchmark
    public boolean password() {
        return passwords.matches(password, hash);
    }
}
