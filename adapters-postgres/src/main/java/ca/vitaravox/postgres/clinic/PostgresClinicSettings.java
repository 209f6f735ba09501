package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.OpenHours;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.DayOfWeek;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes clinics and lines. */
public final class PostgresClinicSettings implements ClinicSettings {
    private static final String UPDATE = """
            DO UPDATE SET
                name = excluded.name, phone = excluded.phone, address = excluded.address,
                zone = excluded.zone, languages = excluded.languages,
                accepting_new_patients = excluded.accepting_new_patients,
                waitlist_enabled = excluded.waitlist_enabled, greeting = excluded.greeting,
                default_visit_type = excluded.default_visit_type, grid_minutes = excluded.grid_minutes,
                minimum_notice_seconds = excluded.minimum_notice_seconds,
                change_notice_seconds = excluded.change_notice_seconds,
                horizon_days = excluded.horizon_days, future_appointments = excluded.future_appointments,
                holidays = excluded.holidays, keeps_transcripts = excluded.keeps_transcripts
            """;

    private final ClinicTransactions transactions;
    private final PostgresClinicDirectory directory;

    /** Writes what {@code directory} reads. */
    public PostgresClinicSettings(ClinicTransactions transactions, PostgresClinicDirectory directory) {
        this.transactions = transactions;
        this.directory = directory;
    }

    @Override
    public Clinic kept(ClinicId clinic) {
        return transactions.inClinic(clinic, handle -> PostgresClinicDirectory.readKept(handle, clinic));
    }

    @Override
    public void save(Clinic clinic) {
        transactions.doInClinic(clinic.id(), handle -> write(handle, clinic));
        directory.forget(clinic.id());
    }

    @Override
    public boolean create(Clinic clinic) {
        boolean made = transactions.inClinic(clinic.id(), handle -> {
            boolean free = saveClinic(handle, clinic, "DO NOTHING") == 1;
            if (free) {
                writeLists(handle, clinic);
            }
            return free;
        });
        directory.forget(clinic.id());
        return made;
    }

    @Override
    public void change(ClinicId clinic, UnaryOperator<Clinic> change) {
        transactions.doInClinic(clinic, handle -> {
            takeTurn(handle, clinic);
            write(handle, change.apply(PostgresClinicDirectory.readKept(handle, clinic)));
        });
        directory.forget(clinic);
    }

    private static void write(Handle handle, Clinic clinic) {
        saveClinic(handle, clinic, UPDATE);
        for (String table : List.of("clinic_hours", "closures", "providers", "visit_types")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE clinic_id = :clinic")
                    .bind("clinic", clinic.id().value())
                    .execute();
        }
        writeLists(handle, clinic);
    }

    private static void writeLists(Handle handle, Clinic clinic) {
        saveHours(handle, clinic);
        saveClosures(handle, clinic);
        saveProviders(handle, clinic);
        saveVisitTypes(handle, clinic);
    }

    /** Also takes the clinic's row, so that two who save at once take turns. */
    private static int saveClinic(Handle handle, Clinic clinic, String ifThere) {
        return handle.createUpdate("""
                        INSERT INTO clinics (
                            clinic_id, name, phone, address, zone, languages, accepting_new_patients, waitlist_enabled,
                            greeting, default_visit_type, grid_minutes, minimum_notice_seconds, change_notice_seconds,
                            horizon_days, future_appointments, holidays, keeps_transcripts)
                        VALUES (
                            :clinic, :name, :phone, :address, :zone, :languages, :accepting, :waitlist,
                            :greeting, :default, :grid, :minimum, :change, :horizon, :future, :holidays, :transcripts)
                        ON CONFLICT (clinic_id)
                        """ + ifThere)
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
                .bind("transcripts", clinic.keepsTranscripts())
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
                INSERT INTO closures (
                    clinic_id, place, first_day, last_day, closed_from, closed_to, reason, provider_id)
                VALUES (:clinic, :place, :first, :last, :from, :to, :reason, :provider)
                """);
        int place = 0;
        for (var closure : clinic.closures()) {
            batch.bind("clinic", clinic.id().value())
                    .bind("place", place++)
                    .bind("first", closure.first())
                    .bind("last", closure.last())
                    .bind("from", closure.hours().map(Closure.Hours::from).orElse(null))
                    .bind("to", closure.hours().map(Closure.Hours::to).orElse(null))
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
        lines().changeLines(clinic, before -> lines);
    }

    @Override
    public void know(Line line) {
        lines().know(line);
    }

    private PostgresClinicLines lines() {
        return new PostgresClinicLines(transactions, directory);
    }

    /** Makes those who replace settings of one clinic at once take turns, until the end of the transaction. */
    public static void takeTurn(Handle handle, ClinicId clinic) {
        handle.createQuery("SELECT clinic_id FROM clinics WHERE clinic_id = :clinic FOR NO KEY UPDATE")
                .bind("clinic", clinic.value())
                .mapTo(String.class)
                .findOne();
    }
}
