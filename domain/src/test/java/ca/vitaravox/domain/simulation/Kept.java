package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.ClinicId;

/** Names an appointment among all clinics: their EMRs give the same ids. */
record Kept(ClinicId clinic, AppointmentId id) {
    @Override
    public String toString() {
        return id + " at " + clinic;
    }
}
