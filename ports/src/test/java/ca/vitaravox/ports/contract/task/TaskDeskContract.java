package ca.vitaravox.ports.contract.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.ports.task.TaskDesk.By;
import ca.vitaravox.ports.task.TaskDesk.Kept;
import ca.vitaravox.ports.task.TaskDesk.Mark;
import ca.vitaravox.ports.task.TaskKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TaskDesk} promises. */
public abstract class TaskDeskContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final UserId ANNE = new UserId("anne");
    private static final UserId BEN = new UserId("ben");
    private TaskDesk desk;
    private TaskBook book;
    private ClinicId clinic;

    /** The desk. */
    protected abstract TaskDesk taskDesk();

    /** Where its tasks come from. */
    protected abstract TaskBook taskBook();

    @BeforeEach
    void open() {
        desk = taskDesk();
        book = taskBook();
        clinic = newClinic();
    }

    private Task added(TaskKind kind, String about, Instant at) {
        Task task = new Task(kind, about, Optional.empty(), Optional.empty(), at);
        book.add(clinic, task);
        return task;
    }

    private Kept kept(String about) {
        return desk.task(clinic, TaskKind.HALF_MOVED, about).orElseThrow();
    }

    private static Optional<By> by(UserId user, int second) {
        return Optional.of(new By(Optional.of(user), NOW.plusSeconds(second)));
    }

    @Test
    void a_task_is_taken_also_from_somebody_else_and_done_once() {
        Task task = added(TaskKind.HALF_MOVED, "slot1", NOW);
        assertEquals(new Kept(task, Optional.empty(), Optional.empty()), kept("slot1"));
        assertTrue(desk.take(clinic, TaskKind.HALF_MOVED, "slot1", ANNE, NOW.plusSeconds(1)));
        assertTrue(desk.take(clinic, TaskKind.HALF_MOVED, "slot1", BEN, NOW.plusSeconds(2)));
        assertEquals(by(BEN, 2), kept("slot1").taken());
        desk.finish(clinic, TaskKind.HALF_MOVED, "slot1", ANNE, NOW.plusSeconds(3));
        desk.finish(clinic, TaskKind.HALF_MOVED, "slot1", BEN, NOW.plusSeconds(4));
        assertEquals(by(ANNE, 3), kept("slot1").finished(), "who did it first stays");
        assertFalse(desk.take(clinic, TaskKind.HALF_MOVED, "slot1", BEN, NOW.plusSeconds(5)));
        assertEquals(by(BEN, 2), kept("slot1").taken());
        assertEquals(List.of(), book.open(clinic, 10));
    }

    @Test
    void what_nobody_had_to_do_is_finished_by_nobody() {
        added(TaskKind.HALF_MOVED, "slot1", NOW);
        book.finish(clinic, TaskKind.HALF_MOVED, "slot1", NOW.plusSeconds(1));
        assertEquals(
                Optional.of(new By(Optional.empty(), NOW.plusSeconds(1))),
                kept("slot1").finished());
    }

    @Test
    void open_and_finished_tasks_are_paged_apart_the_oldest_first_also_those_of_one_moment() {
        List<Task> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(added(TaskKind.BOOKING_UNDONE, "slot" + i, NOW.plusSeconds(i / 2)));
            added(TaskKind.HALF_MOVED, "slot" + i, NOW.plusSeconds(i));
            desk.finish(clinic, TaskKind.HALF_MOVED, "slot" + i, ANNE, NOW.plusSeconds(9));
        }
        for (int most : List.of(1, 2, 3)) {
            assertEquals(open, paged(false, most));
            assertEquals(
                    List.of("slot0", "slot1", "slot2"),
                    paged(true, most).stream().map(Task::about).toList());
        }
    }

    private List<Task> paged(boolean done, int most) {
        List<Task> all = new ArrayList<>();
        List<Kept> page = desk.page(clinic, done, Optional.empty(), most);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.task()));
            page = desk.page(clinic, done, Optional.of(Mark.of(all.get(all.size() - 1))), most);
        }
        return all;
    }

    @Test
    void of_a_task_that_is_not_there_nothing_comes_and_clinics_keep_apart() {
        added(TaskKind.HALF_MOVED, "slot1", NOW);
        clinic = newClinic();
        assertEquals(Optional.empty(), desk.task(clinic, TaskKind.HALF_MOVED, "slot1"));
        assertFalse(desk.take(clinic, TaskKind.HALF_MOVED, "slot1", ANNE, NOW));
        desk.finish(clinic, TaskKind.HALF_MOVED, "slot1", ANNE, NOW);
        assertEquals(List.of(), desk.page(clinic, true, Optional.empty(), 10));
    }
}
