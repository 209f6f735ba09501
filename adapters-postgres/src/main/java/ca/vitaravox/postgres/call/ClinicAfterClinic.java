package ca.vitaravox.postgres.call;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SealedSecrets.Sealed;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages of what is sealed in a table of clinics: one clinic sees nothing of another, so that they are asked in turn. */
final class ClinicAfterClinic {
    private ClinicAfterClinic() {}

    /** What one clinic has. */
    @FunctionalInterface
    interface OneClinic {
        /**
         * Its next, in the order of the table's key.
         *
         * @param after the last one seen of this clinic
         */
        List<Sealed> page(ClinicId clinic, Optional<SecretPlace> after, int most);
    }

    /** The next of all clinics, also of such as cannot be called any more. */
    static List<Sealed> page(ClinicTransactions transactions, Optional<SecretPlace> after, int most, OneClinic one) {
        Optional<ClinicId> begun = after.map(SecretPlace::clinic);
        List<Sealed> page = new ArrayList<>();
        for (ClinicId clinic : from(transactions, begun)) {
            Optional<SecretPlace> last = after.filter(place -> begun.equals(Optional.of(clinic)));
            page.addAll(one.page(clinic, last, most - page.size()));
            if (page.size() == most) {
                break;
            }
        }
        return page;
    }

    private static List<ClinicId> from(ClinicTransactions transactions, Optional<ClinicId> first) {
        return transactions.inAccess(handle -> handle.createQuery("""
                        SELECT clinic_id FROM clinics
                         WHERE clinic_id COLLATE "C" >= :first ORDER BY clinic_id COLLATE "C"
                        """)
                .bind("first", first.map(ClinicId::value).orElse(""))
                .map((row, context) -> new ClinicId(row.getString("clinic_id")))
                .list());
    }
}
