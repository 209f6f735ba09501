package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Registrations; the row of a person is the truth among all servers. */
public final class PostgresRegistrationJournal implements RegistrationJournal {
    /** A new row, or one that has ended or never got as far as the EMR. */
    private static final String CLAIM = """
            INSERT INTO registrations AS r (
                clinic_id, person, call_id, state, attempt, since, until,
                first_name, last_name, birth_date, consent_wording, consent_language)
            VALUES (
                :clinic, :person, :call, 'claimed', 1, :now, :until, :first, :last, :born, :wording, :language)
            ON CONFLICT (clinic_id, person) DO UPDATE SET
                call_id = excluded.call_id, state = 'claimed', attempt = r.attempt + 1, since = excluded.since,
                until = excluded.until, first_name = excluded.first_name, last_name = excluded.last_name,
                birth_date = excluded.birth_date, consent_wording = excluded.consent_wording,
                consent_language = excluded.consent_language, patient_id = NULL
             WHERE r.state = 'dropped'
                OR r.state = 'made' AND r.call_id <> excluded.call_id
                OR r.state = 'claimed' AND r.until <= :now
            RETURNING attempt
            """;

    private static final String TAKE_OVER = """
            UPDATE registrations SET attempt = attempt + 1, until = :until
             WHERE clinic_id = :clinic AND person = :person AND state = 'sent' AND until <= :now
            RETURNING *
            """;

    private static final String TAKE = """
            WITH taken AS (
                SELECT clinic_id, person, due FROM unfinished_registrations
                 WHERE due <= :now
                 ORDER BY due, clinic_id, person
                 LIMIT :most FOR UPDATE SKIP LOCKED
            )
            UPDATE unfinished_registrations u SET due = :until
              FROM taken
             WHERE u.clinic_id = taken.clinic_id AND u.person = taken.person
            RETURNING taken.clinic_id, taken.person, taken.due
            """;

    private final ClinicTransactions transactions;

