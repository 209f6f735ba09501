package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes clinics and lines. */
public final class PostgresClinicSettings implements ClinicSettings {
    /** Unique or exclusion constraint violated: somebody has it already. */
    private static final Set<String> TAKEN = Set.of("23505", "23P01");

    private final ClinicTransactions transactions;
    private final PostgresClinicDirectory directory;

    /** Writes what {@code directory} reads. */
    public PostgresClinicSettings(ClinicTransactions transactions, PostgresClinicDirectory directory) {
        this.transactions = transactions;
        this.directory = directory;
    }

    @Override
    public void save(Clinic clinic) {
        transactions.doInClinic(clinic.id(), handle -> {
            saveClinic(handle, clinic);
            for (String table : List.of("clinic_hours", "closures", "providers", "visit_types")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE clinic_id = :clinic")
                        .bind("clinic", clinic.id().value())
                        .execute();
            }
            saveHours(handle, clinic);
            saveClosures(handle, clinic);
            saveProviders(handle, clinic);
            saveVisitTypes(handle, clinic);
        });
        directory.forget(clinic.id());
    }

    /** Also takes the clinic's row, so that two who save at once take turns. */
    private static void saveClinic(Handle handle, Clinic clinic) {
        handle.createUpdate("""
                        INSERT INTO clinics (
                            clinic_id, name, phone, address, zone, languages, accepting_new_patients, waitlist_enabled,
                            greeting, default_visit_type, grid_minutes, minimum_notice_seconds, change_notice_seconds,
                            horizon_days, future_appointments, holidays)
                        VALUES (
                            :clinic, :name, :phone, :address, :zone, :languages, :accepting, :waitlist,
                            :greeting, :default, :grid, :minimum, :change, :horizon, :future, :holidays)
                        ON CONFLICT (clinic_id) DO UPDATE SET
                            name = excluded.name, phone = excluded.phone, address = excluded.address,
                            zone = excluded.zone, languages = excluded.languages,
                            accepting_new_patients = excluded.accepting_new_patients,
                            waitlist_enabled = excluded.waitlist_enabled, greeting = excluded.greeting,
                            default_visit_type = excluded.default_visit_type, grid_minutes = excluded.grid_minutes,
                            minimum_notice_seconds = excluded.minimum_notice_seconds,
                            change_notice_seconds = excluded.change_notice_seconds,
                            horizon_days = excluded.horizon_days, future_appointments = excluded.future_appointments,
                            holidays = excluded.holidays
                        """)
                .bind("clinic", clinic.id().value())
                .bind("name", clinic.name())
                .bind("phone", clinic.phone().e164())
                .bind("address", clinic.address())
                .bind("zone", clinic.zone().getId())
                .bindArray(
                        "languages",
                        String.class,
                        clinic.languages().stream().map(Language::code).toList())
                .bind("accepting", clinic.acceptingNewPatients())
                .bind("waitlist", clinic.waitlistEnabled())
                .bind("greeting", clinic.greeting().orElse(null))
                .bind("default", clinic.defaultVisitType().value())
                .bind("grid", clinic.policy().gridMinutes())
                .bind("minimum", clinic.policy().minimumNotice().toSeconds())
                .bind("change", clinic.policy().changeNotice().toSeconds())
                .bind("horizon", clinic.policy().horizonDays())
                .bind("future", clinic.policy().futureAppointmentsPerPatient())
                .bind("holidays", clinic.holidays().map(Columns::word).orElse(null))
                .execute();
    }

