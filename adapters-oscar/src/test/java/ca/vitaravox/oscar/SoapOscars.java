package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.clinic.ClinicId;

/** Clinics, each with an OSCAR of its own that is asked over SOAP too. */
final class SoapOscars extends TestOscars {
    SoapOscars(Line line) {
        super(line);
    }

    @Override
    ClinicId newClinic() {
        ClinicId clinic = super.newClinic();
        of(clinic).connectSoap(true);
        return clinic;
    }
}
