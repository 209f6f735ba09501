package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Provider;
import java.time.LocalDate;
import java.time.ZoneId;

/** A time that can be booked now. */
record Opening(Provider provider, TimeRange time) {
    /** The day it begins on. */
    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(time.start(), zone);
    }
}
