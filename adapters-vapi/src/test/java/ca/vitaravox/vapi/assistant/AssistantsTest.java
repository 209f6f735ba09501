package ca.vitaravox.vapi.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PlatformPart;
import ca.vitaravox.vapi.platform.TestParts;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssistantsTest {
    private static final CalledLine CALLED =
            new CalledLine(Optional.of(Sites.NUMBER), Optional.of("3f0d7c1a"), Optional.empty());

    private final TestParts parts = new TestParts();
    private final OneClinic directory = new OneClinic();
    private final Assistants assistants =
            new Assistants(directory, parts, new Definition(AssistantSettings.USUAL, DeclaredToolbox.declared()));

    private static final class OneClinic implements ClinicDirectory {
        private Clinic clinic = Sites.clinic(Language.ENGLISH);
        private Optional<Line> line = Optional.of(Sites.line(Language.ENGLISH, Optional.empty()));
        private boolean down;
        private int asked;

        private void ask() {
            asked++;
            if (down) {
                throw new IllegalStateException("the database is down");
            }
        }

        @Override
        public Optional<Line> line(CalledLine called) {
            ask();
            return line;
        }

        @Override
        public List<ClinicId> clinics() {
            ask();
            return List.of(Sites.HARBOURVIEW);
        }

        @Override
        public List<Line> lines(ClinicId id) {
            ask();
            return line.stream().toList();
        }

        @Override
        public Clinic clinic(ClinicId id) {
            ask();
            return clinic;
        }
    }

    /** With the clinic as it is for the so-many-th time. */
    private void refresh(long change) {
        assistants.refresh(Map.of(Sites.HARBOURVIEW, change));
    }

    private void saved(String name, String id) {
        parts.keep(Sites.HARBOURVIEW, new PlatformPart(name, id, "", "{}"), Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_answer_in_any_language_has_nothing_the_platform_does_not_know(Language language) {
        directory.line = Optional.of(Sites.line(language, Optional.empty()));
        directory.clinic = Sites.clinic(language);
        assertEquals(Set.of(), StrictSchema.faults(assistants.answer(CALLED)));
        directory.clinic = Sites.clinic(Language.values());
        ObjectNode squad = assistants.answer(CALLED);
        assertEquals(4, squad.at("/squad/members").size(), "one that answers, and one for each language");
        assertEquals(Set.of(), StrictSchema.faults(squad));
    }

    @Test
    void the_strict_schema_sees_a_property_too_many_and_one_of_a_wrong_type() {
        ObjectNode answer = assistants.answer(CALLED).deepCopy();
        ((ObjectNode) answer.path("assistant")).put("endCallFunctionEnabled", true);
        assertFalse(StrictSchema.faults(answer).isEmpty());
        ((ObjectNode) answer.path("assistant")).remove("endCallFunctionEnabled");
        ((ObjectNode) answer.at("/assistant/model/tools/0/function/parameters/properties/phone")).put("maxLength", 5);
        assertFalse(StrictSchema.faults(answer).isEmpty());
    }

    @Test
    void the_other_answers_fit_the_schema_too() {
        saved("assistant/en/opening", "a-1");
        assertEquals(Set.of(), StrictSchema.faults(assistants.answer(CALLED)));
        directory.line = Optional.empty();
        assertEquals(Set.of(), StrictSchema.faults(assistants.answer(CALLED)));
        assertEquals(Set.of(), StrictSchema.faults(assistants.unavailable()));
    }

    @Test
    void what_is_saved_at_the_platform_is_named_instead_of_described() {
        saved("assistant/en/opening", "a-1");
        saved("squad/en", "s-1");
        JsonNode alone = assistants.answer(CALLED);
        assertEquals("a-1", alone.path("assistantId").asText());
        assertFalse(alone.has("assistant"));
        directory.clinic = Sites.clinic(Language.ENGLISH, Language.FRENCH);
        assertEquals("{\"squadId\":\"s-1\"}", assistants.answer(CALLED).toString());
    }

    @Test
    void an_assistant_that_somebody_named_for_the_line_wins() {
        directory.clinic = Sites.clinic(Language.values());
        directory.line = Optional.of(Sites.line(Language.ENGLISH, Optional.of("by-hand")));
        assertEquals("by-hand", assistants.answer(CALLED).path("assistantId").asText());
    }

    @Test
    void a_line_is_known_once_it_was_asked_for_or_made_ready_and_then_nothing_else_is_needed() {
        assertTrue(assistants.known(CALLED).isEmpty());
        refresh(1);
        ObjectNode ready = assistants.known(CALLED).orElseThrow();
        directory.down = true;
        assertSame(ready, assistants.known(CALLED).orElseThrow());
        assertThrows(IllegalStateException.class, () -> refresh(2));
        assertSame(ready, assistants.known(CALLED).orElseThrow(), "what cannot be looked up stays");
    }

    @Test
    void a_changed_clinic_is_answered_for_as_it_is_now_and_an_unchanged_one_is_not_described_again() {
        ObjectNode before = assistants.answer(CALLED);
        refresh(1);
        assertSame(before, assistants.known(CALLED).orElseThrow());
        moveToTheSea();
        refresh(2);
        assertTrue(isByTheSea());
    }

    private void moveToTheSea() {
        directory.clinic = Sites.clinic("Harbourview by the Sea", Optional.empty(), Language.ENGLISH);
    }

    private boolean isByTheSea() {
        return assistants
                .known(CALLED)
                .orElseThrow()
                .at("/assistant/firstMessage")
                .asText()
                .contains("by the Sea");
    }

    @Test
    void a_change_is_looked_at_twice_for_the_directory_may_be_behind_by_one_round() {
        refresh(1);
        refresh(2);
        moveToTheSea();
        refresh(2);
        assertTrue(isByTheSea());
    }

    @Test
    void nothing_is_looked_up_of_a_clinic_that_stays_as_it_is() {
        assistants.answer(CALLED);
        refresh(1);
        refresh(1);
        directory.asked = 0;
        refresh(1);
        assertEquals(0, directory.asked);
        refresh(2);
        assertTrue(directory.asked > 0);
    }

    @Test
    void what_could_not_be_looked_up_is_looked_up_the_next_time() {
        refresh(1);
        refresh(1);
        directory.down = true;
        assertThrows(IllegalStateException.class, () -> refresh(2));
        directory.down = false;
        moveToTheSea();
        refresh(2);
        assertTrue(isByTheSea());
    }

    @Test
    void a_line_that_is_no_clinics_any_more_is_forgotten() {
        assistants.answer(CALLED);
        directory.line = Optional.empty();
        refresh(1);
        assertTrue(assistants.known(CALLED).isEmpty());
        assertTrue(assistants.answer(CALLED).path("error").asText().contains("not in service"));
        assertTrue(assistants.known(CALLED).isEmpty(), "numbers that are nobody's are not remembered");
    }
}
