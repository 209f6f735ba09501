package ca.vitaravox.postgres;

import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.ConsentRequests;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.postgres.access.AccessTables;
import ca.vitaravox.postgres.audit.AuditTables;
import ca.vitaravox.postgres.booking.DemoAppointments;
import ca.vitaravox.postgres.booking.DemoEmr;
import ca.vitaravox.postgres.booking.PostgresBookingJournal;
import ca.vitaravox.postgres.booking.PostgresFreedOpenings;
import ca.vitaravox.postgres.booking.PostgresHoldLedger;
import ca.vitaravox.postgres.booking.PostgresSchedules;
import ca.vitaravox.postgres.booking.PostgresToldAppointments;
import ca.vitaravox.postgres.booking.PostgresUnfinishedWrites;
import ca.vitaravox.postgres.call.PostgresCallLog;
import ca.vitaravox.postgres.call.PostgresSlips;
import ca.vitaravox.postgres.call.PostgresToolReplies;
import ca.vitaravox.postgres.call.PostgresTransferLedger;
import ca.vitaravox.postgres.call.PostgresTransferPlans;
import ca.vitaravox.postgres.call.WebhookTables;
import ca.vitaravox.postgres.clinic.ClinicTables;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.patient.DemoCharts;
import ca.vitaravox.postgres.patient.DemoRequests;
import ca.vitaravox.postgres.patient.PostgresConsentRequests;
import ca.vitaravox.postgres.patient.PostgresFailedAttempts;
import ca.vitaravox.postgres.patient.PostgresIdentityLedger;
import ca.vitaravox.postgres.patient.PostgresKnownCallers;
import ca.vitaravox.postgres.patient.PostgresRegistrationJournal;
import ca.vitaravox.postgres.task.PostgresTaskBook;
import ca.vitaravox.postgres.waitlist.WaitlistTables;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/**
 * The database as the application uses it: one method per driven port or group of them, all thread-safe and sharing one
 * pool of connections. No message of an exception from here holds what was asked or found.
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final DatabaseLogin login;
    private final ClinicTransactions transactions;
    private final ClinicTables clinics;
    private final PostgresSchedules schedules;
    private final DemoRequests demo;
    private final AccessTables access;
    private final WebhookTables webhooks;
    private final AuditTables audit;

    /** Over connections that were found fit. */
    Database(
            HikariDataSource pool,
            ConnectionFactory connections,
            Jdbi jdbi,
            DatabaseSettings settings,
            InstantSource clock) {
        this.pool = pool;
        this.login = settings.login();
        this.transactions = new ClinicTransactions(connections, jdbi, settings.statementTimeout());
        this.clinics = new ClinicTables(transactions);
        this.schedules = new PostgresSchedules(transactions, clock);
        this.demo = new DemoRequests(transactions, clock);
        this.access = new AccessTables(transactions);
        this.audit = new AuditTables(transactions);
        this.webhooks = new WebhookTables(transactions, clinics.directory());
    }

    /**
     * Connects, and makes sure that the database and our role in it are as they must be.
     *
     * @param clock by which the deadlines of EMR requests are measured
     * @throws UnfitDatabaseException if the database does not answer, if its tables are older than this program
     *     or too new for it, or if our role could get past row-level security
     */
    public static Database open(DatabaseSettings settings, InstantSource clock) {
        HikariDataSource pool = Pool.open(settings);
        try {
            Jdbi jdbi = Pool.jdbi(pool);
            Fitness.check(jdbi, settings.login().user());
            return new Database(pool, pool::getConnection, jdbi, settings, clock);
        } catch (RuntimeException unfit) {
            pool.close();
            throw unfit;
        }
    }

    /** The connections themselves. */
    public Connections connections() {
        return new Connections(pool);
    }

    /** What staff look at. */
    public StaffTables staff() {
        return new StaffTables(transactions, clinics.directory());
    }

    /** Clinics and their settings. */
    public ClinicTables clinics() {
        return clinics;
    }

    /** Clinics and their lines; a change made by another server is seen after 10 seconds at most. */
    public ClinicDirectory clinicDirectory() {
        return clinics.directory();
    }

    /** Writes clinics and their lines. */
    public ClinicSettings clinicSettings() {
        return clinics.settings();
    }

    /** Which EMR each clinic has. */
    public ClinicEmrs clinicEmrs() {
        return clinics.emrs();
    }

    /** What else is kept of those EMRs. */
    public EmrTables emrTables() {
        return new EmrTables(transactions);
    }

    /** What other servers did, as it happens. */
    public DatabaseNews news() {
        return new DatabaseNews(login);
    }

    /** The weekly schedules that clinics keep here. */
    public Schedules schedules() {
        return schedules;
    }

    /** Writes weekly schedules. */
    public ScheduleSettings scheduleSettings() {
        return schedules;
    }

    /** The slots offered and held. */
    public HoldLedger holdLedger() {
        return new PostgresHoldLedger(transactions);
    }

    /** The same slots, on their way to becoming appointments. */
    public BookingJournal bookingJournal() {
        return new PostgresBookingJournal(transactions);
    }

    /** Those of these slots that somebody has to see to. */
    public UnfinishedWrites unfinishedWrites() {
        return new PostgresUnfinishedWrites(transactions);
    }

    /** The appointments that calls were told of. */
    public ToldAppointments toldAppointments() {
        return new PostgresToldAppointments(transactions);
    }

    /** Who was identified in which call. */
    public IdentityLedger identityLedger() {
        return new PostgresIdentityLedger(transactions);
    }

    /** Failed attempts to be taken for a patient. */
    public FailedAttempts failedAttempts() {
        return new PostgresFailedAttempts(transactions);
    }

    /** Charts on their way into the EMR, and what their patients agreed to. */
    public RegistrationJournal registrationJournal() {
        return new PostgresRegistrationJournal(transactions);
    }

    /** The words of consent that were given out. */
    public ConsentRequests consentRequests() {
        return new PostgresConsentRequests(transactions);
    }

    /** Who was verified in calls from which numbers. */
    public KnownCallers knownCallers() {
        return new PostgresKnownCallers(transactions);
    }

    /** The audit trail and its chains. */
    public AuditTables audit() {
        return audit;
    }

    /** Who gets into the administration. */
    public AccessTables access() {
        return access;
    }

    /** Who may speak to the webhook, and what of it was seen. */
    public WebhookTables webhooks() {
        return webhooks;
    }

    /** The tasks of clinics' staff. */
    public TaskBook taskBook() {
        return new PostgresTaskBook(transactions);
    }

    /** The records of calls, what is personal in tool calls sealed. */
    public CallLog callLog(Envelope envelope) {
        return new PostgresCallLog(transactions, envelope);
    }

    /** Where clinics want calls handed on to. */
    public TransferPlans transferPlans() {
        return new PostgresTransferPlans(transactions);
    }

    /** Where each call is handed on to. */
    public TransferLedger transferLedger() {
        return new PostgresTransferLedger(transactions);
    }

    /** Times that came free. */
    public FreedOpenings freedOpenings() {
        return new PostgresFreedOpenings(transactions);
    }

    /** Who waits, and what they are offered. */
    public WaitlistTables waitlist() {
        return new WaitlistTables(transactions);
    }

    /** What assistants got wrong in each call. */
    public Slips slips() {
        return new PostgresSlips(transactions);
    }

    /** The answers of tool calls that write. */
    public ToolReplies toolReplies() {
        return new PostgresToolReplies(transactions);
    }

    /** The charts of the demo EMR. */
    public Charts charts() {
        return new DemoCharts(demo);
    }

    /** The appointments of the demo EMR. */
    public Appointments appointments() {
        return new DemoAppointments(demo, clinics.directory());
    }

    /** What fills the demo EMR. */
    public DemoEmr demoEmr() {
        return new DemoEmr(transactions);
    }

    /** Ends holds that ran out, and removes some of what is too old: how many rows. There may be more until it is 0. */
    public int retention(Instant now) {
        return new Retention(transactions).run(now) + access.retention(now);
    }

    /** What {@link #retention} would remove until nothing is left to be: how many rows of each table. */
    public Map<String, Integer> retentionDue(Instant now) {
        return new Retention(transactions).due(now);
    }

    @Override
    public void close() {
        pool.close();
    }
}
