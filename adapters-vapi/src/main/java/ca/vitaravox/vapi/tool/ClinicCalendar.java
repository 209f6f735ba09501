package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicInfo;
import java.time.InstantSource;
import java.time.LocalDate;

/** Which day it is at a clinic. Thread-safe. */
final class ClinicCalendar {
    private final ClinicInfo clinics;
    private final InstantSource clock;

    ClinicCalendar(ClinicInfo clinics, InstantSource clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Today, by the clinic's clocks. */
    LocalDate today(ClinicId clinic) {
        return LocalDate.ofInstant(clock.instant(), clinics.clinic(clinic).zone());
    }
}
