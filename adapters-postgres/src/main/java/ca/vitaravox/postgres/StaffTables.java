package ca.vitaravox.postgres;

import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.call.TrialBook;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.postgres.call.PostgresArgumentSecrets;
import ca.vitaravox.postgres.call.PostgresCallArchive;
import ca.vitaravox.postgres.call.PostgresCallFigures;
import ca.vitaravox.postgres.call.PostgresSealedTranscripts;
import ca.vitaravox.postgres.call.PostgresTranscripts;
import ca.vitaravox.postgres.call.PostgresTrialBook;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.task.PostgresTaskDesk;
import java.time.Instant;

/** What staff of clinics look at: one method per driven port. Thread-safe. */
public final class StaffTables {
    private final ClinicTransactions transactions;
    private final ClinicDirectory clinics;

    StaffTables(ClinicTransactions transactions, ClinicDirectory clinics) {
        this.transactions = transactions;
        this.clinics = clinics;
    }

    /** The calls. */
    public CallArchive calls() {
        return new PostgresCallArchive(transactions);
    }

    /** What was said in calls, sealed in this envelope. */
    public Transcripts transcripts(Envelope envelope) {
        return new PostgresTranscripts(transactions, envelope);
    }

    /** The same, to be sealed anew. */
    public SealedSecrets sealedTranscripts() {
        return new PostgresSealedTranscripts(transactions);
    }

    /** What tool calls were called with, to be sealed anew. */
    public SealedSecrets arguments() {
        return new PostgresArgumentSecrets(transactions);
    }

    /** Calls that users try out, sealed in this envelope. */
    public TrialBook trials(Envelope envelope) {
        return new PostgresTrialBook(transactions, envelope);
    }

    /** Figures of the calls. */
    public CallFigures figures() {
        return new PostgresCallFigures(transactions, clinics);
    }

    /** The tasks, with who does them. */
    public TaskDesk tasks() {
        return new PostgresTaskDesk(transactions);
    }

    /** How much is under way at all clinics together; reads a few rows of each clinic. */
    public UnderWay underWay(Instant now) {
        return transactions.inAccess(handle -> handle.createQuery("SELECT * FROM under_way(:now)")
                .bind("now", Columns.moment(now))
                .map((row, context) -> UnderWay.of(row))
                .one());
    }
}
