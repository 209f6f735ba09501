package ca.vitaravox.ports.call;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.function.UnaryOperator;

/** Driven port: where clinics want calls handed on to. Thread-safe. */
public interface TransferPlans {
    /** The clinic's plan; {@link TransferPlan#MESSAGES_ONLY} if it has none. */
    TransferPlan plan(ClinicId clinic);

    /**
     * Puts what {@code change} makes of the clinic's plan in its place. Others who change it at the same moment wait.
     *
     * @param change may be asked more than once; nothing is changed if it throws
     */
    void change(ClinicId clinic, UnaryOperator<TransferPlan> change);

    /** Makes this the clinic's plan, in place of the one it had. */
    default void save(ClinicId clinic, TransferPlan plan) {
        change(clinic, before -> plan);
    }
}
