package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.Clinics;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TransferPlans} promises. */
public abstract class TransferPlansContract implements Clinics {
    private static final Optional<TransferDestination> DESK =
            Optional.of(new TransferDestination(new PhoneNumber("+16045550189"), "Front desk", false));
    private static final Optional<TransferDestination> NURSE =
            Optional.of(new TransferDestination(new PhoneNumber("+16045550190"), "Nurse line", true));

    private TransferPlans plans;
    private ClinicId clinic;

    /** The plans. */
    protected abstract TransferPlans transferPlans();

    @BeforeEach
    void open() {
        plans = transferPlans();
        clinic = newClinic();
    }

    @Test
    void a_clinic_that_said_nothing_takes_messages() {
        assertEquals(TransferPlan.MESSAGES_ONLY, plans.plan(clinic));
    }

    @Test
    void a_plan_is_kept_whole() {
        TransferPlan plan = new TransferPlan(
                Map.of(TransferReason.MEDICAL_QUESTION, NURSE, TransferReason.PRESCRIPTION, Optional.empty()), DESK);
        plans.save(clinic, plan);
        assertEquals(plan, plans.plan(clinic));
    }

    @Test
    void a_plan_takes_the_place_of_the_one_before() {
        plans.save(clinic, new TransferPlan(Map.of(TransferReason.BILLING, NURSE), DESK));
        TransferPlan later = new TransferPlan(Map.of(TransferReason.FRUSTRATED, DESK), Optional.empty());
        plans.save(clinic, later);
        assertEquals(later, plans.plan(clinic));
    }

    @Test
    void another_clinic_knows_nothing_of_it() {
        plans.save(clinic, new TransferPlan(Map.of(), DESK));
        assertEquals(TransferPlan.MESSAGES_ONLY, plans.plan(newClinic()));
    }

    @Test
    void a_change_is_made_of_what_is_kept_and_one_that_throws_changes_nothing() {
        TransferPlan plan = new TransferPlan(Map.of(), DESK);
        plans.change(clinic, kept -> {
            assertEquals(TransferPlan.MESSAGES_ONLY, kept);
            return plan;
        });
        assertThrows(
                IllegalStateException.class,
                () -> plans.change(clinic, kept -> {
                    throw new IllegalStateException("changed my mind");
                }));
        assertEquals(plan, plans.plan(clinic));
    }
}
