package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the EMR of whichever clinic it asked before. */
final class MixesUpClinics extends PassedOn {
    private Optional<ClinicId> before = Optional.empty();

    MixesUpClinics(Appointments emr) {
        super(emr);
    }

    @Override
    public List<Appointment> on(
            ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        ClinicId asked = before.orElse(clinic);
        before = Optional.of(clinic);
        return super.on(asked, providers, first, last, deadline);
    }
}
