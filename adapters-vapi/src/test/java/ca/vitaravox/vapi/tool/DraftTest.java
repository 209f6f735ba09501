package ca.vitaravox.vapi.tool;

import static ca.vitaravox.vapi.tool.Answers.assertAnswer;
import static ca.vitaravox.vapi.tool.Answers.assertSpeakable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.Language;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftTest {
    private static String ofLength(int characters) {
        int empty = Draft.success("").result().json().length();
        return "x".repeat(characters - empty);
    }

    @Test
    void an_answer_has_fewer_than_a_thousand_characters() {
        assertEquals(999, Draft.success(ofLength(999)).result().json().length());
        assertThrows(
                IllegalStateException.class,
                () -> Draft.success(ofLength(1_000)).result());
        assertTrue(Draft.success(ofLength(999)).ifShort().isPresent());
        assertTrue(Draft.success(ofLength(1_000)).ifShort().isEmpty());
    }

    @Test
    void what_is_said_comes_before_what_is_to_be_done_and_the_fields() {
        assertAnswer(
                "{'success':false,'code':'SLOT_TAKEN','say':'Gone.','next':'nothing','a':1,'b':true}",
                Draft.refusal(Code.SLOT_TAKEN, "Gone.")
                        .with("a", 1)
                        .with("b", true)
                        .next(Next.NOTHING)
                        .result());
    }

    private static ToolResult list(int items, int limit, boolean more) {
        return Draft.most(
                Collections.nCopies(items, "y".repeat(100)), limit, more, some -> Draft.success(String.join("", some)));
    }

    @Test
    void a_list_is_cut_at_its_limit_and_where_it_is_too_long() {
        assertFalse(list(3, 3, false).body().has("more"));
        assertTrue(list(3, 3, true).body().path("more").asBoolean());
        assertTrue(list(4, 3, false).body().path("more").asBoolean());
        assertEquals(300, list(4, 3, false).body().path("say").asText().length());
        assertFalse(list(9, 20, false).body().has("more"));
        assertEquals(900, list(12, 20, false).body().path("say").asText().length());
        assertTrue(list(12, 20, false).body().path("more").asBoolean());
        assertFalse(list(0, 3, false).body().has("more"));
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void every_refusal_is_ready_to_be_spoken(Code code) {
        for (Language language : Language.values()) {
            ToolResult result = new TestDesk().toolbox.refusal(code, language);
            assertSpeakable(result);
            assertEquals(List.of(code), result.code().stream().toList());
            assertEquals(code.next().wireName(), result.body().path("next").asText());
        }
    }
}
