package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Waits for an EMR for as long as it takes. */
final class IsPatient extends PassedOn {
    private static final Duration FOREVER = Duration.ofHours(1);

    IsPatient(Appointments emr) {
        super(emr);
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        Deadline later = new Deadline(deadline.end().plus(FOREVER));
        return super.on(clinic, providers, first, last, later);
    }
}
