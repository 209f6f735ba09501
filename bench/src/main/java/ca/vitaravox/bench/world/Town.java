package ca.vitaravox.bench.world;

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
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.settings.UsualVisitTypes;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clinics of five providers who work every day from 9 to 17, and so many patients each. Thread-safe. */
public final class Town {
    /** What every clinic's clock shows. */
    static final ZoneId ZONE = ZoneId.of("America/Vancouver");

    /** The providers of each clinic. */
    static final List<ProviderId> PROVIDERS =
            IntStream.rangeClosed(1, 5).mapToObj(n -> new ProviderId("" + n)).toList();

    private static final LocalDate FIRST_BORN = LocalDate.of(1960, 1, 1);
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private final int clinics;
    private final int patients;
    private final AtomicInteger next = new AtomicInteger();

    private Town(int clinics, int patients) {
        this.clinics = clinics;
        this.patients = patients;
    }

    /** Builds it in an empty database; its clinics have demo data. */
    public static Town build(BenchServer server, int clinics, int patients) throws SQLException {
        Town town = new Town(clinics, patients);
        try (Database database = server.open()) {
            for (int n = 0; n < clinics; n++) {
                town.save(database, n);
            }
        }
        server.run("postgres", """
                INSERT INTO demo_charts (clinic_id, patient_id, first_name, last_name, first_folded, last_folded, birth_date,
                                         email_on_file, address_on_file)
                SELECT 'town-' || c, p, '%s', '%s', lower('%s'), lower('%s'), date '%s' + p, false, false
                  FROM generate_series(0, %d) AS c, generate_series(1, %d) AS p;
                INSERT INTO demo_chart_phones (clinic_id, patient_id, place, phone)
                SELECT clinic_id, patient_id, 0, '+1778555' || lpad(patient_id, 4, '0') FROM demo_charts
                 WHERE clinic_id LIKE 'town-%%';
                ANALYZE
                """.formatted(
                        Resident.FIRST_NAME,
                        Resident.LAST_NAME,
                        Resident.FIRST_NAME,
                        Resident.LAST_NAME,
                        FIRST_BORN,
                        clinics - 1,
                        patients));
        return town;
    }

    /** The next who calls: one clinic's after another's, so that nobody calls twice before everybody has called once. */
    public Resident next() {
        int caller = Math.floorMod(next.getAndIncrement(), clinics * patients);
        return resident(caller % clinics, 1 + caller / clinics);
    }

    static Resident resident(int clinic, int patient) {
        return new Resident("+1778555%04d".formatted(patient), number(clinic).e164(), FIRST_BORN.plusDays(patient));
    }

    /** The ids of its clinics. */
    List<ClinicId> clinics() {
        return IntStream.range(0, clinics).mapToObj(Town::id).toList();
    }

    /** How many patients each clinic has. */
    int patients() {
        return patients;
    }

    private static ClinicId id(int clinic) {
        return new ClinicId("town-" + clinic);
    }

    private static PhoneNumber number(int clinic) {
        return new PhoneNumber("+1604555%04d".formatted(clinic));
    }

    private void save(Database database, int n) {
        ClinicId id = id(n);
        Map<DayOfWeek, List<OpenHours>> hours = new EnumMap<>(DayOfWeek.class);
        List<DayOfWeek> week = Arrays.asList(DayOfWeek.values());
        week.forEach(day -> hours.put(day, List.of(new OpenHours(OPENING, CLOSING))));
        database.clinicSettings()
                .save(new Clinic(
                        id,
                        "Town Clinic " + n,
                        number(n),
                        n + " Test Street",
                        ZONE,
                        List.of(Language.ENGLISH),
                        true,
                        true,
                        Optional.empty(),
                        hours,
                        List.of(),
                        PROVIDERS.stream()
                                .map(each -> new Provider(each, "Doctor Test " + each, Optional.empty(), true, true))
                                .toList(),
                        UsualVisitTypes.ALL,
                        UsualVisitTypes.CHECKUP,
                        BookingPolicy.USUAL));
        database.clinicSettings()
                .assign(id, List.of(new Line(id, number(n), Optional.empty(), Optional.empty(), Language.ENGLISH)));
        List<WeeklyShift> shifts = week.stream()
                .map(day -> new WeeklyShift(day, OPENING, CLOSING, Set.of()))
                .toList();
        PROVIDERS.forEach(each -> database.scheduleSettings().save(id, each, shifts));
    }
}
