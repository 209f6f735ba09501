package ca.vitaravox.oscar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedReadsTest {
    private static final OscarRequest DAY = OscarRequest.get("/schedule/101/day/2026-11-24");
    private static final OscarRequest NEXT_DAY = OscarRequest.get("/schedule/101/day/2026-11-25");
    private static final Deadline ON_PHONE = new Deadline(Instant.MAX);
    private static final OscarReply REPLY = new OscarReply(200, new byte[0]);

    private final SharedReads shared = new SharedReads();
    private final List<CompletableFuture<OscarReply>> sent = new ArrayList<>();

    private CompletableFuture<OscarReply> ask(OscarRequest request) {
        return ask(request, ON_PHONE);
    }

    private CompletableFuture<OscarReply> ask(OscarRequest request, Deadline deadline) {
        return shared.ask(request, deadline, () -> {
            CompletableFuture<OscarReply> sending = new CompletableFuture<>();
            sent.add(sending);
            return sending;
        });
    }

    @Test
    void who_asks_the_same_at_the_same_time_shares_the_answer() {
        CompletableFuture<OscarReply> one = ask(DAY);
        CompletableFuture<OscarReply> other = ask(DAY);
        assertEquals(1, sent.size());
        sent.get(0).complete(REPLY);
        assertSame(REPLY, one.join());
        assertSame(REPLY, other.join());
    }

    @Test
    void who_asks_something_else_does_not() {
        ask(DAY);
        ask(NEXT_DAY);
        assertEquals(2, sent.size());
    }

    /** Work may be waiting for a probe before it asks. */
    @Test
    void nobody_on_the_phone_shares_what_work_asks() {
        Deadline work = Deadline.ofWork(Instant.MAX);
        CompletableFuture<OscarReply> working = ask(DAY, work);
        assertNotSame(working, ask(DAY, ON_PHONE));
        assertSame(working, ask(DAY, work));
        assertEquals(2, sent.size());
    }

    @Test
    void nothing_is_kept_once_it_was_answered_or_failed() {
        ask(DAY);
        sent.get(0).complete(REPLY);
        ask(DAY);
        assertEquals(2, sent.size());
        sent.get(1).completeExceptionally(new IllegalStateException("dead"));
        ask(DAY);
        assertEquals(3, sent.size());
    }

    /** What was asked before a write may have been answered before it, too. */
    @Test
    void who_asks_after_a_write_asks_anew() {
        CompletableFuture<OscarReply> before = ask(DAY);
        shared.written();
        CompletableFuture<OscarReply> after = ask(DAY);
        assertNotSame(before, after);
        assertEquals(2, sent.size());
        sent.get(0).complete(REPLY);
        assertSame(after, ask(DAY));
        assertEquals(2, sent.size());
    }

    @Test
    void all_who_share_are_told_that_it_could_not_be_sent() {
        CompletableFuture<OscarReply> failed = shared.ask(DAY, ON_PHONE, () -> {
            throw new IllegalStateException("not sent");
        });
        assertTrue(failed.isCompletedExceptionally());
        ask(DAY);
        assertEquals(1, sent.size());
    }
}
