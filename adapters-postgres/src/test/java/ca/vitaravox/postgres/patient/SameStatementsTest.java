package ca.vitaravox.postgres.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.FailedAttempts.Attempt;
import ca.vitaravox.ports.patient.FailedAttempts.Limits;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Person;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistBook.Asking;
import ca.vitaravox.ports.waitlist.WaitlistBook.Joining;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import ca.vitaravox.ports.waitlist.WaitlistWish;
import ca.vitaravox.postgres.TestDatabase;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.waitlist.WaitlistTables;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever does not know whether there is a chart, or whether somebody waits, cannot tell it by how long the database takes:
 * it is sent the same statements, in the same order.
 */
class SameStatementsTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Instant NOW = TestDatabase.NOW;
    private static final Limits LIMITS = new Limits(3, 5, 20, 10);
    private static final PatientId AIM = new PatientId("~a1b2c3");
    private static final Optional<PhoneNumber> CALLER = Optional.of(new PhoneNumber("+16045550142"));

    private final List<String> sent = new ArrayList<>();
    private final ConnectionFactory connections = () -> noting(POSTGRES.asApplication());
    private final ClinicTransactions transactions = new ClinicTransactions(
            connections, Jdbi.create(connections).installPlugin(new PostgresPlugin()), Duration.ofSeconds(20));
    private final FailedAttempts attempts = new PostgresFailedAttempts(transactions);
    private final WaitlistBook entries = new WaitlistTables(transactions).entries();
    private ClinicId clinic;

    /** The same connection; what is sent over it is noted. */
    private Connection noting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, given) -> {
                    if (method.getName().equals("prepareStatement")) {
                        sent.add((String) given[0]);
                    }
                    return method.invoke(connection, given);
                });
    }

    @BeforeEach
    void open() {
        clinic = POSTGRES.newClinic();
    }

    private <T> T counted(List<List<String>> runs, Supplier<T> question) {
        sent.clear();
        T answer = question.get();
        assertFalse(sent.isEmpty(), "nothing was counted");
        runs.add(List.copyOf(sent));
        return answer;
    }

    private static void assertAllTheSame(List<List<String>> runs) {
        runs.forEach(run -> assertEquals(runs.get(0), run));
    }

    private Attempt begun(CallId call) {
        return attempts.begin(clinic, call, CALLER, Set.of(AIM), LIMITS, NOW).orElseThrow();
    }

    @Test
    void a_guess_counts_by_the_same_statements_whether_or_not_there_is_a_chart() {
        List<List<String>> runs = new ArrayList<>();
        for (Set<PatientId> charts : List.of(
                Set.<PatientId>of(), Set.of(new PatientId("7")), Set.of(new PatientId("7"), new PatientId("8")))) {
            Attempt attempt = begun(Fresh.call());
            assertTrue(counted(runs, () -> attempts.isOn(clinic, attempt, charts, 10, NOW)));
        }
        assertAllTheSame(runs);
    }

    @Test
    void a_guess_begins_by_the_same_statements_whether_or_not_it_was_guessed_before() {
        List<List<String>> runs = new ArrayList<>();
        CallId call = Fresh.call();
        for (int i = 0; i < 5; i++) {
            boolean open = counted(runs, () -> attempts.begin(clinic, call, CALLER, Set.of(AIM), LIMITS, NOW))
                    .isPresent();
            assertEquals(i < 3, open);
        }
        assertAllTheSame(runs);
    }

    @Test
    void joining_takes_the_same_statements_for_somebody_new_and_for_somebody_a_stranger_asks_for_again() {
        List<List<String>> runs = new ArrayList<>();
        for (int stranger = 0; stranger < 3; stranger++) {
            Asking asking = new Asking(Fresh.call(), Optional.of(new PhoneNumber("+1778555000" + stranger)));
            Instant since = NOW.plusSeconds(stranger);
            Joining joining =
                    counted(runs, () -> entries.join(clinic, noa(since), asking, new WaitlistBook.Limits(9, 99), NOW));
            assertEquals(new Joining.Joined(stranger + 1), joining);
        }
        assertAllTheSame(runs);
    }

    private static WaitlistEntry noa(Instant since) {
        return new WaitlistEntry(
                new EntryId(Fresh.slot().value()),
                WaitlistKind.NEW_PATIENT,
                new Person(
                        new PatientName("Noa", "Castellan"),
                        new PhoneNumber("+16045550199"),
                        Optional.empty(),
                        Optional.empty()),
                new WaitlistWish(new VisitTypeCode("checkup"), Optional.empty(), PartOfDay.ANY, Set.of()),
                Priority.USUAL,
                since,
                NOW.plus(Duration.ofDays(30)),
                Language.ENGLISH,
                Optional.empty(),
                Optional.empty());
    }
}
