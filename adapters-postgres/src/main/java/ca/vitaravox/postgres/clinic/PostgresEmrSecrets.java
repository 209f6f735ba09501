package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SecretPlace;
import java.util.List;
import java.util.Optional;

/** The sealed credentials for the EMRs of clinics that have a line, to be sealed anew. */
public final class PostgresEmrSecrets implements SealedSecrets {
    private final ClinicTransactions transactions;
    private final ClinicDirectory clinics;

    /** Those of these clinics. */
    public PostgresEmrSecrets(ClinicTransactions transactions, ClinicDirectory clinics) {
        this.transactions = transactions;
        this.clinics = clinics;
    }

    @Override
    public List<Sealed> page(Optional<SecretPlace> after, int most) {
        return clinics.clinics().stream()
                .filter(clinic -> after.isEmpty()
                        || EmrSettings.place(clinic)
                                        .owner()
                                        .compareTo(after.get().owner())
                                > 0)
                .flatMap(clinic -> sealed(clinic).stream())
                .limit(most)
                .toList();
    }

    private Optional<Sealed> sealed(ClinicId clinic) {
        return new PostgresClinicEmrs(transactions)
                .emr(clinic)
                .settings()
                .credentials()
                .map(text -> new Sealed(EmrSettings.place(clinic), text));
    }

    @Override
    public boolean replace(Sealed kept, String anew) {
        ClinicId clinic = kept.place().clinic();
        return transactions.inClinic(
                clinic,
                handle -> handle.createUpdate("""
                                UPDATE clinic_emrs SET credentials = :anew
                                 WHERE clinic_id = :clinic AND credentials = :kept
                                """)
                                .bind("anew", anew)
                                .bind("clinic", clinic.value())
                                .bind("kept", kept.text())
                                .execute()
                        == 1);
    }
}
