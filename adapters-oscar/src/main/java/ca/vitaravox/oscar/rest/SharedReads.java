package ca.vitaravox.oscar.rest;

import ca.vitaravox.ports.access.Deadline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets those who ask the same at the same time share one request. Nothing is kept once it is answered; and who asks
 * after a write never shares what was asked before it ended. Thread-safe.
 */
final class SharedReads {
    private final ConcurrentMap<Question, CompletableFuture<OscarReply>> flying = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();

    /** Nobody on the phone shares what work asked: that may be waiting for a probe. */
    private record Question(OscarRequest request, boolean onPhone, long writesBefore) {}

    /** From now on nobody shares what was asked before. */
    void written() {
        writes.incrementAndGet();
    }

    /** The answer to a request; sent by {@code send}, which may throw, unless somebody else like us is just asking. */
    CompletableFuture<OscarReply> ask(
            OscarRequest request, Deadline deadline, Supplier<CompletableFuture<OscarReply>> send) {
        Question question = new Question(request, deadline.onPhone(), writes.get());
        CompletableFuture<OscarReply> mine = new CompletableFuture<>();
        CompletableFuture<OscarReply> theirs = flying.putIfAbsent(question, mine);
        if (theirs != null) {
            return theirs;
        }
        try {
            send.get().whenComplete((reply, failed) -> {
                flying.remove(question);
                settle(mine, reply, failed);
            });
        } catch (RuntimeException notSent) {
            flying.remove(question);
            mine.completeExceptionally(notSent);
        }
        return mine;
    }

    private static void settle(CompletableFuture<OscarReply> mine, OscarReply reply, Throwable failed) {
        if (failed == null) {
            mine.complete(reply);
        } else {
            mine.completeExceptionally(failed);
        }
    }
}
