package ca.vitaravox.server.endtoend;

import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.testing.OwnDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A clinic of twenty providers with twelve openings each a day. Every caller has a telephone and a patient of their own:
 * patient {@code n} is Casey Tester.
 */
final class CrowdedClinic {
    static final int PROVIDERS = 20;

    private static final int NUMBERS_PER_AREA = 10_000;
    private static final List<String> AREAS =
            List.of("204", "236", "250", "306", "403", "416", "514", "604", "613", "778");
    private static final ZoneId ZONE = ZoneId.of("America/Vancouver");
    private static final AtomicInteger LINES = new AtomicInteger(5550100);
    private static final LocalTime OPENS = LocalTime.of(9, 0);

    private final LocalDate firstDay = LocalDate.ofInstant(Instant.now(), ZONE).plusDays(2);

    private final ClinicId id;
    private final PhoneNumber line = new PhoneNumber("+1604" + LINES.incrementAndGet());

    private CrowdedClinic(ClinicId id) {
        this.id = id;
    }

    /** Makes one of that name, with so many patients, 100,000 at most. */
    static CrowdedClinic open(OwnDatabase database, String name, int patients) throws SQLException {
        CrowdedClinic clinic = new CrowdedClinic(new ClinicId(name));
        clinic.save(database.database());
        try (Connection connection = database.asOwner(name);
                PreparedStatement charts = connection.prepareStatement("""
                        INSERT INTO demo_charts (clinic_id, patient_id, first_name, last_name, first_folded, last_folded,
                                                 birth_date, email_on_file, address_on_file)
                        SELECT ?, n::text, 'Casey', 'Tester', 'casey', 'tester', date '1980-01-01', false, false
                          FROM generate_series(0, ? - 1) n
                        """);
                PreparedStatement phones = connection.prepareStatement("""
                        INSERT INTO demo_chart_phones (clinic_id, patient_id, place, phone)
                        SELECT ?, n::text, 0, '+1' || (?::text[])[n / 10000 + 1] || '555' || lpad((n % 10000)::text, 4, '0')
                          FROM generate_series(0, ? - 1) n
                        """)) {
            charts.setString(1, name);
            charts.setInt(2, patients);
            charts.execute();
            phones.setString(1, name);
            phones.setArray(2, connection.createArrayOf("text", AREAS.toArray()));
            phones.setInt(3, patients);
            phones.execute();
        }
        return clinic;
    }

    private void save(Database database) {
        List<ProviderId> providers = IntStream.range(0, PROVIDERS)
                .mapToObj(n -> new ProviderId(provider(n)))
                .toList();
        VisitTypeCode checkup = new VisitTypeCode("checkup");
        database.clinicSettings()
                .save(new Clinic(
                        id,
                        "Crowded Clinic",
                        line,
                        "1 Test Street",
                        ZONE,
                        List.of(Language.ENGLISH),
                        true,
                        true,
                        Optional.empty(),
                        Arrays.stream(DayOfWeek.values())
                                .collect(Collectors.toMap(
                                        day -> day, day -> List.of(new OpenHours(OPENS, LocalTime.NOON)))),
                        List.of(),
                        providers.stream()
                                .map(each -> new Provider(each, "Doctor Test " + each, Optional.empty(), true, true))
                                .toList(),
                        List.of(new VisitType(checkup, Duration.ofMinutes(15), Map.of(), Set.of(), "Checkup")),
                        checkup,
                        new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 365, 2)));
        database.clinicSettings()
                .assign(id, List.of(new Line(id, line, Optional.empty(), Optional.empty(), Language.ENGLISH)));
        for (ProviderId provider : providers) {
            database.scheduleSettings()
                    .save(
                            id,
                            provider,
                            Arrays.stream(DayOfWeek.values())
                                    .map(day -> new WeeklyShift(day, OPENS, LocalTime.NOON, Set.of()))
                                    .toList());
        }
    }

    /** The id of one of the {@link #PROVIDERS}. */
    static String provider(int n) {
        return Integer.toString(100 + n);
    }

    /** The clinic's id. */
    String id() {
        return id.value();
    }

    /** The number callers dial. */
    String number() {
        return line.e164();
    }

    /** The telephone of a patient. */
    static String phoneOf(int patient) {
        return "+1" + AREAS.get(patient / NUMBERS_PER_AREA) + "555" + String.format("%04d", patient % NUMBERS_PER_AREA);
    }

    /** A provider and when, in the clinic's time, as {@code 101 2026-06-01 09:00}. */
    static String place(String provider, Instant start) {
        LocalDateTime local = LocalDateTime.ofInstant(start, ZONE);
        return provider + " " + local.toLocalDate() + " " + local.toLocalTime();
    }

    /** When it opens on such a day. */
    Instant opens(int n) {
        return day(n).atTime(OPENS).atZone(ZONE).toInstant();
    }

    /** A day that can be booked; 0 is the first. */
    LocalDate day(int n) {
        return firstDay.plusDays(n);
    }
}
