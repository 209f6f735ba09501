package ca.vitaravox.server.demo;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.standin.AccessTokenRow;
import ca.vitaravox.oscar.standin.AppointmentTypeRow;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.DemographicRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.emr.EmrCredentials;
import ca.vitaravox.server.settings.UsualVisitTypes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Maple Street's OSCAR: a stand-in on the loopback address, with three patients and a busy fortnight. */
final class DemoOscar implements AutoCloseable {
    /** Whose number books with the script that comes along. */
    static final String ROBIN_PHONE = "+17805550151";

    private static final ZoneId ZONE = ZoneId.of("America/Edmonton");
    private static final String ACTS_AS = "900";
    private static final String SOLBERG = "301";
    private static final String OKAFOR = "302";
    private static final int DAYS_AHEAD = 14;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** Nobody was calling yet, so nothing has to wait until calls of before are over. */
    private static final Duration BEFORE_ANY_CALL = Duration.ofMinutes(1);

    private final StandInOscar server;
    private final AccessTokenRow token;
    private final ClientRow client =
            new ClientRow("vitaravox-demo", UUID.randomUUID().toString(), "http://127.0.0.1", -1);

    private DemoOscar(InstantSource clock) {
        server = StandInOscar.start(new StandInSettings(
                Line.OPEN_O, ZONE, clock, () -> UUID.randomUUID().toString(), 0));
        server.tables().providers().add(ProviderRow.integration(ACTS_AS));
        server.tables().providers().add(ProviderRow.doctor(SOLBERG, "Solberg", "Ingrid"));
        server.tables().providers().add(ProviderRow.doctor(OKAFOR, "Okafor", "Peter"));
        token = server.staff().allow(client, ACTS_AS);
        int number = 1;
        for (VisitType type : UsualVisitTypes.ALL) {
            server.tables().types().add(new AppointmentTypeRow(number++, type.emrType(), "", (int)
                    type.length().toMinutes()));
        }
        fill(LocalDate.ofInstant(clock.instant(), ZONE));
    }

    /** Starts it on any free port. */
    static DemoOscar start(InstantSource clock) {
        return new DemoOscar(clock);
    }

    /** The stand-in itself. */
    StandInOscar server() {
        return server;
    }

    /** Gives it to Maple Street, which is live from then on. */
    void connect(Database database, Envelope envelope, InstantSource clock) {
        OAuthCredentials credentials =
                new OAuthCredentials(client.key(), client.secret(), token.token(), token.secret());
        database.clinicEmrs()
                .save(
                        DemoClinics.MAPLE_STREET,
                        new EmrSettings(
                                "oscar",
                                true,
                                Optional.of(new EmrAddress(server.baseUrl(), server.baseUrl(), ZONE)),
                                Optional.of(EmrCredentials.seal(envelope, DemoClinics.MAPLE_STREET, credentials))),
                        clock.instant().minus(BEFORE_ANY_CALL));
    }

    private void fill(LocalDate today) {
        patient("CASTLEDINE", "ROBIN", LocalDate.of(1979, 4, 22), "780-555-0151");
        int amara = patient("NDIAYE", "AMARA", LocalDate.of(1994, 10, 8), "780-555-0152");
        int gordon = patient("LESKIW", "GORDON", LocalDate.of(1951, 2, 17), "780-555-0153");
        LocalDate day = today;
        for (int ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                server.staff().book(SOLBERG, day.atTime(LocalTime.of(9, 0)), QUARTER, amara, "Checkup");
                server.staff().book(OKAFOR, day.atTime(LocalTime.of(13, 30)), QUARTER, gordon, "Follow-up");
                server.staff().block(OKAFOR, day.atTime(LocalTime.of(9, 0)), Duration.ofHours(1));
            }
        }
    }

    private int patient(String last, String first, LocalDate born, String phone) {
        Map<DemographicColumn, String> columns = DemographicRow.columns(last, first, born);
        columns.put(DemographicColumn.PHONE, phone);
        columns.put(DemographicColumn.PROVIDER, SOLBERG);
        return server.staff().register(columns);
    }

    @Override
    public void close() {
        server.close();
    }
}
