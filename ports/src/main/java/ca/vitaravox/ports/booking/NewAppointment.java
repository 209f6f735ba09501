package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.util.Optional;

/**
 * An appointment to be written into an EMR.
 *
 * @param provider with whom
 * @param patient for whom
 * @param time when
 * @param emrType the EMR's name for its type
 * @param reason what the caller said it is for, free of control characters and angle brackets, at most 200 characters
 * @param reference the slot it is booked from, to be kept with the appointment where the EMR has room for it
 */
public record NewAppointment(
        ProviderId provider,
        PatientId patient,
        TimeRange time,
        String emrType,
        Optional<String> reason,
        SlotId reference) {}
