package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.ClinicId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnderWayTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;
    private static final Duration MICRO = Duration.ofNanos(1_000);

    private static UnderWay counted() {
        return POSTGRES.database().staff().underWay(NOW);
    }

    private static void held(ClinicId clinic, String slot, int hour, Instant until) throws SQLException {
        POSTGRES.administer("""
                INSERT INTO slots (clinic_id, slot_id, call_id, provider_id, starts, ends, visit_type, offered_at, state,
                                   blocks, until)
                VALUES ('%1$s', '%2$s', 'c', '101', '2026-03-03T%3$d:00:00Z', '2026-03-03T%3$d:15:00Z', 'checkup',
                        '2026-03-02T16:00:00Z', 'held', true, '%4$s')
                """.formatted(clinic, slot, hour, until));
    }

    private static void task(ClinicId clinic, String about, Instant at, boolean finished) throws SQLException {
        POSTGRES.administer(
                "INSERT INTO tasks (clinic_id, kind, about, at, finished_at) VALUES ('%s', 'half_moved', '%s', '%s', %s)"
                        .formatted(clinic, about, at, finished ? "'" + NOW + "'" : "NULL"));
    }

    private static void offer(ClinicId clinic) throws SQLException {
        for (String table : new String[] {"freed_openings", "waitlist_entries", "waitlist_offers"}) {
            POSTGRES.administer(
                    "INSERT INTO " + table + " " + SampleRows.all().get(table).replace("?", "'" + clinic + "'"));
        }
    }

    private static void due(ClinicId clinic, String slot, Instant at) throws SQLException {
        POSTGRES.administer("INSERT INTO unfinished_writes VALUES ('%s', '%s', '%s')".formatted(clinic, slot, at));
    }

    @Test
    void what_is_open_at_all_clinics_is_counted_and_what_is_over_is_not() throws SQLException {
        assertEquals(new UnderWay(0, 0, 0, Optional.empty(), 0), counted(), "no clinic, or none with anything open");

        ClinicId one = POSTGRES.newClinic();
        ClinicId other = POSTGRES.newClinic();
        held(one, "live", 17, NOW.plus(MICRO));
        held(one, "over", 18, NOW);
        held(other, "live", 17, NOW.plusSeconds(60));
        offer(other);
        task(one, "new", NOW, false);
        task(other, "old", NOW.minusSeconds(500), false);
        task(other, "older", NOW.minusSeconds(900), true);
        due(one, "live", NOW.minusSeconds(60));
        due(one, "over", NOW.minusSeconds(60).minus(MICRO));

        assertEquals(new UnderWay(2, 1, 2, Optional.of(NOW.minusSeconds(500)), 1), counted());
    }
}
