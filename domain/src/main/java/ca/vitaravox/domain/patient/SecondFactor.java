package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.HealthNumber;
import java.time.LocalDate;
import java.util.Optional;

/** What only the patient should know: date of birth, health number, or both. All that is given has to agree. */
record SecondFactor(Optional<LocalDate> birthDate, Optional<HealthNumber> healthNumber) {
    boolean given() {
        return birthDate.isPresent() || healthNumber.isPresent();
    }

    /** A chart without health number can only be judged by the date of birth, so then that must be given. */
    boolean agreesWith(Chart chart) {
        boolean birthDateAgrees = birthDate.map(chart.birthDate()::equals).orElse(true);
        boolean healthNumberAgrees = healthNumber
                .map(said -> chart.healthNumber().map(said::agreesWith).orElse(birthDate.isPresent()))
                .orElse(true);
        return given() && birthDateAgrees && healthNumberAgrees;
    }
}
