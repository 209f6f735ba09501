package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Provider;

/** A time that can be booked now. */
record Opening(Provider provider, TimeRange time) {}
