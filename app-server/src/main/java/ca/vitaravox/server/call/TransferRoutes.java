package ca.vitaravox.server.call;

import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.Setting;
import ca.vitaravox.server.audit.SettingChanges;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where calls are handed on to, as one document: usually, and for reasons that are special. */
public final class TransferRoutes {
    private static final String DESTINATIONS = "/api/admin/clinics/{clinic}/transfer-destinations";

    private final TransferPlans plans;
    private final SettingChanges changes;

    /** The plans of all clinics. */
    public TransferRoutes(TransferPlans plans, SettingChanges changes) {
        this.plans = plans;
        this.changes = changes;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, DESTINATIONS, this::show),
                new Route(HandlerType.PUT, DESTINATIONS, this::put));
    }

    private void show(Visit visit) {
        visit.show(shape(plans.plan(visit.clinic())));
    }

    private static ObjectNode shape(TransferPlan plan) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        put(shape, "usual", plan.usual());
        ObjectNode byReason = shape.putObject("byReason");
        for (TransferReason reason : TransferReason.values()) {
            Optional.ofNullable(plan.byReason().get(reason))
                    .ifPresent(destination -> put(byReason, reason.word(), destination));
        }
        return shape;
    }

    private static void put(ObjectNode shape, String name, Optional<TransferDestination> destination) {
        if (destination.isEmpty()) {
            shape.putNull(name);
            return;
        }
        shape.putObject(name)
                .put("number", destination.get().number().e164())
                .put("label", destination.get().label())
                .put("always", destination.get().always());
    }

    private void put(Visit visit) {
        TransferPlan plan = visit.read(TransferRoutes::read);
        changes.put(
                visit,
                new Setting<TransferPlan>(
                        "transfer-destinations",
                        change -> plans.change(visit.clinic(), change),
                        kept -> Optional.of(shape(kept))),
                kept -> plan);
    }

    private static TransferPlan read(Body body) {
        Map<TransferReason, Optional<TransferDestination>> byReason = new EnumMap<>(TransferReason.class);
        body.someObject("byReason").ifPresent(reasons -> {
            for (TransferReason reason : TransferReason.values()) {
                if (reasons.has(reason.word())) {
                    byReason.put(reason, reasons.someObject(reason.word()).map(TransferRoutes::destination));
                }
            }
        });
        Optional<TransferDestination> usual = body.someObject("usual").map(TransferRoutes::destination);
        return body.made("byReason/leave_message", () -> new TransferPlan(byReason, usual));
    }

    private static TransferDestination destination(Body body) {
        return new TransferDestination(
                body.value("number", PhoneNumber::new),
                body.line("label", TransferDestination.LONGEST_LABEL),
                body.flag("always"));
    }
}
