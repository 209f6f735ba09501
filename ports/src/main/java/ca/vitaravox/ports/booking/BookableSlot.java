package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import java.time.ZonedDateTime;

/**
 * A slot as it is offered to the caller.
 *
 * @param id what to book it by
 * @param provider with whom
 * @param visitType what for; fixes the length
 * @param start when, in the clinic's zone
 */
public record BookableSlot(SlotId id, Provider provider, VisitType visitType, ZonedDateTime start) {}
