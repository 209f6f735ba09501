package ca.vitaravox.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.SeenSignatures;
import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicWebhooks;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.ports.contract.booking.ToldAppointmentsContract;
import ca.vitaravox.ports.contract.call.CallLogContract;
import ca.vitaravox.ports.contract.call.SeenSignaturesContract;
import ca.vitaravox.ports.contract.call.SlipsContract;
import ca.vitaravox.ports.contract.call.ToolRepliesContract;
import ca.vitaravox.ports.contract.call.TranscriptsContract;
import ca.vitaravox.ports.contract.call.TransferLedgerContract;
import ca.vitaravox.ports.contract.clinic.ClinicWebhooksContract;
import ca.vitaravox.ports.contract.patient.FailedAttemptsContract;
import ca.vitaravox.ports.contract.patient.IdentityLedgerContract;
import ca.vitaravox.ports.contract.patient.KnownCallersContract;
import ca.vitaravox.ports.contract.task.TaskBookContract;
import ca.vitaravox.ports.contract.waitlist.WaitlistBookContract;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.postgres.call.PostgresCallLog;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The ledgers keep what they promise, clinics apart included, with the clinic taken out of the conditions of every
 * statement: it is PostgreSQL that keeps them apart.
 */
class WithoutTheFilterTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Unfiltered UNFILTERED = new Unfiltered();
    private static Database unfiltered;

    @BeforeAll
    static void open() {
        HikariDataSource pool = Pool.open(POSTGRES.settings());
        unfiltered = new Database(
                pool,
                UNFILTERED.of(pool)::getConnection,
                Pool.jdbi(UNFILTERED.of(pool)),
                POSTGRES.settings(),
                () -> TestDatabase.NOW);
    }

    @AfterAll
    static void close() {
        unfiltered.close();
    }

    /** Whether one clinic sees a call of another, asking as this role without the filter. */
    private static boolean seesCallsOfAnother(String role) {
        DatabaseSettings settings =
                new DatabaseSettings(POSTGRES.login(role), 2, Duration.ofSeconds(20), Duration.ofSeconds(20));
        CallId call = Fresh.call();
        POSTGRES.database()
                .callLog(new OpenEnvelope())
                .add(
                        POSTGRES.newClinic(),
                        call,
                        Optional.empty(),
                        new CallNews.Started(TestDatabase.NOW),
                        TestDatabase.NOW);
        try (HikariDataSource pool = Pool.open(settings)) {
            DataSource unfiltered = UNFILTERED.of(pool);
            CallLog log = new PostgresCallLog(
                    new ClinicTransactions(unfiltered::getConnection, Pool.jdbi(unfiltered), Duration.ofSeconds(20)),
                    new OpenEnvelope());
            return log.call(POSTGRES.newClinic(), call).isPresent();
        }
    }

    @Test
    void without_filter_and_row_security_calls_of_another_clinic_are_seen_and_with_the_latter_not() {
        int before = UNFILTERED.statements.get();
        assertTrue(seesCallsOfAnother(TestServer.SUPERUSER), "the filter is gone");
        assertFalse(seesCallsOfAnother(TestServer.APPLICATION));
        assertTrue(UNFILTERED.statements.get() > before);
    }

    /** Has its clinics in the database of this class. */
    private interface Apart extends Clinics {
        @Override
        default ClinicId newClinic() {
            return POSTGRES.newClinic();
        }
    }

    @Nested
    class SlipsApart extends SlipsContract implements Apart {
        @Override
        protected Slips slips() {
            return unfiltered.slips();
        }
    }

    @Nested
    class CallLogApart extends CallLogContract implements Apart {
        @Override
        protected CallLog callLog() {
            return unfiltered.callLog(new OpenEnvelope());
        }
    }

    @Nested
    class ToolRepliesApart extends ToolRepliesContract implements Apart {
        @Override
        protected ToolReplies toolReplies() {
            return unfiltered.toolReplies();
        }
    }

    @Nested
    class SeenSignaturesApart extends SeenSignaturesContract implements Apart {
        @Override
        protected SeenSignatures seenSignatures() {
            return unfiltered.webhooks().signatures();
        }
    }

    @Nested
    class TransferLedgerApart extends TransferLedgerContract implements Apart {
        @Override
        protected TransferLedger transferLedger() {
            return unfiltered.transferLedger();
        }
    }

    @Nested
    class IdentityLedgerApart extends IdentityLedgerContract implements Apart {
        @Override
        protected IdentityLedger identityLedger() {
            return unfiltered.identityLedger();
        }
    }

    @Nested
    class FailedAttemptsApart extends FailedAttemptsContract implements Apart {
        @Override
        protected FailedAttempts failedAttempts() {
            return unfiltered.failedAttempts();
        }
    }

    @Nested
    class KnownCallersApart extends KnownCallersContract implements Apart {
        @Override
        protected KnownCallers knownCallers() {
            return unfiltered.knownCallers();
        }
    }

    @Nested
    class ToldAppointmentsApart extends ToldAppointmentsContract implements Apart {
        @Override
        protected ToldAppointments toldAppointments() {
            return unfiltered.toldAppointments();
        }
    }

    @Nested
    class TaskBookApart extends TaskBookContract implements Apart {
        @Override
        protected TaskBook taskBook() {
            return unfiltered.taskBook();
        }
    }

    @Nested
    class WaitlistBookApart extends WaitlistBookContract implements Apart {
        @Override
        protected WaitlistBook waitlistBook() {
            return unfiltered.waitlist().entries();
        }
    }

    @Nested
    class ClinicWebhooksApart extends ClinicWebhooksContract implements Apart {
        @Override
        protected ClinicWebhooks clinicWebhooks() {
            return unfiltered.webhooks().clinicWebhooks();
        }
    }

    @Nested
    class TranscriptsApart extends TranscriptsContract implements Apart {
        @Override
        protected Transcripts transcripts() {
            return unfiltered.staff().transcripts(new OpenEnvelope("k1"));
        }
    }
}
