package ca.vitaravox.ports.audit;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.List;
import java.util.OptionalLong;

/** Driven port: the trail of a clinic, for whoever may read it. Thread-safe. */
public interface AuditPages {
    /**
     * Entries, the newest first.
     *
     * @param before only those before this position, where a page goes on
     * @param most how many at most
     */
    List<AuditLine> page(AuditQuery query, OptionalLong before, int most);

    /** The position of the first entry about a patient, by their id in that EMR. */
    OptionalLong first(ClinicId clinic, String chart, String emr);

    /** The EMR whose ids the clinic uses now: that of {@link AuditLine#emr}. */
    String emrInUse(ClinicId clinic);
}
