package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDateTime;

/**
 * A stretch of a provider's day to which the EMR's schedule gives one code.
 *
 * @param provider who works
 * @param from when it begins, in the clinic's wall-clock time
 * @param to when it ends, after it began
 * @param code the EMR's code for it, one character
 */
public record CodedTime(ProviderId provider, LocalDateTime from, LocalDateTime to, String code) {}
