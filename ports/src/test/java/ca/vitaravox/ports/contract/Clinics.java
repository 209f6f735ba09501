package ca.vitaravox.ports.contract;

import ca.vitaravox.ports.clinic.ClinicId;

/** Where contracts have their clinics from. */
public interface Clinics {
    /** A clinic that no other test knows. */
    default ClinicId newClinic() {
        return Fresh.clinic();
    }
}
