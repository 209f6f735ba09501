package ca.vitaravox.server.endtoend;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** EMRs with one bound on what all clinics ask at a time, as a pool of connections or threads would be. */
final class SharedPlaces implements Charts {
    /** As many as one clinic alone has. */
    static final int ALL = 16;

    private final Semaphore places = new Semaphore(ALL, true);
    private final Charts charts;

    private SharedPlaces(Charts charts) {
        this.charts = charts;
    }

    static Emr before(Emr emr) {
        return new Emr(new SharedPlaces(emr.charts()), emr.appointments(), emr.schedules());
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        try {
            if (!places.tryAcquire(deadline.left(Instant.now()).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EmrUnavailableException("no place by the deadline");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new EmrUnavailableException("interrupted", stop);
        }
        try {
            return charts.search(clinic, query, deadline);
        } finally {
            places.release();
        }
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        return charts.chart(clinic, patient, deadline);
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        return charts.register(clinic, patient, deadline);
    }
}
