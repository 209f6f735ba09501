package ca.vitaravox.postgres.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Hash;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.audit.Seal;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trails are kept by month, and a month goes when all of it is seven years old. */
class TrailMonthsTest {
    private static final YearMonth OLD = YearMonth.of(2019, 2);
    private static final Instant FIRST_OF_OLD = Instant.parse("2019-02-01T00:00:00Z");
    private static final Instant FIRST_AFTER_OLD = Instant.parse("2019-03-01T00:00:00Z");
    private static final Instant LAST_OF_OLD = FIRST_AFTER_OLD.minusNanos(1_000);
    private static final Instant OLD_IS_SEVEN_YEARS_OLD = Instant.parse("2026-03-01T00:00:00Z");
    private static final String[] OPEN_OLD = {
        "SET ROLE test_owner",
        "SELECT open_trail_month('audit', '2019-02-01'), open_trail_month('access_trail', '2019-02-01')"
    };

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database database = POSTGRES.database();
    private final TrailMonths months = database.audit().months();
    private final ClinicId clinic = POSTGRES.newClinic();

    @AfterEach
    void forget() throws SQLException {
        POSTGRES.administer(
                "DROP TABLE IF EXISTS audit_2019_02",
                "DROP TABLE IF EXISTS access_trail_2019_02",
                "DELETE FROM audit",
                "DELETE FROM access_trail",
                "DELETE FROM chain_heads",
                "DELETE FROM chain_seals");
    }

    private void append(ClinicId to, Instant... at) {
        for (Instant each : at) {
            database.audit()
                    .trail()
                    .append(new AuditEntry(
                            to,
                            each,
                            new Actor.Server("x"),
                            AuditAction.VIEW_CHART,
                            Optional.of("1"),
                            Optional.empty(),
                            AuditResult.DONE));
        }
    }

    private void access(Instant at) {
        database.access()
                .accessTrail()
                .append(new AccessEvent(
                        at,
                        AccessEvent.Action.LOGIN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        AccessEvent.Result.REFUSED));
    }

    private int retire(Instant now) {
        int steps = 0;
        while (months.retire(now)) {
            steps++;
        }
        return steps;
    }

    private List<AuditEntry> kept(ClinicId of) {
        return database.audit().pages().page(AuditQuery.all(of), OptionalLong.empty(), 100).stream()
                .map(AuditLine::entry)
                .toList();
    }

    private List<Link> links(ChainName chain) {
        return database.audit().chains().links(chain, 1, 100);
    }

