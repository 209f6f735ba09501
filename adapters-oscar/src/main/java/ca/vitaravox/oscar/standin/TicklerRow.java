package ca.vitaravox.oscar.standin;

import java.time.Instant;

/**
 * A message to staff about a patient.
 *
 * @param patient the demographic number
 * @param assignedTo the provider it is for
 * @param creator the provider who wrote it
 * @param priority High, Normal or Low
 * @param status A for active
 * @param serviceDate when it is due
 */
public record TicklerRow(
        int number,
        int patient,
        String message,
        String assignedTo,
        String creator,
        String priority,
        String status,
        Instant serviceDate) {}
