package ca.vitaravox.server.booking;

import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What calls keep from being booked by others at this moment. */
public final class HoldRoutes {
    private static final Duration BEHIND = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(367);

    private final ClinicSettings clinics;
    private final HoldLedger holds;
    private final AdminTrail trail;
    private final InstantSource clock;

    /** The holds of this ledger; who sees them is in this trail. */
    public HoldRoutes(ClinicSettings clinics, HoldLedger holds, AdminTrail trail, InstantSource clock) {
        this.clinics = clinics;
        this.holds = holds;
        this.trail = trail;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new Route(HandlerType.GET, "/api/admin/clinics/{clinic}/holds", this::list));
    }

    private void list(Visit visit) {
        Instant now = clock.instant();
        Set<ProviderId> providers = clinics.kept(visit.clinic()).providers().stream()
                .map(Provider::id)
                .collect(Collectors.toSet());
        Optional<String> after = visit.after(key -> key);
        visit.limit();
        trail.done(visit, AuditAction.LIST_HOLDS, Optional.empty());
        List<Block> all =
                holds.blocks(visit.clinic(), providers, new TimeRange(now.minus(BEHIND), now.plus(AHEAD)), now).stream()
                        .sorted(Comparator.comparing(HoldRoutes::key))
                        .toList();
        visit.page(
                most -> all.stream()
                        .filter(block -> after.map(last -> key(block).compareTo(last) > 0)
                                .orElse(true))
                        .limit(most)
                        .toList(),
                HoldRoutes::shape,
                HoldRoutes::key);
    }

    /** No two of one provider begin at once: that is what the ledger is for. */
    private static String key(Block block) {
        return "%012d %s"
                .formatted(
                        block.time().start().getEpochSecond(), block.provider().value());
    }

    private static ObjectNode shape(Block block) {
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("callId", block.call().value())
                .put("providerId", block.provider().value())
                .put("start", block.time().start().toString())
                .put("end", block.time().end().toString())
                .put("visitType", block.visitType().value())
                .put("state", block.held() ? "held" : "being_booked");
        block.patient().map(PatientId::value).ifPresent(id -> shape.put("patientId", id));
        return shape;
    }
}
