package ca.vitaravox.oscar;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A running OSCAR is in order. Which one is said by the environment: {@code VITARAVOX_TEST_OSCAR_URL} (with context, as
 * in {@code https://emr.example.test/oscar}), {@code _KEY}, {@code _SECRET}, {@code _TOKEN}, {@code _TOKEN_SECRET},
 * {@code _PROVIDER} (who may be booked), {@code _ZONE}; and {@code _SIGNING_URL} where OSCAR sees itself at another
 * address than it is called at.
 */
@EnabledIfEnvironmentVariable(
        named = "VITARAVOX_TEST_OSCAR_URL",
        matches = ".+",
        disabledReason = "VITARAVOX_TEST_OSCAR_URL names no running OSCAR to be tried out")
class RealOscarTest extends LiveOscarContract {
    private final ClinicId clinic = Fresh.clinic();
    private Oscar oscar;

    private static String setting(String name) {
        return optional(name).orElseThrow(() -> new AssertionError("VITARAVOX_TEST_OSCAR_" + name + " is missing"));
    }

    private static Optional<String> optional(String name) {
        return Optional.ofNullable(System.getenv("VITARAVOX_TEST_OSCAR_" + name))
                .filter(value -> !value.isBlank());
    }

    @Override
    void start() {
        URI called = URI.create(setting("URL"));
        URI seen = optional("SIGNING_URL").map(URI::create).orElse(called);
        oscar = Oscar.connect(
                new OscarSettings(
                        clinic,
                        new OscarAddress(called, seen),
                        new OAuthCredentials(
                                setting("KEY"), setting("SECRET"), setting("TOKEN"), setting("TOKEN_SECRET")),
                        new Zones(zone(), zone()),
                        Duration.ofMinutes(45),
                        Optional.empty(),
                        Optional.empty()),
                new OscarMeans(
                        OnceOnly.client(Duration.ofSeconds(5)),
                        InstantSource.system(),
                        Fresh::hex,
                        Duration.ofSeconds(10)),
                new TestNumbers());
    }

    @Override
    void stop() {
        oscar.close();
    }

    @Override
    Oscar oscar() {
        return oscar;
    }

    @Override
    ClinicId clinic() {
        return clinic;
    }

    @Override
    ProviderId provider() {
        return new ProviderId(setting("PROVIDER"));
    }

    @Override
    ZoneId zone() {
        return ZoneId.of(setting("ZONE"));
    }
}
