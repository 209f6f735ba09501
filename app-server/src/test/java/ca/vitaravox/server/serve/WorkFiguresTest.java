package ca.vitaravox.server.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ca.vitaravox.postgres.UnderWay;
import ca.vitaravox.server.watch.Metrics;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkFiguresTest {
    private static final Instant START = Instant.parse("2026-03-02T17:00:00Z");

    private final Metrics metrics = new Metrics();
    private final Queue<UnderWay> counts = new ArrayDeque<>();
    private Instant now = START;
    private final WorkFigures figures = WorkFigures.in(metrics, at -> counts.remove(), () -> now);

    @AfterEach
    void close() {
        metrics.close();
    }

    private List<String> told() {
        return metrics.text()
                .lines()
                .filter(each -> each.startsWith("vitaravox"))
                .sorted()
                .toList();
    }

    private static List<String> told(String holds, String offers, String tasks, String oldest, String writes) {
        return List.of(
                "vitaravox_holds_live " + holds,
                "vitaravox_offers_live " + offers,
                "vitaravox_tasks_oldest_seconds " + oldest,
                "vitaravox_tasks_open " + tasks,
                "vitaravox_writes_overdue " + writes);
    }

    @Test
    void figures_are_as_last_counted_and_the_oldest_task_ages_meanwhile() {
        counts.add(new UnderWay(3, 1, 2, Optional.of(START.minusSeconds(90)), 4));
        figures.count();
        assertEquals(told("3.0", "1.0", "2.0", "90.0", "4.0"), told());

        now = START.plusSeconds(15);
        assertEquals(told("3.0", "1.0", "2.0", "105.0", "4.0"), told());

        counts.add(new UnderWay(0, 0, 0, Optional.empty(), 0));
        figures.count();
        assertEquals(told("0.0", "0.0", "0.0", "0.0", "0.0"), told());
    }

    @Test
    void what_could_not_be_counted_is_not_a_number_and_nobody_is_told_what_was_true_before() {
        assertEquals(told("NaN", "NaN", "NaN", "NaN", "NaN"), told(), "not counted yet");

        counts.add(new UnderWay(3, 1, 2, Optional.empty(), 4));
        figures.count();
        assertThrows(RuntimeException.class, figures::count);

        assertEquals(told("NaN", "NaN", "NaN", "NaN", "NaN"), told());
    }
}
