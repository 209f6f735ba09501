package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientId;
import java.util.Optional;

/**
 * An opening offered to one phone call, and to no other under this id.
 *
 * @param id its random id
 * @param call the phone call
 * @param patient for whom openings were looked for, if that was said
 * @param provider with whom
 * @param time when; fixes the length
 * @param visitType what for
 */
public record Slot(
        SlotId id,
        CallId call,
        Optional<PatientId> patient,
        ProviderId provider,
        TimeRange time,
        VisitTypeCode visitType) {}
