package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.clinic.Clinic;
import java.time.Instant;
import java.time.LocalDate;

/** The days callers may book, from today to the clinic's horizon, both included, in its own calendar. */
record Window(LocalDate first, LocalDate last) {
    static Window of(Clinic clinic, Instant now) {
        LocalDate today = now.atZone(clinic.zone()).toLocalDate();
        return new Window(today, today.plusDays(clinic.policy().horizonDays()));
    }
}