    private static boolean exists(String table) throws SQLException {
        try (Connection superuser = POSTGRES.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_regclass('" + table + "') IS NOT NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void a_month_goes_when_all_of_it_is_seven_years_old_and_not_before() throws SQLException {
        POSTGRES.administer(OPEN_OLD);
        append(clinic, FIRST_OF_OLD, LAST_OF_OLD, FIRST_AFTER_OLD);
        List<Link> before = links(ChainName.of(clinic));

        assertEquals(List.of(), months.due(OLD_IS_SEVEN_YEARS_OLD.minusNanos(1_000)));
        assertEquals(0, retire(OLD_IS_SEVEN_YEARS_OLD.minusNanos(1_000)));
        assertEquals(before, links(ChainName.of(clinic)));

        Seal seal = new Seal(
                ChainName.of(clinic), OLD, 1, 2, Hash.NONE, before.get(1).hash());
        assertEquals(List.of(seal), months.due(OLD_IS_SEVEN_YEARS_OLD));
        assertTrue(exists("audit_2019_02"), "asking what is due takes nothing away");
        assertTrue(retire(OLD_IS_SEVEN_YEARS_OLD) > 0);

        assertTrue(!exists("audit_2019_02") && !exists("access_trail_2019_02"));
        assertEquals(Optional.of(seal), database.audit().chains().sealedFrom(ChainName.of(clinic), 1));
        List<Link> after = links(ChainName.of(clinic));
        assertEquals(before.subList(2, 3), after.subList(0, 1));
        assertEquals(seal.hash(), after.get(0).previous());
        assertEquals(0, retire(OLD_IS_SEVEN_YEARS_OLD));
    }

    @Test
    void the_chain_itself_says_what_left_it() {
        append(clinic, FIRST_OF_OLD, FIRST_AFTER_OLD);
        retire(OLD_IS_SEVEN_YEARS_OLD);
        assertEquals(
                new AuditEntry(
                        clinic,
                        OLD_IS_SEVEN_YEARS_OLD,
                        new Actor.Server("retention"),
                        AuditAction.RETIRE_ENTRIES,
                        Optional.empty(),
                        Optional.of("2019-02:1-1"),
                        AuditResult.DONE),
                kept(clinic).get(0));
        assertEquals(2, kept(clinic).size());
    }

    @Test
    void entries_of_a_month_that_was_never_opened_go_in_the_same_way() {
        append(clinic, FIRST_OF_OLD, LAST_OF_OLD, FIRST_AFTER_OLD);
        retire(OLD_IS_SEVEN_YEARS_OLD);
        assertEquals(
                List.of(3L, 4L),
                links(ChainName.of(clinic)).stream().map(Link::position).toList());
        assertEquals(
                2,
                database.audit()
                        .chains()
                        .sealedFrom(ChainName.of(clinic), 1)
                        .orElseThrow()
                        .last());
    }

    @Test
    void runs_that_took_turns_with_the_next_month_are_sealed_each() throws SQLException {
        POSTGRES.administer(OPEN_OLD);
        append(clinic, LAST_OF_OLD, FIRST_AFTER_OLD, LAST_OF_OLD, LAST_OF_OLD);
        retire(OLD_IS_SEVEN_YEARS_OLD);
        ChainName chain = ChainName.of(clinic);
        assertEquals(
                1, database.audit().chains().sealedFrom(chain, 1).orElseThrow().last());
        assertEquals(
                4, database.audit().chains().sealedFrom(chain, 3).orElseThrow().last());
        assertEquals(2, links(chain).get(0).position());
    }

    @Test
    void each_clinic_and_access_are_sealed_for_themselves() throws SQLException {
        POSTGRES.administer(OPEN_OLD);
        ClinicId other = POSTGRES.newClinic();
        ClinicId young = POSTGRES.newClinic();
        append(clinic, FIRST_OF_OLD);
        append(other, FIRST_OF_OLD, LAST_OF_OLD);
        append(young, FIRST_AFTER_OLD);
        access(LAST_OF_OLD);
        access(FIRST_AFTER_OLD);
        retire(OLD_IS_SEVEN_YEARS_OLD);
        assertEquals(
                1,
                database.audit()
                        .chains()
                        .sealedFrom(ChainName.of(clinic), 1)
                        .orElseThrow()
                        .last());
        assertEquals(
                2,
                database.audit()
                        .chains()
                        .sealedFrom(ChainName.of(other), 1)
                        .orElseThrow()
                        .last());
        assertEquals(Optional.empty(), database.audit().chains().sealedFrom(ChainName.of(young), 1));
        assertEquals(1, kept(young).size());
        assertEquals(
                1,
                database.audit()
                        .chains()
                        .sealedFrom(ChainName.ACCESS, 1)
                        .orElseThrow()
                        .last());
        List<Link> access = links(ChainName.ACCESS);
        assertEquals(2, access.get(0).position());
        assertEquals(Optional.of("entries_retired"), access.get(1).texts().get(1));
        assertTrue(access.stream().allMatch(Link::isWhole));
    }

    @Test
    void a_clock_that_is_ahead_takes_nothing_away() {
        Instant sixYearsAgo = Instant.now().minusSeconds(6L * 365 * 24 * 3600);
        append(clinic, sixYearsAgo);
        assertEquals(0, retire(Instant.parse("2999-01-01T00:00:00Z")));
        assertEquals(1, kept(clinic).size());
    }

    @Test
    void months_to_come_are_opened_ahead_and_opening_them_again_changes_nothing() throws SQLException {
        YearMonth next =
                YearMonth.from(Instant.now().atOffset(java.time.ZoneOffset.UTC)).plusMonths(2);
        String table = "audit_" + next.toString().replace('-', '_');
        POSTGRES.administer("DROP TABLE IF EXISTS " + table);
        months.open();
        months.open();
        assertTrue(exists(table));
        append(clinic, next.atDay(1).atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
        assertTrue(exists(table));
        assertEquals(1, kept(clinic).size());
    }

    @Test
    void a_month_whose_entries_are_with_the_others_already_stays_there() throws SQLException {
        append(clinic, FIRST_OF_OLD);
        POSTGRES.administer(OPEN_OLD);
        assertTrue(!exists("audit_2019_02"));
        assertEquals(1, kept(clinic).size());
    }
}
