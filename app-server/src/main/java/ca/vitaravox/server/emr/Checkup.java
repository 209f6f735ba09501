package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.config.EmrHosts;
import java.util.List;

/** Whether clinics' own EMRs can be used, as the test of a connection tells. Thread-safe. */
public final class Checkup {
    private final ClinicEmrs emrs;
    private final Testing testing;

    /**
     * A check-up of the EMRs in this database.
     *
     * @param hosts where EMRs may be
     * @param oscars what reaches them
     */
    public Checkup(Database database, Envelope envelope, EmrHosts hosts, OscarMaker oscars) {
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
            return testing.test(clinic, Connecting.OUT_OF_BAND).troubles().stream()
                    .map(TroubleWords::of)
                    .filter(Finding::hinders)
                    .map(Finding::message)
                    .toList();
        } catch (Problem refused) {
            return List.of(refused.getMessage());
        }
    }
}
