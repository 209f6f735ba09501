package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicIndex;
import ca.vitaravox.ports.clinic.ClinicLines;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.PlatformParts;
import ca.vitaravox.ports.clinic.SealedSecrets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Clinics and their settings, in the database: one method per driven port. Thread-safe. */
public final class ClinicTables {
    private final ClinicTransactions transactions;
    private final PostgresClinicDirectory directory;

    /** The tables of clinics. */
    public ClinicTables(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.directory = new PostgresClinicDirectory(transactions);
    }

    /** Clinics and their lines; a change made by another server is seen after 10 seconds at most. */
    public ClinicDirectory directory() {
        return directory;
    }

    /** All clinics in brief. */
    public ClinicIndex index() {
        return new PostgresClinicIndex(transactions);
    }

    /** Writes clinics and their lines. */
    public ClinicSettings settings() {
        return new PostgresClinicSettings(transactions, directory);
    }

    /** The lines of clinics, as they are kept. */
    public ClinicLines lines() {
        return new PostgresClinicLines(transactions, directory);
    }

    /** Which EMR each clinic has. */
    public ClinicEmrs emrs() {
        return new PostgresClinicEmrs(transactions);
    }

    /** The sealed credentials for those EMRs. */
    public SealedSecrets emrSecrets() {
        return new PostgresEmrSecrets(transactions, directory);
    }

    /** What was made for them at the voice platform. */
    public PlatformParts platformParts() {
        return new PostgresPlatformParts(transactions);
    }

    /**
     * Tells all servers that listen that something happened in these clinics. In a transaction of its own, for one that
     * notifies commits alone among all of a database: what is written in calls does not wait for that.
     */
    public void tell(Collection<ClinicId> changed) {
        transactions.inNoClinic(handle -> handle.createQuery("SELECT pg_notify('" + PostgresClinicNews.DAY
                        + "', clinic)::text" + " FROM unnest(CAST(:clinics AS text[])) AS changed (clinic)")
                .bindArray(
                        "clinics",
                        String.class,
                        changed.stream().map(ClinicId::value).toList())
                .mapTo(String.class)
                .list());
    }

    /**
     * A number for each clinic there is, another one once its settings, its lines or its parts at the voice platform are not as
     * they were, whichever server changed them: what is kept of a clinic is up to date while it has the same.
     */
    public Map<ClinicId, Long> changes() {
        return transactions.inAccess(handle -> handle.createQuery("SELECT clinic_id, change FROM clinics")
                .reduceRows(new HashMap<>(), (changes, row) -> {
                    changes.put(
                            new ClinicId(row.getColumn("clinic_id", String.class)),
                            row.getColumn("change", Long.class));
                    return changes;
                }));
    }

    /** How many clinics have a telephone line. */
    public int callable() {
        return transactions.inNoClinic(handle -> handle.createQuery("SELECT count(DISTINCT clinic_id) FROM lines")
                .mapTo(Integer.class)
                .one());
    }
}
