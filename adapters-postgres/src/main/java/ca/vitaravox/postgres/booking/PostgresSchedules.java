package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.booking.WorkingTime;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.PostgresClinicSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The weekly schedules that clinics give us themselves. */
public final class PostgresSchedules implements Schedules, ScheduleSettings {
    private final ClinicTransactions transactions;
    private final InstantSource clock;

    /**
     * The schedules of all clinics.
     *
     * @param clock by which deadlines are measured
     */
    public PostgresSchedules(ClinicTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Shift(ProviderId provider, WeeklyShift weekly) {
        static Shift read(ResultSet row) throws SQLException {
            return new Shift(
                    new ProviderId(row.getString("provider_id")),
                    new WeeklyShift(
                            DayOfWeek.of(row.getInt("day")),
                            row.getObject("starts", LocalTime.class),
                            row.getObject("ends", LocalTime.class),
                            Columns.texts(row, "visit_types").stream()
                                    .map(VisitTypeCode::new)
                                    .collect(Collectors.toSet())));
        }

        WorkingTime on(LocalDate day) {
            return new WorkingTime(provider, day.atTime(weekly.from()), day.atTime(weekly.to()), weekly.visitTypes());
        }
    }

    @Override
    public List<WorkingTime> working(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        Duration left = deadline.left(clock.instant());
        List<Shift> shifts = transactions.onceInClinic(
                clinic,
                left,
                handle -> handle.createQuery("""
                        SELECT provider_id, day, starts, ends, visit_types FROM weekly_shifts
                         WHERE clinic_id = :clinic AND provider_id = ANY (:providers)
                        """)
                        .bind("clinic", clinic.value())
                        .bindArray("providers", String.class, SlotRow.ids(providers))
                        .map((row, context) -> Shift.read(row))
                        .list());
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> shifts.stream()
                        .filter(shift -> shift.weekly().day() == day.getDayOfWeek())
                        .map(shift -> shift.on(day)))
                .sorted(Comparator.comparing(WorkingTime::from)
                        .thenComparing(time -> time.provider().value()))
                .toList();
    }

    @Override
    public List<WeeklyShift> shifts(ClinicId clinic, ProviderId provider) {
        return transactions.inClinic(clinic, handle -> shifts(handle, clinic, provider));
    }

    @Override
    public Map<ProviderId, List<WeeklyShift>> everybodys(ClinicId clinic) {
        return transactions
                .inClinic(
                        clinic,
                        handle -> handle.createQuery("""
                        SELECT provider_id, day, starts, ends, visit_types FROM weekly_shifts
                         WHERE clinic_id = :clinic
                         ORDER BY provider_id, day, starts
                        """)
                                .bind("clinic", clinic.value())
                                .map((row, context) -> Shift.read(row))
                                .list())
                .stream()
                .collect(
                        Collectors.groupingBy(Shift::provider, Collectors.mapping(Shift::weekly, Collectors.toList())));
    }

    private static List<WeeklyShift> shifts(Handle handle, ClinicId clinic, ProviderId provider) {
        return handle.createQuery("""
                        SELECT provider_id, day, starts, ends, visit_types FROM weekly_shifts
                         WHERE clinic_id = :clinic AND provider_id = :provider
                         ORDER BY day, starts
                        """)
                .bind("clinic", clinic.value())
                .bind("provider", provider.value())
                .map((row, context) -> Shift.read(row).weekly())
                .list();
    }

    @Override
    public void change(ClinicId clinic, ProviderId provider, UnaryOperator<List<WeeklyShift>> change) {
        transactions.doInClinic(clinic, handle -> {
            PostgresClinicSettings.takeTurn(handle, clinic);
            List<WeeklyShift> shifts = WeeklyShift.ofWeek(change.apply(shifts(handle, clinic, provider)));
            handle.createUpdate("DELETE FROM weekly_shifts WHERE clinic_id = :clinic AND provider_id = :provider")
                    .bind("clinic", clinic.value())
                    .bind("provider", provider.value())
                    .execute();
            insert(handle, clinic, provider, shifts);
        });
    }

    private static void insert(Handle handle, ClinicId clinic, ProviderId provider, List<WeeklyShift> shifts) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO weekly_shifts (clinic_id, provider_id, day, starts, ends, visit_types)
                VALUES (:clinic, :provider, :day, :starts, :ends, :types)
                """);
        for (WeeklyShift shift : shifts) {
            batch.bind("clinic", clinic.value())
                    .bind("provider", provider.value())
                    .bind("day", shift.day().getValue())
                    .bind("starts", shift.from())
                    .bind("ends", shift.to())
                    .bindArray(
                            "types",
                            String.class,
                            shift.visitTypes().stream()
                                    .map(VisitTypeCode::value)
                                    .toList())
                    .add();
        }
        batch.execute();
    }
}
