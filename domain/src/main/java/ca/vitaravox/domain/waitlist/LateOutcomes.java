package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Says in the trail how putting somebody on the waitlist ended, where the server that did it could not: it died, or the trail
 * took no entry at that moment. Servers that do so at the same moment say the same twice. Thread-safe.
 */
public final class LateOutcomes {
    /** Whoever is at it still has said so by then. */
    static final Duration PATIENCE = Duration.ofMinutes(5);
    /** How far back is looked; a server was up within that time. */
    static final Duration REACH = Duration.ofDays(2);

    private static final int PAGE = 200;

    private final ClinicDirectory clinics;
    private final AuditPages pages;
    private final WaitlistBook entries;
    private final CallTrail trail;
    private final InstantSource clock;

    /** Reads {@code pages} of the trail that it adds to. */
    public LateOutcomes(
            ClinicDirectory clinics, AuditPages pages, WaitlistBook entries, AuditTrail trail, InstantSource clock) {
        this.clinics = clinics;
        this.pages = pages;
        this.entries = entries;
        this.trail = new CallTrail(trail, clock);
        this.clock = clock;
    }

    /** Goes through the last two days of all clinics; tells of how many it said how they ended. */
    public int tell() {
        return clinics.clinics().stream().mapToInt(this::tell).sum();
    }

    /** From the latest entry to the earliest, so that how something ended is met before that it was intended. */
    private int tell(ClinicId clinic) {
        Instant now = clock.instant();
        AuditQuery joins = new AuditQuery(
                clinic,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(AuditAction.JOIN_WAITLIST),
                Optional.of(now.minus(REACH)),
                Optional.empty());
        Set<Optional<String>> ended = new HashSet<>();
        int told = 0;
        List<AuditLine> page = pages.page(joins, OptionalLong.empty(), PAGE);
        while (!page.isEmpty()) {
            for (AuditLine line : page) {
                AuditEntry entry = line.entry();
                if (ended.add(entry.subject())
                        && entry.result() == AuditResult.INTENDED
                        && entry.at().isBefore(now.minus(PATIENCE))) {
                    tell(entry);
                    told++;
                }
            }
            page = pages.page(joins, OptionalLong.of(page.get(page.size() - 1).position()), PAGE);
        }
        return told;
    }

    /** Done, if somebody waits under that id; who does not may never have, or no longer. */
    private void tell(AuditEntry intent) {
        boolean waits = intent.subject()
                .flatMap(id -> entries.entry(intent.clinic(), new EntryId(id), intent.at()))
                .isPresent();
        trail.recordServer(
                intent.clinic(),
                "late-outcomes",
                intent.action(),
                intent.chart(),
                intent.subject(),
                waits ? AuditResult.DONE : AuditResult.UNKNOWN);
    }
}
