package ca.vitaravox.server.emr;

import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.CodedTimes;
import ca.vitaravox.ports.patient.Charts;
import java.util.Optional;

/**
 * One clinic's EMR.
 *
 * @param charts its charts
 * @param appointments its appointments
 * @param times its own schedule, if it can be asked for it
 * @param isDemo whether it is demo data
 * @param end what is done when it is no longer the clinic's: from then on nothing is sent
 */
public record ClinicEmr(
        Charts charts, Appointments appointments, Optional<CodedTimes> times, boolean isDemo, Runnable end) {
    /** One of a clinic's own, whose schedule cannot be asked for. */
    public ClinicEmr(Charts charts, Appointments appointments, Runnable end) {
        this(charts, appointments, Optional.empty(), false, end);
    }

    /** Demo data, which needs no ending. */
    public ClinicEmr(Charts charts, Appointments appointments) {
        this(charts, appointments, Optional.empty(), true, () -> {});
    }
}
