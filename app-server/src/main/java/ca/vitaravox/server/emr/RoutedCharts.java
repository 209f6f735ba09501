package ca.vitaravox.server.emr;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;

/** The charts of whichever EMR the clinic has. */
public final class RoutedCharts implements Charts {
    private final EmrSwitchboard emrs;

    /** Charts over this switchboard. */
    public RoutedCharts(EmrSwitchboard emrs) {
        this.emrs = emrs;
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        return emrs.ask(clinic, emr -> emr.charts().search(clinic, query, deadline));
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        return emrs.ask(clinic, emr -> emr.charts().chart(clinic, patient, deadline));
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        try {
            return emrs.tell(clinic, emr -> emr.charts().register(clinic, patient, deadline));
        } catch (EmrUnavailableException none) {
            return new ChartResult.NotMade(none.getMessage());
        }
    }
}
