package ca.vitaravox.vapi.simulation;

import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Line;
import java.util.List;
import java.util.Optional;

/** Takes every call for one to the clinic that was called before. */
final class MixedUpLines implements ClinicDirectory {
    private final ClinicDirectory clinics;
    private Optional<Line> before = Optional.empty();

    MixedUpLines(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    @Override
    public Optional<Line> line(CalledLine called) {
        Optional<Line> taken = before;
        before = clinics.line(called);
        return taken.or(() -> before);
    }

    @Override
    public List<ClinicId> clinics() {
        return clinics.clinics();
    }

    @Override
    public List<Line> lines(ClinicId clinic) {
        return clinics.lines(clinic);
    }

    @Override
    public Clinic clinic(ClinicId clinic) {
        return clinics.clinic(clinic);
    }
}
