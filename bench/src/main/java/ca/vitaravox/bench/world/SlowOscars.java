package ca.vitaravox.bench.world;

import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.standin.AccessTokenRow;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.DemographicRow;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.clinic.EncryptionKeys;
import ca.vitaravox.server.emr.EmrCredentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An OSCAR for each clinic of a town, with its providers and patients, all as slow as they are told to be. */
public final class SlowOscars implements AutoCloseable {
    private static final String ACTS_AS = "900";
    private static final Duration BEFORE_ANY_CALL = Duration.ofMinutes(1);

    private final List<StandInOscar> oscars = new ArrayList<>();

    /** Makes them, and the town's clinics live on them. */
    public SlowOscars(BenchServer server, Town town) {
        try (Database database = server.open()) {
            List<ClinicId> clinics = town.clinics();
            for (int n = 0; n < clinics.size(); n++) {
                connect(database, clinics.get(n), town, n);
            }
        }
    }

    private void connect(Database database, ClinicId clinic, Town town, int n) {
        StandInOscar oscar = StandInOscar.start(new StandInSettings(
                Line.OPEN_O,
                Town.ZONE,
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                0));
        oscars.add(oscar);
        oscar.tables().providers().add(ProviderRow.integration(ACTS_AS));
        for (ProviderId each : Town.PROVIDERS) {
            oscar.tables().providers().add(ProviderRow.doctor(each.value(), "Test", "Doctor"));
        }
        ClientRow client = new ClientRow(clinic.value(), UUID.randomUUID().toString(), "http://127.0.0.1", -1);
        AccessTokenRow token = oscar.staff().allow(client, ACTS_AS);
        for (int patient = 1; patient <= town.patients(); patient++) {
            Resident resident = Town.resident(n, patient);
            Map<DemographicColumn, String> columns =
                    DemographicRow.columns(Resident.LAST_NAME, Resident.FIRST_NAME, resident.born());
            columns.put(DemographicColumn.PHONE, resident.phone().substring(2));
            oscar.staff().register(columns);
        }
        URI address = oscar.baseUrl();
        OAuthCredentials credentials =
                new OAuthCredentials(client.key(), client.secret(), token.token(), token.secret());
        database.clinicEmrs()
                .save(
                        clinic,
                        new EmrSettings(
                                "oscar",
                                true,
                                Optional.of(new EmrAddress(address, address, Town.ZONE)),
                                Optional.of(EmrCredentials.seal(envelope(), clinic, credentials))),
                        Instant.now().minus(BEFORE_ANY_CALL));
    }

    private static AesGcmEnvelope envelope() {
        return new AesGcmEnvelope(EncryptionKeys.of(Contenders.ENCRYPTION_KEYS));
    }

    /** The hosts and ports they are at, as the server's configuration allows them. */
    public String hosts() {
        return oscars.stream()
                .map(each -> each.baseUrl().getHost() + ":" + each.baseUrl().getPort())
                .collect(Collectors.joining(","));
    }

    /** From now on each answers that much later. */
    public void answerAfter(Duration delay) {
        oscars.forEach(each -> {
            each.faults().clear();
            each.faults().everywhere(Fault.delay(delay));
        });
    }

    /** From now on none answers. */
    public void stall() {
        oscars.forEach(each -> {
            each.faults().clear();
            each.faults().everywhere(Fault.hang());
        });
    }

    /** How many requests all have got since they last forgot. */
    public long requests() {
        return oscars.stream().mapToLong(each -> each.requests().total()).sum();
    }

    /** Forgets those. */
    public void forget() {
        oscars.forEach(each -> each.requests().forget());
    }

    @Override
    public void close() {
        oscars.forEach(StandInOscar::close);
    }
}
