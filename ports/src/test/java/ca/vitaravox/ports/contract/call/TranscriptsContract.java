package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.call.Transcripts.Kept;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Transcripts} promises. */
public abstract class TranscriptsContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final String SAID =
            "AI: How can I help?\nUser: C\u2019est pour ma fille, \u4f60\u597d \ud83d\ude42\n";

    private final CallId call = Fresh.call();

    /** What was said. */
    protected abstract Transcripts transcripts();

    @Test
    void what_was_said_is_kept_to_the_letter() {
        ClinicId clinic = newClinic();
        assertEquals(Optional.empty(), transcripts().transcript(clinic, call));
        assertFalse(transcripts().has(clinic, call));
        transcripts().keep(clinic, call, SAID, NOW);
        assertEquals(Optional.of(new Kept(NOW, SAID)), transcripts().transcript(clinic, call));
        assertTrue(transcripts().has(clinic, call));
    }

    @Test
    void the_longest_is_kept_whatever_its_letters_take() {
        ClinicId clinic = newClinic();
        String longest = "\u4f60".repeat(Transcripts.LONGEST);
        transcripts().keep(clinic, call, longest, NOW);
        assertEquals(
                longest, transcripts().transcript(clinic, call).orElseThrow().text());
    }

    @Test
    void a_second_one_of_a_call_takes_the_place_of_the_first_and_grows_no_younger() {
        ClinicId clinic = newClinic();
        transcripts().keep(clinic, call, SAID, NOW);
        transcripts().keep(clinic, call, SAID + "AI: Goodbye.\n", NOW.plusSeconds(60));
        assertEquals(
                Optional.of(new Kept(NOW, SAID + "AI: Goodbye.\n")),
                transcripts().transcript(clinic, call));
    }

    @Test
    void of_many_that_come_at_once_one_is_kept_and_removed_once() {
        ClinicId clinic = newClinic();
        AtOnce.race(racer -> {
            transcripts().keep(clinic, call, SAID, NOW);
            return racer;
        });
        assertEquals(
                1L,
                AtOnce.race(racer -> transcripts().remove(clinic, call)).stream()
                        .filter(removed -> removed)
                        .count());
    }

    @Test
    void the_same_call_id_at_another_clinic_is_another_call() {
        ClinicId clinic = newClinic();
        ClinicId other = newClinic();
        transcripts().keep(clinic, call, SAID, NOW);
        assertEquals(Optional.empty(), transcripts().transcript(other, call));
        assertFalse(transcripts().has(other, call));
        assertFalse(transcripts().remove(other, call));
        assertTrue(transcripts().remove(clinic, call));
        assertEquals(Optional.empty(), transcripts().transcript(clinic, call));
    }

    @Test
    void nothing_of_it_is_in_a_text_that_somebody_might_log() {
        assertFalse(new Kept(NOW, SAID).toString().contains("help"));
    }
}
