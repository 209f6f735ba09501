package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PlatformParts;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.clinic.PlatformPartsContract;

class InMemoryPlatformPartsTest extends PlatformPartsContract {
    private final PlatformParts parts = new InMemoryPlatformParts();

    @Override
    protected PlatformParts parts() {
        return parts;
    }

    @Override
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }
}
