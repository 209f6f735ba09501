package ca.vitaravox.domain.waitlist;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.CLINIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.audit.InMemoryAuditTrail;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LateOutcomesTest {
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private boolean full;
    private final Reception reception = new Reception(this::append);
    private final LateOutcomes late =
            new LateOutcomes(reception.clinics, trail, reception.waitlist, this::append, reception.now::get);

    private void append(AuditEntry entry) {
        if (full && entry.result() == AuditResult.DONE) {
            throw new IllegalStateException("the trail takes nothing");
        }
        trail.append(entry);
    }

    private Waitlist.Result join(String call) {
        return reception
                .desk
                .waitlist()
                .join(
                        reception.call(call),
                        new Waitlist.Command(
                                WaitlistKind.NEW_PATIENT,
                                Optional.empty(),
                                Optional.of(new PatientName("Noa", "Castellan")),
                                Optional.of(CASTELLAN_HOME),
                                Optional.of("checkup"),
                                Optional.empty(),
                                PartOfDay.ANY,
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** Somebody is put on the list, and the trail does not take that it was done. */
    private void joinUntold() {
        full = true;
        assertThrows(IllegalStateException.class, () -> join("call"));
        full = false;
        assertEquals(List.of(AuditResult.INTENDED), results());
    }

    private List<AuditResult> results() {
        return trail.entries(CLINIC).stream()
                .filter(each -> each.action() == AuditAction.JOIN_WAITLIST)
                .map(AuditEntry::result)
                .toList();
    }

    @Test
    void what_was_done_and_could_not_be_noted_is_noted_later_once() {
        joinUntold();
        reception.pass(LateOutcomes.PATIENCE);
        assertEquals(0, late.tell(), "whoever is at it may still say so");
        reception.pass(Duration.ofMillis(1));
        assertEquals(1, late.tell());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.DONE), results());
        assertEquals(0, late.tell());
    }

    @Test
    void of_what_is_not_there_any_more_nobody_knows() {
        joinUntold();
        Instant now = reception.now.get();
        reception
                .waitlist
                .waiting(CLINIC, now)
                .forEach(each -> reception.waitlist.end(CLINIC, each.entry().id(), EntryEnd.values()[0], now));
        reception.pass(Duration.ofHours(1));
        assertEquals(1, late.tell());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.UNKNOWN), results());
    }

    @Test
    void what_ended_as_it_should_is_left_alone_and_so_is_what_is_long_ago() {
        join("call");
        reception.pass(Duration.ofHours(1));
        assertEquals(0, late.tell());
        assertEquals(List.of(AuditResult.INTENDED, AuditResult.DONE), results());
        full = true;
        assertThrows(IllegalStateException.class, () -> join("other"));
        full = false;
        reception.pass(LateOutcomes.REACH.plusMillis(1));
        assertEquals(0, late.tell());
    }
}