    /** The registrations of all clinics. */
    public PostgresRegistrationJournal(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    private record Key(ClinicId clinic, String person, Instant due) {}

    @Override
    public Claim claim(ClinicId clinic, Registrant registrant, Instant now, Instant until) {
        return transactions.inClinic(
                clinic,
                handle -> claimed(handle, clinic, registrant, now, until)
                        .<Claim>map(Claim.Yours::new)
                        .or(() -> takenOver(handle, clinic, registrant.person(), now, until)
                                .map(Claim.TakenOver::new))
                        .orElseGet(() -> madeAlready(handle, clinic, registrant)
                                .<Claim>map(Claim.Made::new)
                                .orElseGet(Claim.Running::new)));
    }

    private static Optional<Integer> claimed(
            Handle handle, ClinicId clinic, Registrant registrant, Instant now, Instant until) {
        return handle.createQuery(CLAIM)
                .bind("clinic", clinic.value())
                .bind("person", registrant.person())
                .bind("call", registrant.call().value())
                .bind("now", Columns.moment(now))
                .bind("until", Columns.moment(until))
                .bind("first", registrant.name().first())
                .bind("last", registrant.name().last())
                .bind("born", registrant.birthDate())
                .bind("wording", registrant.consent().wording())
                .bind("language", registrant.consent().language().code())
                .mapTo(Integer.class)
                .findOne();
    }

    private static Optional<CutOff> takenOver(
            Handle handle, ClinicId clinic, String person, Instant now, Instant until) {
        Optional<CutOff> taken = handle.createQuery(TAKE_OVER)
                .bind("clinic", clinic.value())
                .bind("person", person)
                .bind("now", Columns.moment(now))
                .bind("until", Columns.moment(until))
                .map((row, context) -> RegistrationRow.cutOff(clinic, row))
                .findOne();
        taken.ifPresent(each -> postpone(handle, clinic, person, until));
        return taken;
    }

    private static void postpone(Handle handle, ClinicId clinic, String person, Instant until) {
        handle.createUpdate("""
                        UPDATE unfinished_registrations SET due = :until WHERE clinic_id = :clinic AND person = :person
                        """)
                .bind("clinic", clinic.value())
                .bind("person", person)
                .bind("until", Columns.moment(until))
                .execute();
    }

    private static Optional<PatientId> madeAlready(Handle handle, ClinicId clinic, Registrant registrant) {
        return handle.createQuery("""
                        SELECT patient_id FROM registrations
                         WHERE clinic_id = :clinic AND person = :person AND call_id = :call AND state = 'made'
                        """)
                .bind("clinic", clinic.value())
                .bind("person", registrant.person())
                .bind("call", registrant.call().value())
                .map((row, context) -> new PatientId(row.getString("patient_id")))
                .findOne();
    }

    @Override
    public boolean sending(ClinicId clinic, String person, int attempt) {
        return change(clinic, person, attempt, """
                WITH sent AS (
                    UPDATE registrations SET state = 'sent'
                     WHERE clinic_id = :clinic AND person = :person AND attempt = :attempt AND state = 'claimed'
                    RETURNING clinic_id, person, until
                )
                INSERT INTO unfinished_registrations (clinic_id, person, due) SELECT clinic_id, person, until FROM sent
                """, update -> update);
    }

    @Override
    public boolean made(ClinicId clinic, String person, int attempt, PatientId patient, Instant now) {
        return change(
                clinic,
                person,
                attempt,
                """
                WITH ended AS (
                    SELECT * FROM registrations
                     WHERE clinic_id = :clinic AND person = :person AND attempt = :attempt
                       AND state IN ('claimed', 'sent')
                       FOR UPDATE
                ),
                known AS (
                    DELETE FROM unfinished_registrations u USING ended
                     WHERE u.clinic_id = ended.clinic_id AND u.person = ended.person
                ),
                kept AS (
                    INSERT INTO consents (clinic_id, call_id, patient_id, wording, language, at)
                    SELECT clinic_id, call_id, :patient, consent_wording, consent_language, since FROM ended
                )
                UPDATE registrations r
                   SET state = 'made', patient_id = :patient, until = :now, first_name = NULL, last_name = NULL,
                       birth_date = NULL, consent_wording = NULL, consent_language = NULL
                  FROM ended
                 WHERE r.clinic_id = ended.clinic_id AND r.person = ended.person
                """,
                update -> update.bind("patient", patient.value()).bind("now", Columns.moment(now)));
    }

    @Override
    public boolean dropped(ClinicId clinic, String person, int attempt) {
        return change(clinic, person, attempt, """
                WITH ended AS (
                    SELECT clinic_id, person FROM registrations
                     WHERE clinic_id = :clinic AND person = :person AND attempt = :attempt
                       AND state IN ('claimed', 'sent')
                       FOR UPDATE
                ),
                known AS (
                    DELETE FROM unfinished_registrations u USING ended
                     WHERE u.clinic_id = ended.clinic_id AND u.person = ended.person
                )
                UPDATE registrations r
                   SET state = 'dropped', first_name = NULL, last_name = NULL, birth_date = NULL,
                       consent_wording = NULL, consent_language = NULL
                  FROM ended
                 WHERE r.clinic_id = ended.clinic_id AND r.person = ended.person
                """, update -> update);
    }

    private boolean change(ClinicId clinic, String person, int attempt, String sql, UnaryOperator<Update> more) {
        return transactions.inClinic(
                clinic,
                handle -> more.apply(handle.createUpdate(sql)
                                        .bind("clinic", clinic.value())
                                        .bind("person", person)
                                        .bind("attempt", attempt))
                                .execute()
                        > 0);
    }

    @Override
    public Set<PatientId> madeIn(ClinicId clinic, CallId call) {
        return Set.copyOf(transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT patient_id FROM registrations
                         WHERE clinic_id = :clinic AND call_id = :call AND state = 'made'
                        """)
                        .bind("clinic", clinic.value())
                        .bind("call", call.value())
                        .map((row, context) -> new PatientId(row.getString("patient_id")))
                        .list()));
    }

    @Override
    public List<CutOff> take(int most, Instant now, Instant until) {
        List<Key> due = transactions.inNoClinic(handle -> handle.createQuery(TAKE)
                .bind("most", most)
                .bind("now", Columns.moment(now))
                .bind("until", Columns.moment(until))
                .map((row, context) -> new Key(
                        new ClinicId(row.getString("clinic_id")), row.getString("person"), Columns.moment(row, "due")))
                .list());
        return due.stream()
                .sorted(Comparator.comparing(Key::due))
                .flatMap(key ->
                        transactions
                                .inClinic(key.clinic, handle -> takenOver(handle, key.clinic, key.person, now, until))
                                .stream())
                .toList();
    }
}
