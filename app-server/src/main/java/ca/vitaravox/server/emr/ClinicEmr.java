package ca.vitaravox.server.emr;

import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.patient.Charts;

/**
 * One clinic's EMR.
 *
 * @param charts its charts
 * @param appointments its appointments
 * @param end what is done when it is no longer the clinic's: from then on nothing is sent
 */
public record ClinicEmr(Charts charts, Appointments appointments, Runnable end) {
    /** One that needs no ending. */
    public ClinicEmr(Charts charts, Appointments appointments) {
        this(charts, appointments, () -> {});
    }
}
