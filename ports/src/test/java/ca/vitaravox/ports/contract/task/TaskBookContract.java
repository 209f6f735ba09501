package ca.vitaravox.ports.contract.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskBook.Adding;
import ca.vitaravox.ports.task.TaskKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TaskBook} keeps. */
public abstract class TaskBookContract implements Clinics {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private TaskBook tasks;
    private ClinicId clinic;

    /** The book. */
    protected abstract TaskBook taskBook();

    @BeforeEach
    void open() {
        tasks = taskBook();
        clinic = newClinic();
    }

    @Test
    void a_task_is_open_with_all_that_is_known_of_it() {
        Task full = new Task(
                TaskKind.BOOKING_UNDONE,
                "slot1",
                Optional.of(new PatientId("7")),
                Optional.of(new CallId("call-1")),
                NOW);
        Task bare = new Task(TaskKind.HALF_MOVED, "slot2", Optional.empty(), Optional.empty(), NOW.plusSeconds(1));
        tasks.add(clinic, full);
        tasks.add(clinic, bare);
        assertEquals(List.of(full, bare), tasks.open(clinic, 10));
    }

    @Test
    void of_one_kind_there_is_one_task_about_one_thing() {
        Task first = task(TaskKind.BOOKING_UNDONE, "slot1", NOW);
        Task otherKind = task(TaskKind.HALF_MOVED, "slot1", NOW.plusSeconds(2));
        tasks.add(clinic, first);
        tasks.add(clinic, task(TaskKind.BOOKING_UNDONE, "slot1", NOW.plusSeconds(1)));
        tasks.add(clinic, otherKind);
        assertEquals(List.of(first, otherKind), tasks.open(clinic, 10));
    }

    @Test
    void whoever_adds_a_task_learns_whether_it_is_new() {
        assertTrue(tasks.add(clinic, task(TaskKind.MESSAGE, "call-1/1", NOW)));
        assertFalse(tasks.add(clinic, task(TaskKind.MESSAGE, "call-1/1", NOW)));
    }

    @Test
    void a_message_is_kept_with_all_that_is_known_of_it() {
        PhoneNumber caller = Fresh.phone();
        PhoneNumber callBack = Fresh.phone();
        Task full = message(new Message(
                Optional.of(caller), Optional.of(callBack), "billing", Optional.of("x".repeat(Message.LONGEST))));
        tasks.add(clinic, full);
        assertEquals(List.of(full), tasks.open(clinic, 10));

        ClinicId other = newClinic();
        Task bare = message(new Message(Optional.empty(), Optional.empty(), "running_late", Optional.empty()));
        tasks.add(other, bare);
        assertEquals(List.of(bare), tasks.open(other, 10));
    }

    private static Task message(Message message) {
        return new Task(
                TaskKind.MESSAGE,
                "call-1/1",
                Optional.empty(),
                Optional.of(new CallId("call-1")),
                NOW,
                Optional.of(message));
    }

    @Test
    void the_oldest_come_first_and_no_more_than_asked_for() {
        Task newer = task(TaskKind.BOOKING_UNDONE, "slot1", NOW.plusSeconds(1));
        Task older = task(TaskKind.BOOKING_UNDONE, "slot2", NOW);
        tasks.add(clinic, newer);
        tasks.add(clinic, older);
        assertEquals(List.of(older), tasks.open(clinic, 1));
        assertEquals(List.of(older, newer), tasks.open(clinic, 2));
    }

    @Test
    void what_is_finished_is_open_no_more_and_not_added_again() {
        Task done = task(TaskKind.BOOKING_UNDONE, "slot1", NOW);
        Task otherKind = task(TaskKind.HALF_MOVED, "slot1", NOW);
        tasks.add(clinic, done);
        tasks.add(clinic, otherKind);
        tasks.finish(clinic, TaskKind.BOOKING_UNDONE, "slot1", NOW);
        tasks.finish(clinic, TaskKind.BOOKING_UNDONE, "slot1", NOW.plusSeconds(1));
        tasks.finish(newClinic(), TaskKind.HALF_MOVED, "slot1", NOW);
        tasks.add(clinic, done);
        assertEquals(List.of(otherKind), tasks.open(clinic, 10));
    }

    @Test
    void another_clinic_sees_nothing_of_it() {
        tasks.add(clinic, task(TaskKind.BOOKING_UNDONE, "slot1", NOW));
        assertEquals(List.of(), tasks.open(newClinic(), 10));
    }

    private static Task ofCall(String call, int number) {
        Message message = new Message(Optional.empty(), Optional.empty(), "billing", Optional.of("No. " + number));
        return new Task(
                TaskKind.MESSAGE,
                call + "/" + number,
                Optional.empty(),
                Optional.of(new CallId(call)),
                NOW,
                Optional.of(message));
    }

    @Test
    void a_call_has_as_many_tasks_of_a_kind_as_it_may_and_no_more_finished_or_not() {
        assertEquals(Adding.ADDED, tasks.add(clinic, ofCall("call-1", 1), 2));
        assertEquals(Adding.ADDED, tasks.add(clinic, ofCall("call-1", 2), 2));
        tasks.finish(clinic, TaskKind.MESSAGE, "call-1/1", NOW);
        assertEquals(Adding.FULL, tasks.add(clinic, ofCall("call-1", 3), 2));
        assertEquals(Adding.ALREADY, tasks.add(clinic, ofCall("call-1", 2), 2));
        assertEquals(Adding.ADDED, tasks.add(clinic, ofCall("call-2", 1), 2));
        assertEquals(Adding.ADDED, tasks.add(newClinic(), ofCall("call-1", 3), 2));
        assertEquals(2, tasks.open(clinic, 10).size());
    }

    @Test
    void of_many_tasks_at_once_no_more_are_added_than_may_be() {
        List<Adding> added = AtOnce.race(racer -> tasks.add(clinic, ofCall("call-1", racer), 5));
        assertEquals(5, added.stream().filter(Adding.ADDED::equals).count());
        assertEquals(5, tasks.open(clinic, 100).size());
    }

    private static Task task(TaskKind kind, String about, Instant at) {
        return new Task(kind, about, Optional.empty(), Optional.empty(), at);
    }
}
