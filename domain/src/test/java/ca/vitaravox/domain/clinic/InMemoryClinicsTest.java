package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicIndex;
import ca.vitaravox.ports.clinic.ClinicLines;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.contract.clinic.ClinicDirectoryContract;

class InMemoryClinicsTest extends ClinicDirectoryContract {
    private final InMemoryClinics clinics = new InMemoryClinics();

    @Override
    protected ClinicDirectory clinicDirectory() {
        return clinics;
    }

    @Override
    protected ClinicSettings clinicSettings() {
        return clinics;
    }

    @Override
    protected ClinicLines clinicLines() {
        return clinics;
    }

    @Override
    protected ClinicIndex clinicIndex() {
        return clinics;
    }
}
