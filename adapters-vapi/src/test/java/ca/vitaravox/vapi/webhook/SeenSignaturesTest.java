package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SeenSignaturesTest {
    private static final Instant NOW = MovableClock.START;
    private final SeenSignatures seen = new SeenSignatures();

    private static Signature signature(int number) {
        return new Signature(ByteBuffer.allocate(32).putInt(number).array(), "", NOW);
    }

    private Optional<CompletableFuture<Reply>> take(int number, Instant at) {
        return seen.earlier(signature(number), new CompletableFuture<>(), at);
    }

    @Test
    void a_signature_is_known_for_as_long_as_any_timestamp_under_it_is_fresh() {
        CompletableFuture<Reply> first = new CompletableFuture<>();
        assertTrue(seen.earlier(signature(1), first, NOW).isEmpty());
        assertSame(first, take(1, NOW.plus(Signature.WINDOW.multipliedBy(2))).orElseThrow());
        assertTrue(take(2, NOW).isEmpty());
        assertTrue(take(1, NOW.plus(Duration.ofHours(1))).isEmpty());
    }

    @Test
    void a_forgotten_signature_is_new_again() {
        take(1, NOW);
        seen.forget(signature(1));
        assertTrue(take(1, NOW).isEmpty());
    }

    @Test
    void no_more_are_kept_than_the_bound() {
        for (int i = 0; i < SeenSignatures.MOST + 1; i++) {
            take(i, NOW);
        }
        assertTrue(take(SeenSignatures.MOST, NOW).isPresent());
        assertEquals(Optional.empty(), take(0, NOW), "the oldest had to go");
    }
}
