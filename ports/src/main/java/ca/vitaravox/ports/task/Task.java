package ca.vitaravox.ports.task;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something for staff to do.
 *
 * @param kind why
 * @param about what it is about, by id (a slot, an appointment, a message); of one kind there is one task about one thing
 * @param patient whom it concerns
 * @param call the phone call it came from
 * @param at since when
 * @param message what the caller left for staff, where that is the task
 */
public record Task(
        TaskKind kind,
        String about,
        Optional<PatientId> patient,
        Optional<CallId> call,
        Instant at,
        Optional<Message> message) {
    /** A task without a message. */
    public Task(TaskKind kind, String about, Optional<PatientId> patient, Optional<CallId> call, Instant at) {
        this(kind, about, patient, call, at, Optional.empty());
    }
}
