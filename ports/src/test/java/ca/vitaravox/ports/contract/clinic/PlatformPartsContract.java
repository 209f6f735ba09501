package ca.vitaravox.ports.contract.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.ports.clinic.PlatformParts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link PlatformParts} promises. */
public abstract class PlatformPartsContract {
    private static final Instant NOW = Instant.parse("2026-09-14T17:00:00Z");
    private static final PlatformPart ASSISTANT = new PlatformPart("assistant/en", "a-1", "digest", "{\"name\":\"A\"}");
    private static final PlatformPart TOOL = new PlatformPart("tool/en/create_appointment", "t-1", "digest", "{}");

    private PlatformParts parts;
    private ClinicId clinic;
    private ClinicId other;

    /** The parts. */
    protected abstract PlatformParts parts();

    /** A clinic that has none yet. */
    protected abstract ClinicId newClinic();

    @BeforeEach
    void open() {
        parts = parts();
        clinic = newClinic();
        other = newClinic();
    }

    @Test
    void what_was_kept_is_there_in_the_order_of_names_and_for_its_clinic_alone() {
        parts.keep(clinic, TOOL, NOW);
        parts.keep(clinic, ASSISTANT, NOW);
        assertEquals(List.of(ASSISTANT, TOOL), parts.of(clinic));
        assertEquals(List.of(), parts.of(other));
    }

    @Test
    void a_part_of_the_same_name_takes_its_place() {
        parts.keep(clinic, TOOL, NOW);
        PlatformPart later = new PlatformPart(TOOL.name(), "t-2", "other", "{\"a\":1}");
        parts.keep(clinic, later, NOW.plusSeconds(1));
        assertEquals(List.of(later), parts.of(clinic));
    }

    @Test
    void what_is_forgotten_is_gone_and_forgetting_again_does_nothing() {
        parts.keep(clinic, TOOL, NOW);
        parts.keep(other, TOOL, NOW);
        parts.forget(clinic, TOOL.name());
        parts.forget(clinic, TOOL.name());
        assertEquals(List.of(), parts.of(clinic));
        assertEquals(List.of(TOOL), parts.of(other));
    }

    @Test
    void one_at_a_time_is_at_a_clinic_and_what_is_kept_meanwhile_is_there_at_once() {
        String seen = parts.alone(clinic, () -> {
                    assertEquals(Optional.empty(), parts.alone(clinic, () -> "a second"));
                    assertEquals(Optional.of("elsewhere"), parts.alone(other, () -> "elsewhere"));
                    parts.keep(clinic, TOOL, NOW);
                    return parts.of(clinic).toString();
                })
                .orElseThrow();
        assertEquals(List.of(TOOL).toString(), seen);
        assertEquals(Optional.of("the next"), parts.alone(clinic, () -> "the next"));
    }

    @Test
    void whoever_fails_at_it_keeps_nobody_out_and_what_was_kept_stays() {
        assertThrows(
                IllegalStateException.class,
                () -> parts.alone(clinic, () -> {
                    parts.keep(clinic, TOOL, NOW);
                    throw new IllegalStateException("died");
                }));
        assertEquals(List.of(TOOL), parts.of(clinic));
        assertEquals(Optional.of("the next"), parts.alone(clinic, () -> "the next"));
    }
}
