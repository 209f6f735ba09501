package ca.vitaravox.postgres.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTest {
    @Test
    void each_parameter_becomes_a_question_mark_in_its_place() {
        assertEquals(
                new Named("SELECT ? + ?, ? FROM t WHERE a=?", List.of("one", "two_2", "one", "three")),
                Named.of("SELECT :one + :two_2, :one FROM t WHERE a=:three"));
    }

    @Test
    void what_is_quoted_or_a_comment_or_a_cast_is_no_parameter() {
        String sql = "SELECT ':a', 'it''s :b', \":c\", x::text, now()::date -- :d\n, /* :e\n :f */ '$1 \\'";
        assertEquals(new Named(sql, List.of()), Named.of(sql));
    }

    @Test
    void a_cast_of_a_parameter_is_still_one_parameter() {
        assertEquals(new Named("SELECT ?::text", List.of("a")), Named.of("SELECT :a::text"));
    }
}
