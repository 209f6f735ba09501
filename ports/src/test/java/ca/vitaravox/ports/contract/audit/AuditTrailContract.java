package ca.vitaravox.ports.contract.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link AuditTrail} promises. */
public abstract class AuditTrailContract {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private AuditTrail trail;
    private ClinicId clinic;

    /** The trail. */
    protected abstract AuditTrail auditTrail();

    /** The entries of a clinic as they are kept, oldest first. */
    protected abstract List<AuditEntry> entries(ClinicId ofClinic);

    /** A clinic that no other test knows. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    @BeforeEach
    void open() {
        trail = auditTrail();
        clinic = newClinic();
    }

    private AuditEntry entry(Actor actor, AuditAction action, Optional<String> chart, AuditResult result) {
        return new AuditEntry(clinic, NOW, actor, action, chart, Optional.of("k3v9qa7m"), result);
    }

    private AuditEntry appended(AuditEntry entry) {
        trail.append(entry);
        return entry;
    }

    @Test
    void an_entry_is_there_when_append_returns() {
        AuditEntry entry = new AuditEntry(
                clinic,
                NOW,
                new Actor.Caller(Fresh.call(), Relationship.PARENT),
                AuditAction.IDENTIFY,
                Optional.empty(),
                Optional.empty(),
                AuditResult.NOT_FOUND);
        trail.append(entry);
        assertEquals(List.of(entry), entries(clinic));
    }

    @Test
    void every_kind_of_entry_is_kept_in_the_order_it_was_appended() {
        List<AuditEntry> appended = new ArrayList<>();
        for (Relationship relationship : Relationship.values()) {
            Actor caller = new Actor.Caller(Fresh.call(), relationship);
            for (AuditAction action : AuditAction.values()) {
                appended.add(appended(entry(caller, action, Optional.of("1"), AuditResult.DONE)));
            }
        }
        for (AuditResult result : AuditResult.values()) {
            Actor server = new Actor.Server("finish-writing");
            appended.add(appended(entry(server, AuditAction.BOOK_APPOINTMENT, Optional.of("2"), result)));
        }
        Actor admin = new Actor.Admin(new UserId(Fresh.hex()), new SessionId(Fresh.hex()));
        appended.add(appended(entry(admin, AuditAction.VIEW_CHART, Optional.of("3"), AuditResult.DONE)));
        assertEquals(appended, entries(clinic));
    }

    @Test
    void the_same_entry_twice_is_two_entries() {
        Actor server = new Actor.Server("finish-writing");
        AuditEntry entry = entry(server, AuditAction.CANCEL_APPOINTMENT, Optional.of("1"), AuditResult.INTENDED);
        trail.append(entry);
        trail.append(entry);
        assertEquals(List.of(entry, entry), entries(clinic));
    }

    @Test
    void another_clinic_sees_none_of_it() {
        appended(entry(new Actor.Server("x"), AuditAction.VIEW_CHART, Optional.of("1"), AuditResult.DONE));
        assertEquals(List.of(), entries(newClinic()));
    }

    @Test
    void of_entries_appended_at_once_none_is_lost() {
        Actor server = new Actor.Server("finish-writing");
        List<AuditEntry> appended = AtOnce.race(
                i -> appended(entry(server, AuditAction.VIEW_CHART, Optional.of("" + i), AuditResult.DONE)));
        List<AuditEntry> kept = entries(clinic);
        assertEquals(AtOnce.CALLERS, kept.size());
        assertEquals(Set.copyOf(appended), Set.copyOf(kept));
    }
}
