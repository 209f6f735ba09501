package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.clinic.ClinicId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Has entries that come for one clinic while another of it is on its way to the disk go there together, in the order they
 * came: a chain grows by one commit at a time, and a commit costs the same for one entry as for many. Whoever comes first
 * waits for nobody; those who wait hold no connection. Thread-safe.
 */
final class Together {
    /** The most that go together. */
    static final int MOST = 32;

    private final Consumer<List<AuditEntry>> writer;
    private final Map<ClinicId, Line> lines = new ConcurrentHashMap<>();

    /**
     * Over what writes entries of one clinic, all of them or none; it is never asked for two lots of a clinic at once, but
     * to write again by itself what it refused.
     */
    Together(Consumer<List<AuditEntry>> writer) {
        this.writer = writer;
    }

    /** Writes an entry; it is kept when this returns, and if it throws, it is for this entry's own sake. */
    void write(AuditEntry entry) {
        Line line = lines.computeIfAbsent(entry.clinic(), clinic -> new Line());
        Turn turn = line.join(entry).join();
        if (turn == Turn.LEADS) {
            turn = lead(line);
        }
        if (turn == Turn.ALONE) {
            writer.accept(List.of(entry));
        }
    }

    /** How many wait at a clinic while another is written. */
    int waiting(ClinicId clinic) {
        return lines.getOrDefault(clinic, new Line()).waiting();
    }

    /** Writes those who wait by now, whoever leads first among them, and tells how that ended for whoever leads. */
    private Turn lead(Line line) {
        List<Waiting> lot = line.take();
        Turn turn = Turn.ALONE;
        try {
            writer.accept(lot.stream().map(Waiting::entry).toList());
            turn = Turn.DONE;
        } catch (RuntimeException refused) {
            if (lot.size() == 1) {
                throw refused;
            }
        } finally {
            for (Waiting each : lot) {
                each.turn().complete(turn);
            }
            line.passOn();
        }
        return turn;
    }

    /** What comes next for an entry. */
    private enum Turn {
        /** To be written now, with those that wait. */
        LEADS,
        /** It was written. */
        DONE,
        /** To be written by itself: among others it was refused, for the sake of one of them. */
        ALONE
    }

    private record Waiting(AuditEntry entry, CompletableFuture<Turn> turn) {}

    /** Those who wait at one clinic. Nobody does while nobody leads. */
    private static final class Line {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private boolean led;

        synchronized CompletableFuture<Turn> join(AuditEntry entry) {
            CompletableFuture<Turn> turn =
                    led ? new CompletableFuture<>() : CompletableFuture.completedFuture(Turn.LEADS);
            led = true;
            waiting.add(new Waiting(entry, turn));
            return turn;
        }

        synchronized int waiting() {
            return waiting.size();
        }

        synchronized List<Waiting> take() {
            List<Waiting> lot = new ArrayList<>();
            while (lot.size() < MOST && !waiting.isEmpty()) {
                lot.add(waiting.remove());
            }
            return lot;
        }

        synchronized void passOn() {
            led = !waiting.isEmpty();
            if (led) {
                waiting.element().turn().complete(Turn.LEADS);
            }
        }
    }
}
