package ca.vitaravox.ports.task;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;

/** Driven port: notes to a clinic's staff, kept in its EMR, where they will see them. Thread-safe. */
@FunctionalInterface
public interface StaffNotes {
    /**
     * Leaves a note, asking once and never repeating by itself.
     *
     * @param about the patient it is about
     * @param to whose task it becomes
     * @param text what it says, free of control characters and angle brackets
     * @return whether the EMR said that it has it; if not, it may have it all the same. Never throws for an EMR's failure.
     */
    boolean leave(ClinicId clinic, PatientId about, ProviderId to, String text, Deadline deadline);
}
