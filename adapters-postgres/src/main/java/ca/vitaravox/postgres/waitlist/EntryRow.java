package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Person;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import ca.vitaravox.ports.waitlist.WaitlistWish;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/** How an entry is kept. */
final class EntryRow {
    /** Every column, of the parameters that {@link #bind} binds. */
    static final String INSERT = """
            INSERT INTO waitlist_entries (
                clinic_id, entry_id, kind, first_name, last_name, phone, person_key, patient_id, family_provider,
                visit_type, provider_id, part_of_day, weekdays, priority, since, until, language, appointment_id,
                appointment_start, notes, call_id, caller, shadow_of)
            VALUES (
                :clinic, :entry, :kind, :first, :last, :phone, :key, :patient, :family,
                :visitType, :provider, :partOfDay, :weekdays, :priority, :since, :until, :language, :appointment,
                :appointmentStart, :notes, :call, :caller, :shadowOf)
            """;

    private EntryRow() {}

    static Update bind(Update insert, WaitlistEntry entry) {
        Person person = entry.person();
        Optional<WaitlistEntry.Instead> instead = entry.instead();
        return insert.bind("entry", entry.id().value())
                .bind("kind", Columns.word(entry.kind()))
                .bind("first", person.name().first())
                .bind("last", person.name().last())
                .bind("phone", person.phone().e164())
                .bind("key", person.key())
                .bind("patient", person.patient().map(PatientId::value).orElse(null))
                .bind("family", person.familyProvider().map(ProviderId::value).orElse(null))
                .bind("visitType", entry.wish().visitType().value())
                .bind("provider", entry.wish().provider().map(ProviderId::value).orElse(null))
                .bind("partOfDay", Columns.word(entry.wish().partOfDay()))
                .bindArray("weekdays", String.class, weekdays(entry.wish()))
                .bind("priority", entry.priority().ordinal())
                .bind("since", Columns.moment(entry.since()))
                .bind("until", Columns.moment(entry.until()))
                .bind("language", entry.language().code())
                .bind(
                        "appointment",
                        instead.map(have -> have.appointment().value()).orElse(null))
                .bind(
                        "appointmentStart",
                        instead.map(have -> Columns.moment(have.start())).orElse(null))
                .bind("notes", entry.notes().orElse(null));
    }

    private static List<String> weekdays(WaitlistWish wish) {
        return wish.weekdays().stream().map(Columns::word).toList();
    }

    static WaitlistEntry entry(ResultSet row) throws SQLException {
        return new WaitlistEntry(
                new EntryId(row.getString("entry_id")),
                Columns.constant(WaitlistKind.class, row.getString("kind")),
                person(row),
                wish(row),
                Priority.values()[row.getInt("priority")],
                Columns.moment(row, "since"),
                Columns.moment(row, "until"),
                Language.of(row.getString("language")).orElseThrow(),
                instead(row),
                Columns.someText(row, "notes"));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PatientName(row.getString("first_name"), row.getString("last_name")),
                new PhoneNumber(row.getString("phone")),
                Columns.someText(row, "patient_id").map(PatientId::new),
                Columns.someText(row, "family_provider").map(ProviderId::new));
    }

    private static WaitlistWish wish(ResultSet row) throws SQLException {
        return new WaitlistWish(
                new VisitTypeCode(row.getString("visit_type")),
                Columns.someText(row, "provider_id").map(ProviderId::new),
                Columns.constant(PartOfDay.class, row.getString("part_of_day")),
                Columns.texts(row, "weekdays").stream()
                        .map(day -> Columns.constant(DayOfWeek.class, day))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<WaitlistEntry.Instead> instead(ResultSet row) throws SQLException {
        Optional<AppointmentId> appointment =
                Columns.someText(row, "appointment_id").map(AppointmentId::new);
        return appointment.isEmpty()
                ? Optional.empty()
                : Optional.of(new WaitlistEntry.Instead(appointment.get(), Columns.moment(row, "appointment_start")));
    }
}
