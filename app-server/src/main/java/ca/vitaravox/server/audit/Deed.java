package ca.vitaravox.server.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.Visit;

/**
 * Something that is done to a clinic and may fail.
 *
 * @param clinic whose
 * @param actor who does it
 * @param action what it is
 * @param subject what it is done to; never what somebody typed
 */
public record Deed(ClinicId clinic, Actor actor, AuditAction action, String subject) {
    /** One of somebody who is logged in, in the clinic of the path. */
    public static Deed of(Visit visit, AuditAction action, String subject) {
        return new Deed(visit.clinic(), visit.actor(), action, subject);
    }
}
