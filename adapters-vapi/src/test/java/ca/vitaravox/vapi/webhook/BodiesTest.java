package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    private static final long UNTOLD = -1;

    private static byte[] body(int length) {
        byte[] body = new byte[length];
        body[length - 1] = 1;
        return body;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, Bodies.LARGEST})
    void a_body_is_read_whole_whether_or_not_it_was_said_how_long_it_is(int length) throws IOException {
        byte[] body = body(length);
        assertArrayEquals(
                body, Bodies.read(new ByteArrayInputStream(body), length).orElseThrow());
        assertArrayEquals(
                body, Bodies.read(new ByteArrayInputStream(body), UNTOLD).orElseThrow());
    }

    @Test
    void one_byte_too_many_is_too_large() throws IOException {
        byte[] body = body(Bodies.LARGEST + 1);
        assertEquals(Optional.empty(), Bodies.read(new ByteArrayInputStream(body), body.length));
        assertEquals(Optional.empty(), Bodies.read(new ByteArrayInputStream(body), UNTOLD));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 65_536, 65_537})
    void a_body_that_ends_early_is_what_came_of_it(long said) throws IOException {
        byte[] body = body(3);
        assertArrayEquals(
                body, Bodies.read(new ByteArrayInputStream(body), said).orElseThrow());
    }
}