    private static void saveHours(Handle handle, Clinic clinic) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO clinic_hours (clinic_id, day, place, opens, closes)
                VALUES (:clinic, :day, :place, :opens, :closes)
                """);
        for (DayOfWeek day : DayOfWeek.values()) {
            int place = 0;
            for (OpenHours hours : clinic.hours().getOrDefault(day, List.of())) {
                batch.bind("clinic", clinic.id().value())
                        .bind("day", day.getValue())
                        .bind("place", place++)
                        .bind("opens", hours.open())
                        .bind("closes", hours.close())
                        .add();
            }
        }
        batch.execute();
    }

    private static void saveClosures(Handle handle, Clinic clinic) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO closures (clinic_id, place, first_day, last_day, reason, provider_id)
                VALUES (:clinic, :place, :first, :last, :reason, :provider)
                """);
        int place = 0;
        for (var closure : clinic.closures()) {
            batch.bind("clinic", clinic.id().value())
                    .bind("place", place++)
                    .bind("first", closure.first())
                    .bind("last", closure.last())
                    .bind("reason", closure.reason())
                    .bind("provider", closure.provider().map(ProviderId::value).orElse(null))
                    .add();
        }
        batch.execute();
    }

    private static void saveProviders(Handle handle, Clinic clinic) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO providers (
                    clinic_id, provider_id, place, display_name, specialty, accepting_new_patients, bookable, audiences)
                VALUES (
                    :clinic, :provider, :place, :name, :specialty, :accepting, :bookable, CAST(:audiences AS jsonb))
                """);
        int place = 0;
        for (var provider : clinic.providers()) {
            batch.bind("clinic", clinic.id().value())
                    .bind("provider", provider.id().value())
                    .bind("place", place++)
                    .bind("name", provider.displayName())
                    .bind("specialty", provider.specialty().orElse(null))
                    .bind("accepting", provider.acceptingNewPatients())
                    .bind("bookable", provider.bookable())
                    .bind("audiences", ClinicRow.audiences(provider))
                    .add();
        }
        batch.execute();
    }

    private static void saveVisitTypes(Handle handle, Clinic clinic) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO visit_types (
                    clinic_id, code, place, minutes, names, aliases, emr_type, minutes_before, minutes_after)
                VALUES (:clinic, :code, :place, :minutes, CAST(:names AS jsonb), :aliases, :type, :before, :after)
                """);
        int place = 0;
        for (var type : clinic.visitTypes()) {
            batch.bind("clinic", clinic.id().value())
                    .bind("code", type.code().value())
                    .bind("place", place++)
                    .bind("minutes", type.length().toMinutes())
                    .bind("names", ClinicRow.names(type))
                    .bindArray("aliases", String.class, type.aliases())
                    .bind("type", type.emrType())
                    .bind("before", type.buffers().before().toMinutes())
                    .bind("after", type.buffers().after().toMinutes())
                    .add();
        }
        batch.execute();
    }

    @Override
    public void assign(ClinicId clinic, List<Line> lines) {
        if (lines.stream().anyMatch(line -> !line.clinic().equals(clinic))) {
            throw new IllegalArgumentException("a clinic is assigned its own lines");
        }
        unlessTaken(clinic, handle -> assign(handle, clinic, lines));
    }

    @Override
    public void know(Line line) {
        unlessTaken(
                line.clinic(),
                handle -> handle.createUpdate("""
                        UPDATE lines SET phone_number_id = :phone, assistant_id = :assistant
                         WHERE clinic_id = :clinic AND number = :number
                        """)
                        .bind("clinic", line.clinic().value())
                        .bind("number", line.number().e164())
                        .bind("phone", line.phoneNumberId().orElse(null))
                        .bind("assistant", line.assistantId().orElse(null))
                        .execute());
    }

    private void unlessTaken(ClinicId clinic, Consumer<Handle> work) {
        try {
            transactions.doInClinic(clinic, work);
        } catch (JdbiException refused) {
            if (ClinicTransactions.sqlState(refused).filter(TAKEN::contains).isPresent()) {
                throw new IllegalStateException(
                        "a number or id among the lines of " + clinic + " is given twice, or another clinic's",
                        refused);
            }
            throw refused;
        }
        directory.forget(clinic);
    }

    private static void assign(Handle handle, ClinicId clinic, List<Line> lines) {
        takeTurn(handle, clinic);
        handle.createUpdate("DELETE FROM lines WHERE clinic_id = :clinic")
                .bind("clinic", clinic.value())
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO lines (number, clinic_id, phone_number_id, assistant_id, language)
                VALUES (:number, :clinic, :phone, :assistant, :language)
                """);
        for (Line line : lines) {
            batch.bind("number", line.number().e164())
                    .bind("clinic", clinic.value())
                    .bind("phone", line.phoneNumberId().orElse(null))
                    .bind("assistant", line.assistantId().orElse(null))
                    .bind("language", line.language().code())
                    .add();
        }
        batch.execute();
    }

    /** Makes those who replace settings of one clinic at once take turns, until the end of the transaction. */
    public static void takeTurn(Handle handle, ClinicId clinic) {
        handle.createQuery("SELECT clinic_id FROM clinics WHERE clinic_id = :clinic FOR NO KEY UPDATE")
                .bind("clinic", clinic.value())
                .mapTo(String.class)
                .findOne();
    }
}
