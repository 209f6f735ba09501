package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicIndex;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All clinics, as the administration sees them: in no clinic, and by a policy that lets it read these rows alone. */
public final class PostgresClinicIndex implements ClinicIndex {
    private final ClinicTransactions transactions;

    /** The index of all clinics. */
    public PostgresClinicIndex(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Brief> page(
            Optional<Set<ClinicId>> among, Optional<String> search, Optional<ClinicId> after, int most) {
        return transactions.inAccess(handle -> handle.createQuery("""
                        SELECT c.clinic_id, c.name, c.zone,
                               (SELECT count(*) FROM lines l WHERE l.clinic_id = c.clinic_id) AS lines
                          FROM clinics c
                         WHERE c.clinic_id COLLATE "C" > :after AND (:all OR c.clinic_id = ANY (:among))
                           AND (strpos(lower(c.name), lower(:search)) > 0
                                OR strpos(c.clinic_id, lower(:search)) > 0)
                         ORDER BY c.clinic_id COLLATE "C" LIMIT :most
                        """)
                .bind("after", after.map(ClinicId::value).orElse(""))
                .bind("search", search.orElse(""))
                .bind("all", among.isEmpty())
                .bindArray(
                        "among",
                        String.class,
                        among.orElse(Set.of()).stream().map(ClinicId::value).toList())
                .bind("most", most)
                .map((row, context) -> new Brief(
                        new ClinicId(row.getString("clinic_id")),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("lines")))
                .list());
    }
}
