package ca.vitaravox.ports.call;

import ca.vitaravox.ports.clinic.ClinicId;

/** Driven port: where clinics want calls handed on to. Thread-safe. */
public interface TransferPlans {
    /** The clinic's plan; {@link TransferPlan#MESSAGES_ONLY} if it has none. */
    TransferPlan plan(ClinicId clinic);

    /** Makes this the clinic's plan, in place of the one it had. */
    void save(ClinicId clinic, TransferPlan plan);
}
