package ca.vitaravox.ports.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the audit trail: who did what to whose information, when, and with what result (PHIPA s. 10.1).
 *
 * @param clinic whose charts
 * @param at when
 * @param actor who
 * @param action what was done, and with what kind of information
 * @param chart the patient whose chart it was; empty when a search found none
 * @param subject what within the chart, by id: the appointment, the slot
 * @param result how it ended
 */
public record AuditEntry(
        ClinicId clinic,
        Instant at,
        Actor actor,
        AuditAction action,
        Optional<String> chart,
        Optional<String> subject,
        AuditResult result) {}
