package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Slips} promises. */
public abstract class SlipsContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private final CallId call = Fresh.call();

    /** The count. */
    protected abstract Slips slips();

    @Test
    void each_kind_of_each_tool_in_each_call_of_each_clinic_is_counted_by_itself() {
        Slips slips = slips();
        ClinicId clinic = newClinic();
        assertEquals(1, slips.add(clinic, call, "search_patient", "INVALID_ARGUMENT/first_name", NOW));
        assertEquals(2, slips.add(clinic, call, "search_patient", "INVALID_ARGUMENT/first_name", NOW.plusSeconds(9)));
        assertEquals(1, slips.add(clinic, call, "search_patient", "INVALID_ARGUMENT/last_name", NOW));
        assertEquals(1, slips.add(clinic, call, "search_patient_by_phone", "INVALID_ARGUMENT/first_name", NOW));
        assertEquals(1, slips.add(clinic, Fresh.call(), "search_patient", "INVALID_ARGUMENT/first_name", NOW));
        assertEquals(1, slips.add(newClinic(), call, "search_patient", "INVALID_ARGUMENT/first_name", NOW));
    }

    @Test
    void of_many_at_once_each_is_counted() {
        Slips slips = slips();
        ClinicId clinic = newClinic();
        List<Integer> counts = AtOnce.race(racer -> slips.add(clinic, call, "get_patient", "SLOT_UNKNOWN", NOW));
        assertEquals(
                IntStream.rangeClosed(1, AtOnce.CALLERS).boxed().toList(),
                counts.stream().sorted().toList());
    }
}
