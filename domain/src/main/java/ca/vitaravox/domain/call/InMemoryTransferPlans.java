package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.clinic.ClinicId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Keeps in memory where clinics want calls handed on to: for tests, and for a tool that is one process. */
public final class InMemoryTransferPlans implements TransferPlans {
    private final Map<ClinicId, TransferPlan> plans = new ConcurrentHashMap<>();

    /** No clinic has a plan yet. */
    public InMemoryTransferPlans() {}

    @Override
    public TransferPlan plan(ClinicId clinic) {
        return plans.getOrDefault(clinic, TransferPlan.MESSAGES_ONLY);
    }

    @Override
    public void change(ClinicId clinic, UnaryOperator<TransferPlan> change) {
        plans.compute(clinic, (id, plan) -> change.apply(plan == null ? TransferPlan.MESSAGES_ONLY : plan));
    }
}
