package ca.vitaravox.ports.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
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
        AuditResult result) {
    /** What the texts of an entry are, in their order; the last is that of {@link AuditLine#emr}. */
    public static final List<String> TEXTS = List.of(
            "at", "call", "relationship", "job", "user", "session", "action", "patient", "subject", "result", "emr");

    /** To the microsecond, as it is kept. */
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What it says, as its link hashes it: the {@link #TEXTS}, times in UTC with six decimals, constants in lower case.
     *
     * @param emr whose ids these are
     */
    public List<Optional<String>> texts(String emr) {
        Optional<Actor.Caller> caller = as(Actor.Caller.class);
        Optional<Actor.Admin> admin = as(Actor.Admin.class);
        return List.of(
                Optional.of(Link.moment(at)),
                caller.map(who -> who.call().value()),
                caller.map(who -> word(who.relationship())),
                as(Actor.Server.class).map(Actor.Server::job),
                admin.map(who -> who.user().value()),
                admin.map(who -> who.session().value()),
                Optional.of(word(action)),
                chart,
                subject,
                Optional.of(word(result)),
                Optional.of(emr));
    }

    private <A extends Actor> Optional<A> as(Class<A> kind) {
        return Optional.of(actor).filter(kind::isInstance).map(kind::cast);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
