package ca.vitaravox.server.emr;

import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.CodedTimes;
import ca.vitaravox.ports.patient.Charts;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One clinic's EMR.
 *
 * @param charts its charts
 * @param appointments its appointments
 * @param times its own schedule, if it can be asked for it
 * @param isDemo whether it is demo data
 * @param leftAlone whether it is asked nothing for now
 * @param end what is done when it is no longer the clinic's: from then on nothing is sent
 */
public record ClinicEmr(
        Charts charts,
        Appointments appointments,
        Optional<CodedTimes> times,
        boolean isDemo,
        BooleanSupplier leftAlone,
        Runnable end) {
    /** Demo data, which is always asked and needs no ending. */
    public ClinicEmr(Charts charts, Appointments appointments) {
        this(charts, appointments, Optional.empty(), true, () -> false, () -> {});
    }
}
