package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.config.EmrHosts;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether clinics' own EMRs can be used, as the test of a connection tells. Thread-safe. */
public final class Checkup {
    private final ClinicEmrs emrs;
    private final Testing testing;
    private final String callback;

    /**
     * A check-up of the EMRs in this database.
     *
     * @param hosts where EMRs may be
     * @param oscars what reaches them
     * @param publicUrl the address that OSCARs know us by
     */
    public Checkup(Database database, Envelope envelope, EmrHosts hosts, OscarMaker oscars, Optional<URI> publicUrl) {
        this.callback = ConnectionRoutes.noCallback(publicUrl);
        this.emrs = database.clinicEmrs();
        this.testing = new Testing(
                new OscarPlaces(emrs, envelope, hosts), database.emrTables().connections(), oscars::means);
    }

    /** Whether calls are answered from an EMR of the clinic's own, and not from demo data. */
    public boolean isLive(ClinicId clinic) {
        return emrs.emr(clinic).settings().live();
    }

    /** What keeps calls from being answered from the clinic's own EMR, a sentence each. */
    public List<String> hindrances(ClinicId clinic) {
        try {
            return testing.test(clinic, callback).troubles().stream()
                    .map(TroubleWords::of)
                    .filter(Finding::hinders)
                    .map(Finding::message)
                    .toList();
        } catch (Problem refused) {
            return List.of(refused.getMessage());
        }
    }
}
