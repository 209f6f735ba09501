package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Clinics and lines, remembered for some seconds: each is asked for many times in a call and changes rarely. */
public final class PostgresClinicDirectory implements ClinicDirectory {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final ClinicTransactions transactions;
    private final Cache<ClinicId, Clinic> clinics = cache();
    private final Cache<CalledLine, Optional<Line>> lines = cache();

    /** A directory with nothing remembered. */
    public PostgresClinicDirectory(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    @Override
    public Clinic clinic(ClinicId clinic) {
        return clinics.get(clinic, this::load);
    }

    @Override
    public List<ClinicId> clinics() {
        return transactions.inAccess(
                handle -> handle.createQuery("SELECT clinic_id COLLATE \"C\" AS id FROM clinics ORDER BY id")
                        .map((row, context) -> new ClinicId(row.getString("id")))
                        .list());
    }

    @Override
    public List<Line> lines(ClinicId clinic) {
        return transactions.inNoClinic(handle -> lines(handle, clinic));
    }

    /** The clinic's lines, as they are kept. */
    static List<Line> lines(Handle handle, ClinicId clinic) {
        return handle.createQuery("""
                        SELECT clinic_id, number, phone_number_id, assistant_id, language FROM lines
                         WHERE clinic_id = :clinic ORDER BY number
                        """)
                .bind("clinic", clinic.value())
                .map((row, context) -> readLine(row))
                .list();
    }

    private Clinic load(ClinicId clinic) {
        return transactions.inClinic(clinic, handle -> readKept(handle, clinic));
    }

    /** The clinic as it is kept. */
    static Clinic readKept(Handle handle, ClinicId clinic) {
        return handle.createQuery(ClinicRow.QUERY)
                .bind("clinic", clinic.value())
                .map((row, context) -> ClinicRow.read(row))
                .findOne()
                .orElseThrow(() -> new NoSuchElementException("no clinic " + clinic));
    }

    @Override
    public Optional<Line> line(CalledLine called) {
        return lines.get(called, this::find);
    }

    private Optional<Line> find(CalledLine called) {
        List<Line> found = transactions.inNoClinic(handle -> handle.createQuery("""
                        SELECT clinic_id, number, phone_number_id, assistant_id, language FROM lines
                         WHERE number = :number OR phone_number_id = :phone OR assistant_id = :assistant
                         ORDER BY number
                        """)
                .bind("number", called.number().map(PhoneNumber::e164).orElse(null))
                .bind("phone", called.phoneNumberId().orElse(null))
                .bind("assistant", called.assistantId().orElse(null))
                .map((row, context) -> readLine(row))
                .list());
        if (found.stream().map(Line::clinic).distinct().count() != 1) {
            return Optional.empty();
        }
        return Stream.<Predicate<Line>>of(
                        line -> called.number().equals(Optional.of(line.number())),
                        line -> line.phoneNumberId().isPresent()
                                && line.phoneNumberId().equals(called.phoneNumberId()),
                        line -> true)
                .flatMap(named -> found.stream().filter(named))
                .findFirst();
    }

    /** A line as it is kept. */
    static Line readLine(ResultSet row) throws SQLException {
        return new Line(
                new ClinicId(row.getString("clinic_id")),
                new PhoneNumber(row.getString("number")),
                Columns.someText(row, "phone_number_id"),
                Columns.someText(row, "assistant_id"),
                Language.of(row.getString("language")).orElseThrow());
    }

    /** So that whoever changes a setting sees the change at once; other servers do within seconds. */
    void forget(ClinicId clinic) {
        clinics.invalidate(clinic);
        lines.invalidateAll();
    }
}
